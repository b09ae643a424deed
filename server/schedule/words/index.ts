/** Schedules in words, language by language. */
import { english } from './english.ts';
import type { ScheduleWords } from './schedule_words.ts';

export type { DaysInWords, MonthDayInWords, ScheduleWords } from './schedule_words.ts';

/** The words for a user's locale; English where its language is not among them. */
export function scheduleWordsFor(locale: string): ScheduleWords {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return languages.get(language) ?? english;
}

const languages: ReadonlyMap<string, ScheduleWords> = new Map([['en', english]]);
