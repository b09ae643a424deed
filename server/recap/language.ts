/** The language of a recap. */
import type { Content } from '../contract/index.ts';
import { spokenLocale } from '../i18n/index.ts';

/**
 * The locale that a recap is written in, for a reader with this locale in the profile: the language that the owner
 * chose, in the region of the profile where the profile is in that language too.
 */
export function recapLocale({ language }: Pick<Content, 'language'>, locale: string): string {
  if (language === 'automatic' || spokenLocale(locale).split('-')[0] === language) return locale;
  return language;
}
