import { expect, test } from '@jest/globals';
import type { Recurrence } from '../../../server/contract/index.ts';
import { describe as say } from '../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../server/schedule/words/index.ts';
import type { ScheduleWords } from '../../../server/schedule/words/index.ts';

function weekly(days: number, times: string[], everyWeeks = 1): Recurrence {
  return {
    type: 'weekly',
    days_of_week: days,
    every_weeks: everyWeeks,
    times_of_day: times,
    anchor_date: null,
  };
}

test.each<[Recurrence, string]>([
  [weekly(62, ['09:00']), 'Every weekday at 09:00 (Europe/Berlin)'],
  [weekly(127, ['07:30', '17:00']), 'Every day at 07:30 and 17:00 (Europe/Berlin)'],
  [weekly(65, ['10:00']), 'Every Saturday and Sunday at 10:00 (Europe/Berlin)'],
  [weekly(1 + 2 + 8, ['09:00']), 'Every Monday, Wednesday, and Sunday at 09:00 (Europe/Berlin)'],
  [weekly(2, ['09:00'], 2), 'Every 2 weeks on Monday at 09:00 (Europe/Berlin)'],
  [weekly(62, ['09:00'], 3), 'Every 3 weeks on weekdays at 09:00 (Europe/Berlin)'],
  [weekly(127, ['09:00'], 3), 'Every 3 weeks on every day at 09:00 (Europe/Berlin)'],
  [weekly(65, ['09:00'], 3), 'Every 3 weeks on Saturday and Sunday at 09:00 (Europe/Berlin)'],
  [
    { type: 'once', at: { date: '2026-03-29', time_of_day: '09:05' } },
    'Once, on Sunday, March 29, 2026 at 09:05 (Europe/Berlin)',
  ],
  [{ type: 'once', at: 'now' }, 'Once, right away'],
  [
    { type: 'monthly', on: { day: 1 }, time_of_day: '09:00' },
    'Every month on the 1st at 09:00 (Europe/Berlin)',
  ],
  [
    { type: 'monthly', on: { day: 31 }, time_of_day: '09:00' },
    'Every month on the 31st, or the last day of a shorter one, at 09:00 (Europe/Berlin)',
  ],
  [
    { type: 'monthly', on: { day: 'last' }, time_of_day: '18:30' },
    'Every month on its last day at 18:30 (Europe/Berlin)',
  ],
  [
    { type: 'monthly', on: { nth: 1, weekday: 'monday' }, time_of_day: '09:00' },
    'Every month on the first Monday at 09:00 (Europe/Berlin)',
  ],
  [
    { type: 'monthly', on: { nth: 'last', weekday: 'sunday' }, time_of_day: '09:00' },
    'Every month on the last Sunday at 09:00 (Europe/Berlin)',
  ],
])('%j is said as "%s"', (recurrence, words) => {
  expect(say(recurrence, 'Europe/Berlin', scheduleWordsFor('en-GB'))).toBe(words);
});

test('another language brings its own phrases and gets its own weekdays', () => {
  const german: ScheduleWords = {
    locale: 'de',
    now: () => 'Einmal, sofort',
    once: ({ date, time }) => `Einmal am ${date} um ${time}`,
    weekly: ({ days, times }) =>
      days.kind === 'list' ? `Jeden ${days.days} um ${times}` : `${days.kind} um ${times}`,
    monthly: ({ time }) => `Monatlich um ${time}`,
  };
  expect(say(weekly(2 + 8, ['09:00', '17:00']), 'UTC', german)).toBe(
    'Jeden Montag und Mittwoch um 09:00 und 17:00',
  );
});
