/** Times as the reader reads them. */
import { describe, expect, test } from '@jest/globals';
import { whenFor } from '../../../../server/recap/render/when.ts';

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
    const when = whenFor({ from: at(from), to: at(to) }, 'en', 'Europe/Berlin');
    expect(when.inside(at('2026-11-02T14:30Z'))).toBe(inside);
    expect(when.window).toEqual({ from: start, to: end });
  });

  test('follow the locale', () => {
    const window = { from: at('2026-11-02T08:00Z'), to: at('2026-11-03T08:00Z') };
    expect(whenFor(window, 'en-GB', 'UTC').inside(at('2026-11-02T14:30Z'))).toBe('Mon 14:30');
  });

  test('are UTC where the zone is unknown', () => {
    const window = { from: at('2026-11-02T08:00Z'), to: at('2026-11-02T09:00Z') };
    expect(whenFor(window, 'en', 'Moon/Base').inside(at('2026-11-02T08:30Z'))).toBe('8:30 AM');
  });
});
