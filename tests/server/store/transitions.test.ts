import { describe, expect, test } from '@jest/globals';
import type { RecapSummary, Run, RunReason } from '../../../server/contract/index.ts';
import { maxFailures, noticeEveryMs, wrongClockMs } from '../../../server/store/limits.ts';
import type { ActiveRun, ScheduleState, StoredSchedule } from '../../../server/store/record.ts';
import {
  beginDelivery,
  claim,
  end,
  endPause,
  isNoticeDue,
  postpone,
  renew,
  settle,
  takeOver,
} from '../../../server/store/transitions.ts';
import type { Ending, Unrun } from '../../../server/store/transitions.ts';
import { summary } from '../../support/scheduler_world.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const hour = 3_600_000;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);
const id = 's'.repeat(26);
const once: StoredSchedule['recurrence'] = {
  type: 'once',
  at: { date: '2026-01-05', time_of_day: '09:00' },
};
const lease = { owner: 'node', now: nine + 5000, leaseMs: 30_000 };

function state(
  changes: Partial<StoredSchedule> = {},
  rest: Partial<ScheduleState> = {},
): ScheduleState {
  const schedule = storedSchedule({ next_run_at: nine, window_start: nine - day, ...changes });
  return {
    fence: 3,
    sequence: 0,
    active: null,
    recent: [],
    notice_at: null,
    deleted_at: null,
    ...rest,
    schedule,
  };
}

/** A state with a claimed run of 09:00, and that run. */
function busy(
  changes: Partial<StoredSchedule> = {},
  rest: Partial<ScheduleState> = {},
  trigger: Run['trigger'] = 'schedule',
): { before: ScheduleState; active: ActiveRun } {
  const window = { start: nine - day, end: nine };
  const nextRunAt = changes.next_run_at === undefined ? nine + day : changes.next_run_at;
  const before = claim(state(changes, rest), {
    ...lease,
    trigger,
    occurrenceAt: nine,
    window,
    nextRunAt,
  });
  return { before, active: before.active! };
}

function unrun(changes: Partial<Unrun> = {}): Unrun {
  return {
    status: 'missed',
    reason: 'too_late',
    now: nine + 13 * hour,
    occurrenceAt: nine,
    occurrences: 2,
    nextRunAt: nine + 2 * day,
    pause: null,
    ...changes,
  };
}

const delivered: Ending = { status: 'delivered', postId: 'p'.repeat(26), summary };
const empty: Ending = { status: 'empty', summary };

function failed(reason: RunReason = 'delivery_failed'): Ending {
  return { status: 'failed', reason };
}

describe('claiming', () => {
  test('moves the next run in the same step, and names run, owner and lease', () => {
    const { before } = busy();
    expect(before).toMatchObject({
      sequence: 1,
      fence: 3,
      schedule: { next_run_at: nine + day, window_start: nine - day, last_status: null },
      active: {
        owner: 'node',
        epoch: 1,
        lease_until: nine + 35_000,
        run: {
          sequence: 1,
          run_key: `${id}-${nine}`,
          status: 'claimed',
          trigger: 'schedule',
          attempts: 1,
          started_at: nine + 5000,
          finished_at: null,
        },
      },
    });
  });

  test('by hand never has the key of a due run', () => {
    expect(busy({}, {}, 'manual').active.run.run_key).toBe(`${id}-${nine}-now`);
  });
});

describe('a run changes hands', () => {
  test('with a new epoch and one more attempt', () => {
    const { before, active } = busy();
    const heir = { owner: 'heir', now: nine + hour, leaseMs: 30_000 };
    expect(takeOver(before, active, heir).active).toMatchObject({
      owner: 'heir',
      epoch: 2,
      lease_until: nine + hour + 30_000,
      run: { attempts: 2, sequence: 1 },
    });
  });

  test('not by a renewal, which only moves the lease', () => {
    const { before, active } = busy();
    const later = { ...lease, now: nine + 15_000 };
    const expected = { ...active, lease_until: nine + 45_000 };
    expect(renew(before, active, later)).toEqual({ ...before, active: expected });
  });

  test('delivery renews, too', () => {
    const { before, active } = busy();
    const later = { ...lease, now: nine + 15_000 };
    const run = { ...active.run, status: 'delivering' };
    expect(beginDelivery(before, active, later).active).toEqual({
      ...active,
      run,
      lease_until: nine + 45_000,
    });
  });

  test.each([
    [false, 1],
    [true, 0],
  ])("put off (uncounted: %s) it is nobody's until its next try", (uncounted, attempts) => {
    const { before, active } = busy();
    expect(postpone(before, active, nine + hour, uncounted).active).toMatchObject({
      owner: null,
      epoch: 2,
      lease_until: nine + hour,
      run: { attempts },
    });
  });
});

describe('an occurrence that is not run', () => {
  test('is one row for all of them, and leaves the window where it was', () => {
    const after = settle(state(), unrun());
    expect(after.schedule).toMatchObject({
      next_run_at: nine + 2 * day,
      window_start: nine - day,
      last_run_at: nine + 13 * hour,
      last_status: 'missed',
      run_count: 0,
      failures: 0,
    });
    expect(after.recent).toMatchObject([
      {
        sequence: 1,
        status: 'missed',
        reason: 'too_late',
        occurrences: 2,
        attempts: 0,
        finished_at: nine + 13 * hour,
        run_key: `${id}-${nine}`,
      },
    ]);
    expect(after.notice_at).toBeNull();
  });

  test('beside a busy run does not claim to be the last that ran, and leaves that run alone', () => {
    const { before, active } = busy({ last_status: 'empty' });
    const after = settle(before, unrun({ status: 'skipped', reason: 'overlap' }));
    expect(after.active).toBe(active);
    expect(after.schedule).toMatchObject({ last_status: 'empty', last_run_at: null });
    const done = end(after, active, delivered, nine + 2 * day);
    expect(done.recent.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(done.schedule.last_status).toBe('delivered');
  });

  test('of a one-off finishes it, and its owner hears of it', () => {
    const before = state({ recurrence: once });
    const now = nine + 25 * hour;
    const after = settle(before, unrun({ occurrences: 1, now, nextRunAt: null }));
    expect(after.schedule).toMatchObject({ enabled: false, finished_at: now, pause_reason: null });
    expect(isNoticeDue(after, after.recent[0]!)).toBe(true);
  });

  test.each([
    ['that runs', state(), unrun({ pause: 'unknown_timezone', nextRunAt: null })],
    [
      'that was paused until today',
      state({ enabled: false, next_run_at: null, pause_until: '2026-01-05', resume_at: nine }),
      unrun({ pause: 'unknown_timezone', nextRunAt: null }),
    ],
  ])(
    'because nothing can be computed any more pauses a schedule %s, for good',
    (_, before, row) => {
      const after = settle(before, { ...row, status: 'failed', reason: 'unknown_timezone' });
      expect(after.schedule).toMatchObject({
        enabled: false,
        next_run_at: null,
        pause_reason: 'unknown_timezone',
        // Else it would come due at once again, and each minute from then on.
        resume_at: null,
        pause_until: null,
      });
      expect(isNoticeDue(after, after.recent[0]!)).toBe(true);
    },
  );
});

test.each<[string, (before: ScheduleState) => ScheduleState]>([
  ['pauses for good', (before) => settle(before, unrun({ pause: 'unknown_timezone' }))],
  ['ends a pause', (before) => endPause(before, nine + day)],
])('a step that %s is seen by a form that was opened before it', (_, step) => {
  expect(step(state({ revision: 4 })).schedule.revision).toBe(5);
});

test('a pause that ends leaves nothing of it behind', () => {
  const before = state({
    enabled: false,
    next_run_at: null,
    pause_until: '2026-01-07',
    resume_at: nine + 2 * day,
    pause_reason: 'owner',
    failures: 3,
  });
  expect(endPause(before, nine + 3 * day).schedule).toEqual({
    ...before.schedule,
    enabled: true,
    next_run_at: nine + 3 * day,
    pause_until: null,
    resume_at: null,
    pause_reason: null,
    failures: 0,
    revision: 2,
  });
});

describe('a run that ends', () => {
  test.each([
    ['delivered', delivered, { post_id: 'p'.repeat(26), summary }],
    ['delivered, found by a later attempt', { ...delivered, summary: null }, { summary: null }],
    ['empty', empty, { post_id: null, summary }],
  ])('%s: its window is dealt with', (_, ending: Ending, row) => {
    const { before, active } = busy({ failures: 4, run_count: 7 });
    const after = end(before, active, ending, nine + 60_000);
    expect(after.active).toBeNull();
    expect(after.schedule).toMatchObject({
      window_start: nine,
      run_count: 8,
      failures: 0,
      last_run_at: nine + 5000,
      last_status: ending.status,
      next_run_at: nine + day,
    });
    expect(after.recent[0]).toMatchObject({
      ...row,
      status: ending.status,
      reason: null,
      finished_at: nine + 60_000,
    });
    expect(isNoticeDue(after, after.recent[0]!)).toBe(false);
  });

  test('failed: its window is not', () => {
    const { before, active } = busy({ run_count: 7 });
    const after = end(before, active, failed(), nine + 60_000);
    expect(after.schedule).toMatchObject({
      window_start: nine - day,
      run_count: 7,
      failures: 1,
      last_status: 'failed',
      enabled: true,
    });
    expect(after.recent[0]).toMatchObject({
      reason: 'delivery_failed',
      post_id: null,
      summary: null,
    });
  });

  test('one that has run once is finished, whatever came of it', () => {
    for (const ending of [delivered, empty, failed()]) {
      const { before, active } = busy({ recurrence: once, next_run_at: null });
      const after = end(before, active, ending, nine + 60_000);
      expect(after.schedule).toMatchObject({ enabled: false, finished_at: nine + 60_000 });
    }
  });

  test('a one-off that is run by hand before its time is not finished', () => {
    const { before, active } = busy({ recurrence: once, next_run_at: nine + day }, {}, 'manual');
    const after = end(before, active, delivered, nine + 60_000);
    expect(after.schedule).toMatchObject({ enabled: true, finished_at: null });
  });
});

describe('failures in a row', () => {
  test.each<[string, Partial<StoredSchedule>, Run['trigger'], RunReason, object]>([
    ['are counted', { failures: 3 }, 'schedule', 'internal', { failures: 4, enabled: true }],
    [
      'pause at the fifth',
      { failures: maxFailures - 1 },
      'schedule',
      'internal',
      { failures: 5, enabled: false, next_run_at: null, pause_reason: 'failures', revision: 2 },
    ],
    [
      'do not grow by a run that was asked for by hand',
      { failures: maxFailures - 1 },
      'manual',
      'internal',
      { failures: 4, enabled: true, pause_reason: null },
    ],
    [
      'are not waited for where the account is closed',
      { failures: 0 },
      'schedule',
      'owner_inactive',
      { failures: 1, enabled: false, next_run_at: null, pause_reason: 'owner_inactive' },
    ],
    [
      'do not rename the pause of a schedule that its owner has paused meanwhile',
      { failures: 4, enabled: false, next_run_at: null, pause_reason: 'owner' },
      'schedule',
      'internal',
      { failures: 5, enabled: false, pause_reason: 'owner' },
    ],
    [
      'do not pause a one-off, which is finished',
      { failures: 4, recurrence: once, next_run_at: null },
      'schedule',
      'internal',
      { failures: 5, pause_reason: null, finished_at: nine + 60_000 },
    ],
  ])('%s', (_, changes, trigger, reason, expected) => {
    const { before, active } = busy(changes, {}, trigger);
    expect(end(before, active, failed(reason), nine + 60_000).schedule).toMatchObject(expected);
  });
});

describe('the owner is told', () => {
  const now = nine + 60_000;

  test.each([
    ['of the first failure', null, 0, true],
    ['not again on the same day', now - noticeEveryMs + 1, 0, false],
    ['again a day later', now - noticeEveryMs, 0, true],
    ['not on the word of a clock that runs a little ahead', now + hour, 0, false],
    ['whatever a clock said that was wrong by days', now + noticeEveryMs, 0, true],
    ['of the pause, whenever they heard last', now - 1, maxFailures - 1, true],
  ])('%s', (_, noticeAt, failures, told) => {
    const { before, active } = busy({ failures }, { notice_at: noticeAt });
    const after = end(before, active, failed(), now);
    expect(isNoticeDue(after, after.recent[0]!)).toBe(told);
    expect(after.notice_at).toBe(told ? now : noticeAt);
  });

  test('nothing of a success', () => {
    const { before, active } = busy();
    expect(end(before, active, delivered, now).notice_at).toBeNull();
  });
});

describe('where the next window begins', () => {
  const now = nine + 60_000;

  test.each([
    ['at the end of this one', nine - day, 3, nine],
    ['no earlier than it would have: posts would be told twice', nine + hour, 3, nine + hour],
    ['just as far ahead as clocks may differ', now + wrongClockMs, 3, now + wrongClockMs],
    [
      'at the end of this one, when a wrong clock put it days ahead',
      now + wrongClockMs + 1,
      3,
      nine,
    ],
    ['where the first is to begin, however far ahead', now + 9 * day, 0, now + 9 * day],
  ])('%s', (_, joint, runCount, expected) => {
    const { before, active } = busy({ window_start: joint, run_count: runCount });
    expect(end(before, active, delivered, now).schedule.window_start).toBe(expected);
  });
});

test('a summary is kept as it came', () => {
  const large: RecapSummary = { ...summary, posts_read: 3000 };
  const { before, active } = busy();
  const after = end(before, active, { ...delivered, summary: large }, nine + 60_000);
  expect(after.recent[0]?.summary).toEqual(large);
});
