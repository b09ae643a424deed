/** That the runs in other zones are what they seem: else they would prove nothing. */
import { expect, test } from '@jest/globals';
import { hostZone } from '../../support/host_zone.ts';

test('the host is in the zone that it is said to be in', () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = hostZone() ?? own;
  expect(own).toBe(zone);
  for (const month of [0, 6]) {
    const at = Date.UTC(2026, month, 15);
    const offset =
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds;
    expect(offset / 60e9 + new Date(at).getTimezoneOffset()).toBe(0);
  }
});
