import { describe, expect, test } from '@jest/globals';
import { checkChannels, checkDistance } from '../../../server/schedule/channel_rules.ts';
import { input } from '../../support/scheduler_world.ts';

const rules = {
  limits: () => ({
    schedulesPerUser: 10,
    channelsPerSchedule: 2,
    minutesBetweenRuns: 60,
    runsByHandPerDay: 10,
  }),
  unreadable: (_user: string, ids: readonly string[]) =>
    Promise.resolve(ids.filter((id) => id.startsWith('x'))),
};
const [dev, ops, gone] = ['d'.repeat(26), 'o'.repeat(26), 'x'.repeat(26)] as const;

describe('the distance between two runs', () => {
  const at = (...times: string[]) =>
    input({
      recurrence: {
        type: 'weekly',
        days_of_week: 127,
        every_weeks: 1,
        times_of_day: times,
        anchor_date: null,
      },
    }).recurrence;

  test.each([
    ['one time a day', at('09:00')],
    ['an hour', at('09:00', '10:00')],
    ['an hour over midnight', at('00:15', '23:15')],
    ['a monthly rule', { type: 'monthly', on: { day: 1 }, time_of_day: '09:00' } as const],
    ['a one-off', { type: 'once', at: 'now' } as const],
  ])('may be that of %s', (_name, recurrence) => {
    expect(() => checkDistance(rules, recurrence)).not.toThrow();
  });

  test.each([
    ['59 minutes', at('09:00', '09:59')],
    ['59 minutes over midnight', at('00:00', '23:01')],
  ])('must not be %s', (_name, recurrence) => {
    expect(() => checkDistance(rules, recurrence)).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'recurrence.times_of_day', limit: 60 }),
    );
  });
});

describe('the channels of a schedule', () => {
  test.each([
    ['too many', [dev, ops, gone], [], { field: 'channel_ids', limit: 2 }],
    ['one that cannot be read', [dev, gone], [], { field: 'channel_ids.1' }],
  ])('must not be %s', async (_name, ids, had, error) => {
    await expect(checkChannels(rules, 'u', { channel_ids: [...ids] }, had)).rejects.toMatchObject({
      code: 'invalid',
      ...error,
    });
  });

  test('may be those that it has already, although they cannot be read any more', async () => {
    await expect(checkChannels(rules, 'u', { channel_ids: [dev, gone] }, [gone])).resolves.toBe(
      undefined,
    );
  });
});
