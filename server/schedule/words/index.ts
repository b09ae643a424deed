/** Schedules in words, language by language. */
import { spokenLocale, usualHourCycle } from '../../i18n/index.ts';
import type { HourCycle } from '../../i18n/index.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import type { SchedulePhrases, ScheduleWords } from './schedule_words.ts';
import { spanish } from './spanish.ts';

export type { DaysInWords, MonthDayInWords, ScheduleWords } from './schedule_words.ts';

/**
 * The words for a user's locale, with the clock of the user's choice, else the one that the locale is used to;
 * English where its language is not among them.
 */
export function scheduleWordsFor(
  userLocale: string,
  hourCycle: HourCycle = usualHourCycle(userLocale),
): ScheduleWords {
  const locale = spokenLocale(userLocale);
  const phrases = languages.get(new Intl.Locale(locale).language) ?? english;
  return { ...phrases, locale, hourCycle };
}

const languages: ReadonlyMap<string, SchedulePhrases> = new Map([
  ['en', english],
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['ja', japanese],
]);
