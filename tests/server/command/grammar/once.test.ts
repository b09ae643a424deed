/** Dates as people write them, in their language and zone, whatever zone the host is in. */
import { describe, expect, test } from '@jest/globals';
import { readDay, readTiming } from '../../../../server/command/grammar/index.ts';
import type { DateContext } from '../../../../server/command/grammar/index.ts';

/** Tuesday, 24 November 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 10, 24, 9);

async function read(text: string, context: Partial<DateContext> = {}): Promise<unknown> {
  const recurrence = await readTiming(text, {
    locale: 'en',
    timezone: 'Europe/Berlin',
    now,
    ...context,
  });
  if (recurrence.type !== 'once' || recurrence.at === 'now') return recurrence;
  return `${recurrence.at.date} ${recurrence.at.time_of_day}`;
}

test.each([
  ['en', 'tomorrow at 9', '2026-11-25 09:00'],
  ['en', 'today at 10:01', '2026-11-24 10:01'],
  ['en', 'at 9:30', '2026-11-25 09:30'],
  ['en', 'at 11:30', '2026-11-24 11:30'],
  ['en', '9 pm', '2026-11-24 21:00'],
  ['en', 'on tuesday at 9', '2026-12-01 09:00'],
  ['en', 'tuesday at 11', '2026-11-24 11:00'],
  ['en', 'monday at 9', '2026-11-30 09:00'],
  ['en', 'once on friday at 17:00', '2026-11-27 17:00'],
  ['en', '24 December 8:30', '2026-12-24 08:30'],
  ['en', 'the 24th of December at 8:30', '2026-12-24 08:30'],
  ['en', '23 November at 9:00', '2027-11-23 09:00'],
  ['en', '24 November at 9:00', '2027-11-24 09:00'],
  ['en', '24 November at 11:00', '2026-11-24 11:00'],
  ['en', '29 February at 9:00', '2028-02-29 09:00'],
  ['en', 'tuesday 29 february at 9:00', '2028-02-29 09:00'],
  ['en', '2/29 9:00', '2028-02-29 09:00'],
  ['en', '31 January at 9:00', '2027-01-31 09:00'],
  ['en', 'the day after tomorrow at 9', '2026-11-26 09:00'],
  ['en', 'at noon', '2026-11-24 12:00'],
  ['en', '2027-01-31 09:00', '2027-01-31 09:00'],
  ['en', '12/24 9:00', '2026-12-24 09:00'],
  ['en-GB', '24/12 9:00', '2026-12-24 09:00'],
  ['en', 'in 2 hours', '2026-11-24 12:00'],
  ['en', 'in 90 minutes', '2026-11-24 11:30'],
  ['en', 'in 3 days at 9', '2026-11-27 09:00'],
  ['de', 'morgen um 9 Uhr', '2026-11-25 09:00'],
  ['de', 'am Montag um 9:30', '2026-11-30 09:30'],
  ['de', '24. Dezember um 8:30 Uhr', '2026-12-24 08:30'],
  ['de', 'am 24.12. um 8:30', '2026-12-24 08:30'],
  ['de', '24.12.2026 8:30', '2026-12-24 08:30'],
  ['de', '29.2. um 9 Uhr', '2028-02-29 09:00'],
  ['de', 'morgen früh um 8', '2026-11-25 08:00'],
  ['de', 'morgen Mittag', '2026-11-25 12:00'],
  ['de', 'kommenden Freitag um 9', '2026-11-27 09:00'],
  ['de', 'in einer halben Stunde', '2026-11-24 10:30'],
  ['de', 'in 2 Stunden', '2026-11-24 12:00'],
  ['de', 'tomorrow at 9', '2026-11-25 09:00'],
  ['es', 'mañana a las 9:30', '2026-11-25 09:30'],
  ['es', 'el 24 de diciembre a las 8:30', '2026-12-24 08:30'],
  ['es', 'el 29 de febrero a las 9:00', '2028-02-29 09:00'],
  ['es', 'pasado mañana a las 9', '2026-11-26 09:00'],
  ['es', 'mañana a las 9 de la mañana', '2026-11-25 09:00'],
  ['es', 'mañana a las 5:30 de la tarde', '2026-11-25 17:30'],
  ['es', 'mañana a mediodía', '2026-11-25 12:00'],
  ['es', 'en media hora', '2026-11-24 10:30'],
  ['es', 'en 2 horas', '2026-11-24 12:00'],
  ['fr', 'demain à 9h30', '2026-11-25 09:30'],
  ['fr', 'le 24 décembre à 8h30', '2026-12-24 08:30'],
  ['fr', 'le 29 février à 9h', '2028-02-29 09:00'],
  ['fr', 'le 24/12 à 8:30', '2026-12-24 08:30'],
  ['fr', 'après-demain à 9h', '2026-11-26 09:00'],
  ['fr', 'demain à midi', '2026-11-25 12:00'],
  ['fr', 'dans une demi-heure', '2026-11-24 10:30'],
  ['fr', 'dans 2 heures', '2026-11-24 12:00'],
  ['ja', '明日9時', '2026-11-25 09:00'],
  ['ja', '12月24日 午後3時', '2026-12-24 15:00'],
  ['ja', '2月29日9:00', '2028-02-29 09:00'],
  ['ja', '明後日9時', '2026-11-26 09:00'],
  ['ja', '明日の朝9時', '2026-11-25 09:00'],
  ['ja', '2時間後', '2026-11-24 12:00'],
  ['ja', '30分後', '2026-11-24 10:30'],
  ['ja', '月曜日 9:00', '2026-11-30 09:00'],
])('%s: %s', async (locale, text, expected) => {
  expect(await read(text, { locale })).toBe(expected);
});

test.each([
  ['the day before it', Date.UTC(2028, 1, 28, 11), '2028-02-29'],
  ['its own evening', Date.UTC(2028, 1, 29, 20), '2032-02-29'],
  ['the autumn of its year', Date.UTC(2028, 9, 1), '2032-02-29'],
  ['a year that is far', Date.UTC(2041, 5, 1), '2044-02-29'],
  ['the years without one around 2100', Date.UTC(2097, 5, 1), '2104-02-29'],
])('29 February is the next there is, seen from %s', async (_, at, expected) => {
  expect(await read('29 February 9:00', { now: at })).toBe(`${expected} 09:00`);
  expect(await readDay('29 February', { locale: 'en', timezone: 'Europe/Berlin', now: at })).toBe(
    expected,
  );
});

describe('in the zone of the user', () => {
  test.each([
    ['Asia/Tokyo', 'tomorrow at 9', Date.UTC(2026, 10, 24, 15, 30), '2026-11-26 09:00'],
    ['America/Los_Angeles', 'tomorrow at 9', Date.UTC(2026, 10, 24, 7, 30), '2026-11-24 09:00'],
    ['Pacific/Kiritimati', 'today at 23:59', Date.UTC(2026, 10, 24, 10, 30), '2026-11-25 23:59'],
    ['Asia/Kolkata', 'at 9:00', Date.UTC(2026, 10, 24, 3, 29), '2026-11-24 09:00'],
    ['Asia/Kolkata', 'at 9:00', Date.UTC(2026, 10, 24, 3, 31), '2026-11-25 09:00'],
  ])('%s: %s', async (timezone, text, at, expected) => {
    expect(await read(text, { timezone, now: at })).toBe(expected);
  });
});

describe('around a change of clocks', () => {
  test.each([
    // Berlin goes from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October.
    ['in 2 hours', Date.UTC(2026, 2, 29, 0, 30), '2026-03-29 04:30'],
    ['in 2 hours', Date.UTC(2026, 9, 25, 0, 30), '2026-10-25 03:30'],
    ['tomorrow at 2:30', Date.UTC(2026, 2, 28, 11), '2026-03-29 02:30'],
    ['today at 9', Date.UTC(2026, 2, 29, 0, 30), '2026-03-29 09:00'],
    ['sunday at 2:30', Date.UTC(2026, 9, 20, 11), '2026-10-25 02:30'],
  ])('%s', async (text, at, expected) => {
    expect(await read(text, { now: at })).toBe(expected);
  });
});

test.each([
  ['a day that has passed', 'yesterday at 9', 'future'],
  ['a date that has passed, with its year', '24 December 2025 9:00', 'future'],
  ['a date without a time', '24 December', 'time'],
  ['a date that no year has', '31 February 9:00', 'date'],
  ['a day that this month has not', '31 November at 9:00', 'date'],
  ['29 February of a year without it', '29 February 2027 9:00', 'date'],
  ['29 February on another weekday', 'monday 29 February 9:00', 'when'],
  ['a day without its month', 'the 31st at 9:00', 'when'],
  ['a year beyond all calendars', '1 January 2300 9:00', 'when'],
  ['a span', 'tomorrow from 9:00 to 10:00', 'when'],
  ['a very long text', 'tomorrow at 9 '.repeat(20), 'when'],
])('%s is refused', async (_, text, expected) => {
  await expect(read(text)).rejects.toMatchObject({ expected });
});

describe('a day that has gone by is not taken for the coming one', () => {
  test.each([
    ['en', 'last monday at 9', 'last monday'],
    ['en', 'monday at 9 last week', 'last week'],
    ['de', 'letzten Montag um 9', 'letzten Montag'],
    ['es', 'el lunes pasado a las 9', 'lunes pasado'],
    ['fr', 'lundi dernier à 9h', 'lundi dernier'],
    ['ja', '先週の月曜日 9時', '先週'],
    ['de', 'last monday at 9', 'last monday'],
  ])('%s: %s', async (locale, text, word) => {
    await expect(read(text, { locale })).rejects.toMatchObject({ expected: 'future', word });
  });
});

describe('a time that no clock shows is named', () => {
  test.each([
    ['en', 'tomorrow at 25:00', '25:00'],
    ['en', 'tomorrow at 24:00', '24:00'],
    ['en', 'tomorrow at 9:75', '9:75'],
    ['en', '24 December at 13 pm', '13'],
    ['en', 'tomorrow at 99', '99'],
    ['de', 'morgen um 25 Uhr', '25'],
    ['es', 'mañana a las 25:00', '25:00'],
    ['fr', 'demain à 25h', '25'],
    ['ja', '明日25時', '25'],
  ])('%s: %s', async (locale, text, word) => {
    await expect(read(text, { locale })).rejects.toMatchObject({ expected: 'time', word });
  });
});
