import { describe, expect, test } from '@jest/globals';

import type { Recurrence } from '../../../../server/contract/index.ts';
import { ScheduleInput } from '../../../../server/contract/index.ts';
import {
  checkForm,
  fieldNames,
  fieldOf,
} from '../../../../webapp/components/schedule_modal/form_errors.ts';
import {
  dateIn,
  formOf,
  inputOf,
  isSameForm,
  newForm,
  nextDate,
} from '../../../../webapp/components/schedule_modal/form_values.ts';
import type { FormValues } from '../../../../webapp/components/schedule_modal/form_values.ts';
import { idOf, scheduleOf } from '../../samples.ts';

const empty = newForm('Europe/Berlin', '2026-03-03');
const whole: FormValues = { ...empty, title: 'T', channelIds: [idOf('square')] };
const says = (id: string): string => id;

describe('from a schedule and back', () => {
  test.each<[string, Recurrence]>([
    ['once', { type: 'once', at: { date: '2026-05-01', time_of_day: '07:30' } }],
    ['now', { type: 'once', at: 'now' }],
    [
      'weekly',
      {
        type: 'weekly',
        days_of_week: 65,
        every_weeks: 3,
        times_of_day: ['07:05', '19:59'],
        anchor_date: '2026-03-02',
      },
    ],
    ['monthly by date', { type: 'monthly', on: { day: 31 }, time_of_day: '00:00' }],
    ['monthly on the last day', { type: 'monthly', on: { day: 'last' }, time_of_day: '23:59' }],
    [
      'monthly by weekday',
      { type: 'monthly', on: { nth: 4, weekday: 'sunday' }, time_of_day: '09:00' },
    ],
    [
      'monthly on the last weekday',
      { type: 'monthly', on: { nth: 'last', weekday: 'friday' }, time_of_day: '09:00' },
    ],
  ])('%s stays as it is', (_name, recurrence) => {
    expect(inputOf(formOf(scheduleOf({ recurrence }), '2026-03-03')).recurrence).toEqual(
      recurrence,
    );
  });

  test('everything else stays, too, and is what the server takes', () => {
    const schedule = scheduleOf({
      enabled: false,
      pause_until: '2026-04-01',
      channel_mode: 'all_unreads',
      channel_ids: [],
      include_direct: false,
      include_muted: true,
      excluded_channel_ids: [idOf('x')],
      time_period: 'last_week',
      skip_empty: false,
    });
    const input = inputOf(formOf(schedule, '2026-03-03'));
    expect(ScheduleInput.parse(input)).toMatchObject({
      enabled: false,
      pause_until: '2026-04-01',
      channel_mode: 'all_unreads',
      include_direct: false,
      include_muted: true,
      excluded_channel_ids: [idOf('x')],
      time_period: 'last_week',
      content: schedule.content,
      skip_empty: false,
    });
  });
});

describe('inputOf', () => {
  test.each<[string, Partial<FormValues>, object]>([
    ['white space around words', { title: '  T  ' }, { title: 'T' }],
    ['channels that all unreads do not use', { channelMode: 'all_unreads' }, { channel_ids: [] }],
    [
      'exceptions that chosen channels do not use',
      { excludedChannelIds: [idOf('x')] },
      { excluded_channel_ids: [] },
    ],
    ['a day to resume when it is not paused', { pauseUntil: '2026-05-01' }, { pause_until: null }],
  ])('leaves out %s', (_name, changed, expected) => {
    const input = inputOf({ ...whole, ...changed });
    expect(input).toMatchObject(expected);
    expect(ScheduleInput.safeParse(input).success).toBe(true);
  });
});

test('isSameForm sees what would be sent, and nothing else', () => {
  expect(isSameForm(whole, { ...whole, title: 'T ', monthDay: '12' })).toBe(true);
  expect(isSameForm(whole, { ...whole, title: 'U' })).toBe(false);
});

describe('checkForm', () => {
  test.each<[string, Partial<FormValues>, readonly string[]]>([
    ['nothing', {}, []],
    ['a title that is missing', { title: ' ' }, ['title']],
    ['a title that is too long', { title: 'é'.repeat(101) }, ['title']],
    ['a title that is just short enough', { title: '🚢'.repeat(100) }, []],
    ['channels that are missing', { channelIds: [] }, ['channel_ids']],
    ['too many channels', { channelIds: ['a', 'b', 'c'] }, ['channel_ids']],
    ['no channels, where all unreads count', { channelIds: [], channelMode: 'all_unreads' }, []],
    ['days', { daysOfWeek: 0 }, ['recurrence.days_of_week']],
    ['days that monthly does not use', { daysOfWeek: 0, kind: 'monthly' }, []],
    ['weeks', { everyWeeks: '13' }, ['recurrence.every_weeks']],
    ['half weeks', { everyWeeks: '1.5' }, ['recurrence.every_weeks']],
    ['a time that is missing', { times: ['09:00', ''] }, ['recurrence.times_of_day']],
    ['a time that is there twice', { times: ['09:00', '09:00'] }, ['recurrence.times_of_day']],
    ['a second time that once does not use', { kind: 'once', times: ['09:00', ''] }, []],
    ['a date', { kind: 'once', date: '' }, ['recurrence.at']],
    ['neither date nor time for now', { kind: 'once', now: true, date: '', times: [''] }, []],
    ['a zone', { timezone: '' }, ['timezone']],
    [
      'instructions that are too long',
      { content: { ...whole.content, custom_instructions: 'x'.repeat(501) } },
      ['content.custom_instructions'],
    ],
  ])('finds fault with %s', (_name, changed, expected) => {
    expect(Object.keys(checkForm({ ...whole, ...changed }, 2, says))).toEqual(expected);
  });
});

describe('fieldOf', () => {
  test.each([
    ['recurrence.times_of_day.3', 'recurrence.times_of_day'],
    ['recurrence.time_of_day', 'recurrence.times_of_day'],
    ['recurrence.at.time_of_day', 'recurrence.times_of_day'],
    ['recurrence.at.date', 'recurrence.at'],
    ['recurrence.on', 'recurrence.on'],
    ['channel_ids.12', 'channel_ids'],
    ['revision', undefined],
    ['titles', undefined],
    [undefined, undefined],
  ])('%p is shown at %p', (path, field) => {
    expect(fieldOf(path)).toBe(field);
  });

  test.each(fieldNames)('%s is shown where it is', (name) => {
    expect(fieldOf(name)).toBe(name);
  });
});

test.each([
  ['Pacific/Kiritimati', '2026-03-04'],
  ['Pacific/Pago_Pago', '2026-03-03'],
])('dateIn says which day it is in %s', (zone, date) => {
  expect(dateIn(zone, Date.UTC(2026, 2, 3, 12))).toBe(date);
});

test.each([
  ['before nine', 'Europe/Berlin', '2026-03-03T07:59Z', '2026-03-03'],
  ['at nine', 'Europe/Berlin', '2026-03-03T08:00Z', '2026-03-04'],
  ['in the evening', 'Europe/Berlin', '2026-03-03T22:59Z', '2026-03-04'],
  ['where it is tomorrow already', 'Pacific/Kiritimati', '2026-03-03T12:00Z', '2026-03-04'],
])('%s a form for once begins with a time to come', (_name, zone, instant, date) => {
  expect(nextDate(zone, Date.parse(instant))).toBe(date);
});
