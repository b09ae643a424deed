/** A schedule in words; what each language says is tested in `words/`. */
import { expect, test } from '@jest/globals';
import { describe as say } from '../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../server/schedule/words/index.ts';
import type { ScheduleWords } from '../../../server/schedule/words/index.ts';
import { kinds } from './words/kinds.ts';

test.each([
  ['en', 'Every Monday, Wednesday, and Sunday at 12:30 AM, 12:00 PM, and 5:45 PM (UTC)'],
  ['en-GB', 'Every Monday, Wednesday and Sunday at 00:30, 12:00 and 17:45 (UTC)'],
  ['en_AU', 'Every Monday, Wednesday and Sunday at 12:30 am, 12:00 pm and 5:45 pm (UTC)'],
  ['de-AT', 'Jeden Montag, Mittwoch und Sonntag um 00:30, 12:00 und 17:45 Uhr (UTC)'],
  ['fr-CA', 'Chaque lundi, mercredi et dimanche à 00 h 30, 12 h 00 et 17 h 45 (UTC)'],
  ['ko', 'Every Monday, Wednesday, and Sunday at 12:30 AM, 12:00 PM, and 5:45 PM (UTC)'],
  ['not a locale!', 'Every Monday, Wednesday, and Sunday at 12:30 AM, 12:00 PM, and 5:45 PM (UTC)'],
])('in %s', (locale, sentence) => {
  // French sets no-break spaces around the h.
  const words = say(kinds.severalDays, 'UTC', scheduleWordsFor(locale));
  expect(words.replaceAll('\u00A0', ' ')).toBe(sentence);
});

test('another language brings its own phrases and gets its own weekdays and clock', () => {
  const dutch: ScheduleWords = {
    locale: 'nl',
    hourCycle: 'h23',
    now: () => 'Eén keer, nu',
    once: ({ date, time }) => `Eén keer, op ${date} om ${time}`,
    weekly: ({ days, times, list }) =>
      days.kind === 'list' ? `Elke ${list(days.days)} om ${list(times)}` : days.kind,
    monthly: ({ time }) => `Elke maand om ${time}`,
  };
  expect(say(kinds.severalDays, 'UTC', dutch)).toBe(
    'Elke maandag, woensdag en zondag om 00:30, 12:00 en 17:45',
  );
});
