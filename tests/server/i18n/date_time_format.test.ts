import { expect, test } from '@jest/globals';
import { dateTimeFormat } from '../../../server/i18n/index.ts';

test('a formatter is made once for a locale and options, and another for others', () => {
  const berlin = { timeZone: 'Europe/Berlin', hour: 'numeric' } as const;
  const format = dateTimeFormat('de', berlin);
  expect(dateTimeFormat('de', { ...berlin })).toBe(format);
  expect(dateTimeFormat('en', berlin)).not.toBe(format);
  expect(dateTimeFormat('de', { ...berlin, timeZone: 'UTC' }).format(0)).toBe('00 Uhr');
  expect(format.format(0)).toBe('01 Uhr');
});

test('more locales and zones than are kept still give the right formatter', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  for (const timeZone of zones) {
    const { timeZone: resolved } = dateTimeFormat('en', { timeZone }).resolvedOptions();
    expect(resolved).toBe(new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone);
  }
});
