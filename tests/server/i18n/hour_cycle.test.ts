/** Clocks of 12 and of 24 hours. */
import { expect, test } from '@jest/globals';
import { timeFormat, usualHourCycle } from '../../../server/i18n/index.ts';

test.each([
  ['en', 'h12'],
  ['en_AU', 'h12'],
  ['en-GB', 'h23'],
  ['de-AT', 'h23'],
  ['es', 'h23'],
  ['es-MX', 'h12'],
  ['fr', 'h23'],
  ['ja', 'h23'],
  ['', 'h12'],
  ['not a locale!', 'h12'],
])('people of %j are used to %s', (locale, hourCycle) => {
  expect(usualHourCycle(locale)).toBe(hourCycle);
});

test.each([
  ['en', 'h12', '12:05 AM', '9:00 AM', '11:59 PM'],
  ['en', 'h23', '00:05', '09:00', '23:59'],
  ['de', 'h23', '00:05', '09:00', '23:59'],
  ['es', 'h23', '0:05', '9:00', '23:59'],
  ['fr', 'h12', '12:05 AM', '9:00 AM', '11:59 PM'],
  ['ja', 'h23', '0:05', '9:00', '23:59'],
  ['ja', 'h12', '午前12:05', '午前9:00', '午後11:59'],
] as const)('in %s with %s', (locale, hourCycle, night, morning, evening) => {
  const write = timeFormat({ locale, hourCycle }, 'Asia/Kolkata');
  // Half past five ahead of UTC.
  const at = (hours: number, minutes: number): string =>
    write(Date.UTC(2026, 0, 15, hours - 5, minutes - 30));
  expect([at(0, 5), at(9, 0), at(23, 59)]).toEqual([night, morning, evening]);
});

test('remembers habits of some locales only, and is right about all', () => {
  const many = Array.from({ length: 500 }, (_, index) => `de-x-a${index}`);
  for (const locale of many) expect(usualHourCycle(locale)).toBe('h23');
  expect(usualHourCycle('en')).toBe('h12');
});
