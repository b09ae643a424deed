/** Schedules in German. */
import { expect, test } from '@jest/globals';
import { describe as say } from '../../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../../server/schedule/words/index.ts';
import { kinds } from './kinds.ts';
import type { Kind, Sentences } from './kinds.ts';

const sentences: Sentences = {
  now: 'Einmal, sofort',
  once: 'Einmal, am Sonntag, 29. März 2026, um 09:05 Uhr (Europe/Berlin)',
  everyDay: 'Jeden Tag um 07:30 und 17:00 Uhr (Europe/Berlin)',
  weekdays: 'Jeden Werktag um 09:00 Uhr (Europe/Berlin)',
  weekend: 'Jeden Samstag und Sonntag um 10:00 Uhr (Europe/Berlin)',
  oneDay: 'Jeden Samstag um 13:15 Uhr (Europe/Berlin)',
  severalDays: 'Jeden Montag, Mittwoch und Sonntag um 00:30, 12:00 und 17:45 Uhr (Europe/Berlin)',
  everyDayOfSomeWeeks: 'Alle 3 Wochen an jedem Tag um 09:00 Uhr (Europe/Berlin)',
  weekdaysOfSomeWeeks: 'Alle 3 Wochen an Werktagen um 09:00 Uhr (Europe/Berlin)',
  weekendOfSomeWeeks: 'Alle 12 Wochen am Samstag und Sonntag um 09:00 Uhr (Europe/Berlin)',
  oneDayOfSomeWeeks: 'Alle 2 Wochen am Montag um 01:00 Uhr (Europe/Berlin)',
  severalDaysOfSomeWeeks:
    'Alle 2 Wochen am Montag, Mittwoch und Samstag um 09:00 Uhr (Europe/Berlin)',
  first: 'Jeden Monat am 1. um 09:00 Uhr (Europe/Berlin)',
  second: 'Jeden Monat am 2. um 09:00 Uhr (Europe/Berlin)',
  third: 'Jeden Monat am 23. um 09:00 Uhr (Europe/Berlin)',
  lastCommonDate: 'Jeden Monat am 28. um 09:00 Uhr (Europe/Berlin)',
  leapDate: 'Jeden Monat am 29., in kürzeren Monaten am letzten Tag, um 09:00 Uhr (Europe/Berlin)',
  thirtieth: 'Jeden Monat am 30., in kürzeren Monaten am letzten Tag, um 09:00 Uhr (Europe/Berlin)',
  thirtyFirst:
    'Jeden Monat am 31., in kürzeren Monaten am letzten Tag, um 09:00 Uhr (Europe/Berlin)',
  lastDay: 'Jeden Monat am letzten Tag um 18:30 Uhr (Europe/Berlin)',
  firstWeekday: 'Jeden Monat am ersten Montag um 09:00 Uhr (Europe/Berlin)',
  secondWeekday: 'Jeden Monat am zweiten Dienstag um 09:00 Uhr (Europe/Berlin)',
  thirdWeekday: 'Jeden Monat am dritten Donnerstag um 09:00 Uhr (Europe/Berlin)',
  fourthWeekday: 'Jeden Monat am vierten Samstag um 09:00 Uhr (Europe/Berlin)',
  lastWeekday: 'Jeden Monat am letzten Sonntag um 09:00 Uhr (Europe/Berlin)',
};

test.each(Object.entries(sentences))('%s', (kind, sentence) => {
  const words = scheduleWordsFor('de');
  expect(say(kinds[kind as Kind], 'Europe/Berlin', words)).toBe(sentence);
});

test.each<[Kind, string]>([
  ['once', 'Einmal, am Sonntag, 29. März 2026, um 9:05 AM (Europe/Berlin)'],
  ['everyDay', 'Jeden Tag um 7:30 AM und 5:00 PM (Europe/Berlin)'],
  ['oneDayOfSomeWeeks', 'Alle 2 Wochen am Montag um 1:00 AM (Europe/Berlin)'],
  ['lastDay', 'Jeden Monat am letzten Tag um 6:30 PM (Europe/Berlin)'],
])('with 12 hours: %s', (kind, sentence) => {
  const words = scheduleWordsFor('de', 'h12');
  expect(say(kinds[kind], 'Europe/Berlin', words)).toBe(sentence);
});
