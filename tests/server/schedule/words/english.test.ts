/** Schedules in English. */
import { expect, test } from '@jest/globals';
import { describe as say } from '../../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../../server/schedule/words/index.ts';
import { kinds } from './kinds.ts';
import type { Kind, Sentences } from './kinds.ts';

const sentences: Sentences = {
  now: 'Once, right away',
  once: 'Once, on Sunday, March 29, 2026 at 9:05 AM (Europe/Berlin)',
  everyDay: 'Every day at 7:30 AM and 5:00 PM (Europe/Berlin)',
  weekdays: 'Every weekday at 9:00 AM (Europe/Berlin)',
  weekend: 'Every Saturday and Sunday at 10:00 AM (Europe/Berlin)',
  oneDay: 'Every Saturday at 1:15 PM (Europe/Berlin)',
  severalDays:
    'Every Monday, Wednesday, and Sunday at 12:30 AM, 12:00 PM, and 5:45 PM (Europe/Berlin)',
  everyDayOfSomeWeeks: 'Every 3 weeks on every day at 9:00 AM (Europe/Berlin)',
  weekdaysOfSomeWeeks: 'Every 3 weeks on weekdays at 9:00 AM (Europe/Berlin)',
  weekendOfSomeWeeks: 'Every 12 weeks on Saturday and Sunday at 9:00 AM (Europe/Berlin)',
  oneDayOfSomeWeeks: 'Every 2 weeks on Monday at 1:00 AM (Europe/Berlin)',
  severalDaysOfSomeWeeks:
    'Every 2 weeks on Monday, Wednesday, and Saturday at 9:00 AM (Europe/Berlin)',
  first: 'Every month on the 1st at 9:00 AM (Europe/Berlin)',
  second: 'Every month on the 2nd at 9:00 AM (Europe/Berlin)',
  third: 'Every month on the 23rd at 9:00 AM (Europe/Berlin)',
  lastCommonDate: 'Every month on the 28th at 9:00 AM (Europe/Berlin)',
  leapDate: 'Every month on the 29th, or the last day of a shorter one, at 9:00 AM (Europe/Berlin)',
  thirtieth:
    'Every month on the 30th, or the last day of a shorter one, at 9:00 AM (Europe/Berlin)',
  thirtyFirst:
    'Every month on the 31st, or the last day of a shorter one, at 9:00 AM (Europe/Berlin)',
  lastDay: 'Every month on its last day at 6:30 PM (Europe/Berlin)',
  firstWeekday: 'Every month on the first Monday at 9:00 AM (Europe/Berlin)',
  secondWeekday: 'Every month on the second Tuesday at 9:00 AM (Europe/Berlin)',
  thirdWeekday: 'Every month on the third Thursday at 9:00 AM (Europe/Berlin)',
  fourthWeekday: 'Every month on the fourth Saturday at 9:00 AM (Europe/Berlin)',
  lastWeekday: 'Every month on the last Sunday at 9:00 AM (Europe/Berlin)',
};

test.each(Object.entries(sentences))('%s', (kind, sentence) => {
  const words = scheduleWordsFor('en');
  expect(say(kinds[kind as Kind], 'Europe/Berlin', words)).toBe(sentence);
});

test.each<[Kind, string]>([
  ['once', 'Once, on Sunday, March 29, 2026 at 09:05 (Europe/Berlin)'],
  ['everyDay', 'Every day at 07:30 and 17:00 (Europe/Berlin)'],
  ['oneDayOfSomeWeeks', 'Every 2 weeks on Monday at 01:00 (Europe/Berlin)'],
  ['lastDay', 'Every month on its last day at 18:30 (Europe/Berlin)'],
])('with 24 hours: %s', (kind, sentence) => {
  const words = scheduleWordsFor('en', 'h23');
  expect(say(kinds[kind], 'Europe/Berlin', words)).toBe(sentence);
});
