/** What is known of a user. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError } from '../../../server/mattermost/index.ts';
import { readProfile } from '../../../server/plugin/profile.ts';
import { FakeServer } from '../recap/fake_server.ts';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
});

describe('the zone', () => {
  test.each([
    ['the one of the browser', { useAutomaticTimezone: 'true', automaticTimezone: 'Asia/Tokyo' }],
    ['the chosen one', { useAutomaticTimezone: 'false', manualTimezone: 'Asia/Tokyo' }],
  ])('is %s', async (_, zones) => {
    server.addUser('rita', { timezone: new Map(Object.entries(zones)) });
    expect(await readProfile(server.api, 'rita')).toMatchObject({ timezone: 'Asia/Tokyo' });
  });

  test.each([
    ['unknown', { useAutomaticTimezone: 'true', automaticTimezone: 'Moon/Base' }],
    ['empty', { useAutomaticTimezone: 'false', manualTimezone: '' }],
    ['absent', {}],
  ])('is UTC where it is %s', async (_, zones) => {
    server.addUser('rita', { timezone: new Map(Object.entries(zones)) });
    expect(await readProfile(server.api, 'rita')).toMatchObject({ timezone: 'UTC' });
  });
});

describe('the clock', () => {
  test.each([
    ['en', undefined, 'h12'],
    ['en-GB', undefined, 'h23'],
    ['de', undefined, 'h23'],
    ['ja', undefined, 'h23'],
    ['ko', undefined, 'h12'],
    ['', undefined, 'h12'],
    ['en', 'true', 'h23'],
    ['de', 'true', 'h23'],
    ['de', 'false', 'h12'],
    ['de', '', 'h12'],
  ])('in %j with the preference %j is %s', async (locale, preference, hourCycle) => {
    server.addUser('rita', { locale });
    if (preference !== undefined) {
      server.preferences.set('rita/display_settings/use_military_time', preference);
    }
    expect(await readProfile(server.api, 'rita')).toMatchObject({ locale, hourCycle });
  });

  test.each(['not_found', 'invalid'] as const)(
    'is the usual one where the server says %s',
    async (code) => {
      server.addUser('rita', { locale: 'fr' });
      server.failures.set('getPreferenceForUser', new ApiError(code, 'GetPreference', 'never set'));
      expect(await readProfile(server.api, 'rita')).toMatchObject({ hourCycle: 'h23' });
    },
  );

  test('is not guessed while the server does not answer', async () => {
    server.addUser('rita');
    const failure = new ApiError('unavailable', 'GetPreference', 'no answer');
    server.failures.set('getPreferenceForUser', failure);
    await expect(readProfile(server.api, 'rita')).rejects.toBe(failure);
  });
});
