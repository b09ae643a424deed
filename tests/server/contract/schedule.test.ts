import { describe, expect, test } from '@jest/globals';
import { ErrorBody, ScheduleInput, invalidBody, limits } from '../../../server/contract/index.ts';

const valid = {
  title: 'Mornings',
  recurrence: { type: 'weekly', days_of_week: 62, times_of_day: ['17:00', '09:00'] },
  channel_ids: ['c'.repeat(26)],
};

describe('a schedule from a client', () => {
  test('gets its defaults', () => {
    expect(ScheduleInput.parse(valid)).toEqual({
      title: 'Mornings',
      enabled: true,
      recurrence: {
        type: 'weekly',
        days_of_week: 62,
        every_weeks: 1,
        times_of_day: ['09:00', '17:00'],
        anchor_date: null,
      },
      channel_mode: 'specific',
      channel_ids: ['c'.repeat(26)],
      time_period: 'since_last_recap',
      pause_until: null,
      include_direct: true,
      include_muted: false,
      excluded_channel_ids: [],
      content: {
        focus: 'everything',
        length: 'standard',
        include_bots: false,
        custom_instructions: '',
        engine: 'automatic',
        language: 'automatic',
      },
      skip_empty: true,
    });
  });

  test('may have a title of 100 characters, however many bytes they take', () => {
    const title = '😀'.repeat(100);
    expect(ScheduleInput.parse({ ...valid, title }).title).toBe(title);
  });

  test.each([
    ['no title', { title: '  ' }, 'title', 1],
    ['a long title', { title: '😀'.repeat(101) }, 'title', 100],
    ['a recurrence there is not', { recurrence: { type: 'hourly' } }, 'recurrence.type', undefined],
    [
      'no day of the week',
      { recurrence: { ...valid.recurrence, days_of_week: 0 } },
      'recurrence.days_of_week',
      1,
    ],
    [
      'a day beyond Saturday',
      { recurrence: { ...valid.recurrence, days_of_week: 128 } },
      'recurrence.days_of_week',
      127,
    ],
    [
      'too many weeks',
      { recurrence: { ...valid.recurrence, every_weeks: 13 } },
      'recurrence.every_weeks',
      12,
    ],
    [
      'five times of day',
      {
        recurrence: {
          ...valid.recurrence,
          times_of_day: ['1', '2', '3', '4', '5'].map((h) => `0${h}:00`),
        },
      },
      'recurrence.times_of_day',
      4,
    ],
    [
      'a time of day twice',
      { recurrence: { ...valid.recurrence, times_of_day: ['09:00', '09:00'] } },
      'recurrence.times_of_day',
      undefined,
    ],
    [
      'a time that no clock shows',
      { recurrence: { ...valid.recurrence, times_of_day: ['24:00'] } },
      'recurrence.times_of_day.0',
      undefined,
    ],
    [
      'a date that no calendar has',
      { recurrence: { type: 'once', at: { date: '2026-02-29', time_of_day: '09:00' } } },
      'recurrence.at.date',
      undefined,
    ],
    [
      'a one-off at some time',
      { recurrence: { type: 'once', at: 'soon' } },
      'recurrence.at',
      undefined,
    ],
    ['an unknown zone', { timezone: 'Mars/Olympus' }, 'timezone', undefined],
    ['an offset for a zone', { timezone: '+05:30' }, 'timezone', undefined],
    ['no channel', { channel_ids: [] }, 'channel_ids', 1],
    ['an id that is none', { channel_ids: ['C'] }, 'channel_ids.0', undefined],
    [
      'a channel twice',
      { channel_ids: ['c', 'c'].map((c) => c.repeat(26)) },
      'channel_ids',
      undefined,
    ],
    [
      'more channels than any server allows',
      { channel_ids: Array.from({ length: 101 }, (_, n) => String(n).padStart(26, 'c')) },
      'channel_ids',
      limits.channelsPerSchedule,
    ],
    ['no channel', { channel_ids: [] }, 'channel_ids', 1],
    ['channels beside all unreads', { channel_mode: 'all_unreads' }, 'channel_ids', undefined],
    [
      'channels left out of chosen ones',
      { excluded_channel_ids: ['d'.repeat(26)] },
      'excluded_channel_ids',
      undefined,
    ],
    ['an end of no pause', { pause_until: '2026-05-01' }, 'pause_until', undefined],
    [
      'instructions that are too long',
      { content: { custom_instructions: '😀'.repeat(501) } },
      'content.custom_instructions',
      500,
    ],
    [
      'a day that no month has',
      { recurrence: { type: 'monthly', on: { day: 32 }, time_of_day: '09:00' } },
      'recurrence.on.day',
      31,
    ],
    [
      'a fifth weekday',
      { recurrence: { type: 'monthly', on: { nth: 5, weekday: 'monday' }, time_of_day: '09:00' } },
      'recurrence.on.nth',
      4,
    ],
    ['a mode of a later version', { channel_mode: 'most_read' }, 'channel_mode', undefined],
    ['a field of a later version', { pause_until: '2026-01-01' }, 'pause_until', undefined],
    [
      'a field of a later version, inside',
      { content: { focus: 'me' } },
      'content.focus',
      undefined,
    ],
  ])('with %s is refused by field and limit', (_name, change, field, limit) => {
    const result = ScheduleInput.safeParse({ ...valid, ...change });
    expect(result.success).toBe(false);
    if (result.success) return;
    const body = invalidBody(result.error);
    expect(ErrorBody.parse(body)).toEqual(body);
    expect(body.error).toMatchObject({ code: 'invalid', field });
    expect(body.error.limit).toBe(limit);
    expect(body.error.message.length).toBeGreaterThan(10);
  });
});
