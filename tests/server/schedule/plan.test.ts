import { describe, expect, test } from '@jest/globals';
import type { Recurrence } from '../../../server/contract/index.ts';
import { plan } from '../../../server/schedule/plan.ts';
import type { ActiveRun, ScheduleState } from '../../../server/store/index.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 0, 5, 9);

function state(
  recurrence: Recurrence,
  nextRunAt: number | null,
  changes: Partial<ScheduleState> & { finishedAt?: number } = {},
): ScheduleState {
  const { finishedAt, ...rest } = changes;
  return {
    fence: 0,
    sequence: 0,
    recent: [],
    active: null,
    notice_at: null,
    deleted_at: null,
    schedule: storedSchedule({
      recurrence,
      next_run_at: nextRunAt,
      window_start: monday - 24 * hour,
      finished_at: finishedAt ?? null,
    }),
    ...rest,
  };
}

function weekly(days: number, times = ['09:00']): Recurrence {
  return {
    type: 'weekly',
    days_of_week: days,
    every_weeks: 1,
    times_of_day: times,
    anchor_date: '2026-01-05',
  };
}

function active(owner: string | null, leaseUntil: number): ActiveRun {
  return {
    owner,
    epoch: 1,
    lease_until: leaseUntil,
    run: {
      sequence: 1,
      run_key: 'key',
      schedule_id: 's'.repeat(26),
      trigger: 'schedule',
      status: 'claimed',
      reason: null,
      occurrence_at: monday,
      occurrences: 1,
      window_start: 0,
      window_end: monday,
      attempts: 1,
      started_at: monday,
      finished_at: null,
      post_id: null,
      summary: null,
    },
  };
}

const once: Recurrence = { type: 'once', at: { date: '2026-01-05', time_of_day: '09:00' } };
const daily = weekly(127);
const day = 24 * hour;

/** A daily schedule that goes on at `at`. */
function pausedUntil(at: number, rest: Partial<ScheduleState> = {}): ScheduleState {
  const before = state(daily, null, rest);
  return { ...before, schedule: { ...before.schedule, enabled: false, resume_at: at } };
}

describe('what is due', () => {
  test.each([
    ['nothing before its time', state(daily, monday), monday - 1, { kind: 'none' }],
    ['nothing when paused', state(daily, null), monday, { kind: 'none' }],
    [
      'a run on time',
      state(daily, monday),
      monday + 3000,
      {
        kind: 'run',
        occurrenceAt: monday,
        nextRunAt: monday + day,
        window: { start: monday - day, end: monday },
      },
    ],
    [
      'a late run covers all up to now',
      state(daily, monday),
      monday + 2 * hour,
      {
        kind: 'run',
        occurrenceAt: monday,
        window: { start: monday - day, end: monday + 2 * hour - 1000 },
      },
    ],
    [
      'a daily run is late by 12 hours at most: just in time',
      state(daily, monday),
      monday + 12 * hour,
      { kind: 'run', occurrenceAt: monday },
    ],
    [
      'a daily run is late by 12 hours at most: too late',
      state(daily, monday),
      monday + 12 * hour + 1,
      {
        kind: 'settle',
        status: 'missed',
        reason: 'too_late',
        occurrences: 1,
        nextRunAt: monday + day,
      },
    ],
    [
      'a weekly run is late by 12 hours at most as well',
      state(weekly(2), monday),
      monday + 13 * hour,
      { kind: 'settle', status: 'missed', nextRunAt: monday + 7 * day },
    ],
    [
      'with several times a day, by half the time to the next',
      state(weekly(127, ['09:00', '11:00']), monday),
      monday + hour + 1,
      { kind: 'settle', status: 'missed', reason: 'too_late', nextRunAt: monday + 2 * hour },
    ],
    [
      'of several that are due the last is run, the others are recorded first',
      state(daily, monday),
      monday + 3 * day + hour,
      {
        kind: 'settle',
        status: 'missed',
        reason: 'superseded',
        occurrenceAt: monday,
        occurrences: 3,
        nextRunAt: monday + 3 * day,
      },
    ],
    [
      'of several that are due none is run when the last is too late',
      state(daily, monday),
      monday + 3 * day + 13 * hour,
      { kind: 'settle', reason: 'too_late', occurrences: 4, nextRunAt: monday + 4 * day },
    ],
    [
      'a one-off runs a day late',
      state(once, monday),
      monday + day,
      { kind: 'run', occurrenceAt: monday, nextRunAt: null },
    ],
    [
      'a one-off later than a day is missed',
      state(once, monday),
      monday + day + 1,
      { kind: 'settle', status: 'missed', reason: 'too_late', nextRunAt: null },
    ],
    [
      'one to run now',
      state({ type: 'once', at: 'now' }, monday),
      monday,
      { kind: 'run', occurrenceAt: monday, nextRunAt: null },
    ],
    [
      'an occurrence that comes while a run is busy is skipped',
      state(daily, monday + day, { active: active('other', monday + day + hour) }),
      monday + day,
      { kind: 'settle', status: 'skipped', reason: 'overlap', nextRunAt: monday + 2 * day },
    ],
    [
      'a busy run is left alone',
      state(daily, monday + day, { active: active('other', monday + 100) }),
      monday + 99,
      { kind: 'none' },
    ],
    [
      'a lease that is over',
      state(daily, monday + day, { active: active('other', monday + 100) }),
      monday + 100,
      { kind: 'stalled' },
    ],
    [
      'a run that waits for its next try',
      state(daily, monday + day, { active: active(null, monday + 100) }),
      monday + 100,
      { kind: 'retry' },
    ],
    [
      'a finished one-off stays for 30 days',
      state(once, null, { finishedAt: monday }),
      monday + 30 * day - 1,
      { kind: 'none' },
    ],
    [
      'and no longer',
      state(once, null, { finishedAt: monday }),
      monday + 30 * day,
      { kind: 'expire' },
    ],
    ['a pause until a day, before it', pausedUntil(monday), monday - 1, { kind: 'none' }],
    [
      'a pause until a day: from that day on, so that its morning is not lost',
      pausedUntil(monday),
      monday + 3 * hour,
      { kind: 'resume', nextRunAt: monday },
    ],
    [
      'by a clock that was set back, what comes after it without what has had its run',
      state(weekly(127, ['09:00', '09:30', '10:00']), monday, {
        recent: [{ ...active('other', 0).run, occurrence_at: monday + hour / 2 }],
      }),
      monday,
      { kind: 'run', occurrenceAt: monday, nextRunAt: monday + hour },
    ],
    [
      'of several the last that has not had its run',
      state(weekly(127, ['09:00', '09:30', '10:00']), monday, {
        recent: [{ ...active('other', 0).run, occurrence_at: monday + hour }],
      }),
      monday + hour,
      { kind: 'settle', reason: 'superseded', occurrences: 1, nextRunAt: monday + hour / 2 },
    ],
    [
      'a pause until a day, without an occurrence that has run already',
      pausedUntil(monday, { recent: [active('other', 0).run] }),
      monday,
      { kind: 'resume', nextRunAt: monday + day },
    ],
  ] as const)('%s', (_name, before, now, expected) => {
    expect(plan(before, now)).toMatchObject(expected);
  });

  test('a schedule whose zone is gone is paused with a reason', () => {
    const before = state(daily, monday);
    const gone = { ...before, schedule: { ...before.schedule, timezone: 'Mars/Olympus' } };
    expect(plan(gone, monday)).toMatchObject({
      kind: 'settle',
      status: 'failed',
      reason: 'unknown_timezone',
      pause: 'unknown_timezone',
      nextRunAt: null,
    });
    const resumed = { ...gone.schedule, enabled: false, next_run_at: null, resume_at: monday };
    expect(plan({ ...gone, schedule: resumed }, monday)).toMatchObject({
      kind: 'settle',
      pause: 'unknown_timezone',
    });
  });
});
