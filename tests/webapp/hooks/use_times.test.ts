import { describe, expect, test } from '@jest/globals';

import { timesIn } from '../../../webapp/hooks/use_times.ts';
import { morning } from '../samples.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('timesIn', () => {
  test.each<[string, boolean | undefined, string]>([
    ['en', undefined, 'Tue, Mar 3, 8:00 AM GMT+1'],
    ['en', true, 'Tue, Mar 3, 08:00 GMT+1'],
    ['de', undefined, 'Di., 3. März, 08:00 MEZ'],
    ['de', false, 'Di., 3. März, 8:00 AM MEZ'],
  ])('words an instant in %s, 24 hours: %p', (locale, clock, expected) => {
    expect(plain(timesIn(locale, clock).full(morning, 'Europe/Berlin'))).toBe(expected);
  });

  test.each<[string, boolean | undefined, string]>([
    ['de', undefined, 'Di., 3. März, 08:00'],
    ['fr', undefined, 'mar. 3 mars, 08:00'],
    ['es', undefined, 'mar, 3 mar, 8:00'],
    ['ja', undefined, '3月3日(火) 8:00'],
    ['en', false, 'Tue, Mar 3, 8:00 AM'],
  ])('writes the hour as the server does in %s, 24 hours: %p', (locale, clock, expected) => {
    expect(plain(timesIn(locale, clock).short(morning, 'Europe/Berlin'))).toBe(expected);
  });

  test('words a day without its time', () => {
    expect(plain(timesIn('en', undefined).day(morning, 'Europe/Berlin'))).toBe('Tue, Mar 3');
  });

  test('a zone that this browser does not know is UTC', () => {
    expect(plain(timesIn('en', true).short(morning, 'Mars/Base'))).toBe('Tue, Mar 3, 07:00');
  });

  test.each<[string, number, string]>([
    ['seconds', 20_000, 'this minute'],
    ['minutes', 5 * minute + 20_000, 'in 5 minutes'],
    ['hours', 26 * hour - 3 * hour, 'in 23 hours'],
    ['a day', day + hour, 'tomorrow'],
    ['days', 6 * day, 'in 6 days'],
    ['minutes ago', -5 * minute, '5 minutes ago'],
    ['a day ago', -day, 'yesterday'],
  ])('says how far off it is: %s', (_name, distance, expected) => {
    expect(timesIn('en', undefined).relative(morning + distance, morning)).toBe(expected);
  });

  test('names the days from Sunday on', () => {
    const times = timesIn('en', undefined);
    expect([0, 1, 6].map((day) => times.weekday(day, 'short'))).toEqual(['Sun', 'Mon', 'Sat']);
  });
});
