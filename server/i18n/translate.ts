/** The door to the catalogue: a locale in, a function from key to text out. */
import { english } from './english.ts';
import { formatMessage } from './message.ts';
import type { MessageValues } from './message.ts';

/** The key of a message. Prefixed, because the host shares one name space with its plugins. */
export type MessageKey = keyof typeof english;

/** Speaks one language. */
export interface Translator {
  /** BCP 47 tag for numbers, dates and lists; always one that `Intl` accepts. */
  readonly locale: string;
  /** The text of a message with its placeholders filled in. */
  readonly text: (key: MessageKey, values?: MessageValues) => string;
}

/**
 * The translator for a user's locale.
 *
 * Words come from the English catalogue; dates and numbers follow the locale only where the words do,
 * because one sentence in two languages reads badly. A regional English keeps its own dates.
 */
export function translatorFor(userLocale: string): Translator {
  const locale = supportedLocale(userLocale);
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    text: (key, values = {}) => formatMessage(english[key], values, plural, numbers),
  };
}

/** The language of the catalogue, and the locale for whoever asks for another. */
const defaultLocale = 'en';

function supportedLocale(userLocale: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(userLocale.replaceAll('_', '-'));
    const language = canonical === undefined ? '' : new Intl.Locale(canonical).language;
    return canonical !== undefined && language === defaultLocale ? canonical : defaultLocale;
  } catch {
    // Not a language tag at all: whatever a client stored, the user still gets readable text.
    return defaultLocale;
  }
}
