/** Times as the reader reads them. */
import { describe, expect, test } from '@jest/globals';
import { whenFor } from '../../../../server/recap/render/when.ts';

const english = { locale: 'en', hourCycle: 'h12' } as const;

const at = (text: string): number => Date.parse(text);

describe('times', () => {
  test.each([
    [
      'a day',
      '2026-11-02T08:00Z',
      '2026-11-03T08:00Z',
      'Mon 3:30 PM',
      'Mon, Nov 2, 9:00 AM',
      'Tue, Nov 3, 9:00 AM',
    ],
    [
      'hours of one day',
      '2026-11-02T08:00Z',
      '2026-11-02T16:00Z',
      '3:30 PM',
      'Mon, Nov 2, 9:00 AM',
      '5:00 PM',
    ],
    [
      'a week',
      '2026-10-27T08:00Z',
      '2026-11-03T08:00Z',
      'Nov 2, 3:30 PM',
      'Tue, Oct 27, 9:00 AM',
      'Tue, Nov 3, 9:00 AM',
    ],
  ])('in %s', (_, from, to, inside, start, end) => {
    const when = whenFor({ from: at(from), to: at(to) }, english, 'Europe/Berlin');
    expect(when.inside(at('2026-11-02T14:30Z'))).toBe(inside);
    expect(when.window).toEqual({ from: start, to: end });
  });

  test.each([
    [
      'the second before a minute',
      '2026-11-02T08:40Z',
      '2026-11-03T08:39:59Z',
      'Mon, Nov 2, 9:40 AM',
      'Tue, Nov 3, 9:40 AM',
    ],
    [
      'the second before a minute of the same day',
      '2026-11-03T07:39:59.200Z',
      '2026-11-03T08:39:59Z',
      'Tue, Nov 3, 8:40 AM',
      '9:40 AM',
    ],
    [
      'less than a minute',
      '2026-11-03T08:40:00Z',
      '2026-11-03T08:40:29Z',
      'Tue, Nov 3, 9:40 AM',
      '9:40 AM',
    ],
    [
      'the second before midnight',
      '2026-11-02T08:00Z',
      '2026-11-02T22:59:59Z',
      'Mon, Nov 2, 9:00 AM',
      'Tue, Nov 3, 12:00 AM',
    ],
    [
      'midnight to midnight',
      '2026-11-01T23:00Z',
      '2026-11-02T23:00Z',
      'Mon, Nov 2, 12:00 AM',
      'Tue, Nov 3, 12:00 AM',
    ],
  ])('show the ends of a window as minutes: %s', (_, from, to, start, end) => {
    const when = whenFor({ from: at(from), to: at(to) }, english, 'Europe/Berlin');
    expect(when.window).toEqual({ from: start, to: end });
  });

  test('follow the locale', () => {
    const window = { from: at('2026-11-02T08:00Z'), to: at('2026-11-03T08:00Z') };
    const british = { locale: 'en-GB', hourCycle: 'h23' } as const;
    expect(whenFor(window, british, 'UTC').inside(at('2026-11-02T14:30Z'))).toBe('Mon 14:30');
  });

  test.each([
    ['en', 'h12', 'Mon 9:05 AM', 'Mon, Nov 2, 8:00 AM'],
    ['en', 'h23', 'Mon 09:05', 'Mon, Nov 2, 08:00'],
    ['en-GB', 'h12', 'Mon 9:05 am', 'Mon 2 Nov, 8:00 am'],
    ['de', 'h23', 'Mo., 09:05', 'Mo., 2. Nov., 08:00'],
    ['de', 'h12', 'Mo. 9:05 AM', 'Mo., 2. Nov., 8:00 AM'],
    ['es', 'h23', 'lun, 9:05', 'lun, 2 nov, 8:00'],
    ['fr', 'h23', 'lun. 09:05', 'lun. 2 nov., 08:00'],
    ['ja', 'h23', '9:05 (月)', '11月2日(月) 8:00'],
    ['ja', 'h12', '午前9:05 (月)', '11月2日(月) 午前8:00'],
  ] as const)('follow the clock: %s with %s', (locale, hourCycle, inside, from) => {
    const window = { from: at('2026-11-02T08:00Z'), to: at('2026-11-03T08:00Z') };
    const when = whenFor(window, { locale, hourCycle }, 'UTC');
    expect(when.inside(at('2026-11-02T09:05Z'))).toBe(inside);
    expect(when.window.from).toBe(from);
  });

  test('are UTC where the zone is unknown', () => {
    const window = { from: at('2026-11-02T08:00Z'), to: at('2026-11-02T09:00Z') };
    expect(whenFor(window, english, 'Moon/Base').inside(at('2026-11-02T08:30Z'))).toBe('8:30 AM');
  });
});
