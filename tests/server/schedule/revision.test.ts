import { describe, expect, test } from '@jest/globals';
import type { Recurrence, ScheduleReplacement } from '../../../server/contract/index.ts';
import { ScheduleError } from '../../../server/schedule/errors.ts';
import { draft, pause, replace, restore, resume } from '../../../server/schedule/revision.ts';
import { claim, end, postpone, settle } from '../../../server/store/transitions.ts';
import type { ScheduleState, StoredSchedule } from '../../../server/store/record.ts';
import { input, summary } from '../../support/scheduler_world.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const hour = 3_600_000;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);
const now = nine - hour;
const owner = { userId: 'u'.repeat(26), timezone: 'Europe/Berlin' };

const daily = input().recurrence;
const once: Recurrence = { type: 'once', at: { date: '2026-01-08', time_of_day: '09:00' } };

function everyDayAt(...times: string[]): Recurrence {
  return {
    type: 'weekly',
    days_of_week: 127,
    every_weeks: 1,
    times_of_day: times,
    anchor_date: '2026-01-05',
  };
}

function state(
  changes: Partial<StoredSchedule> = {},
  rest: Partial<ScheduleState> = {},
): ScheduleState {
  const schedule = storedSchedule({
    recurrence: everyDayAt('09:00'),
    next_run_at: nine,
    window_start: nine - day,
    ...changes,
  });
  return {
    fence: 0,
    sequence: 0,
    active: null,
    recent: [],
    notice_at: null,
    deleted_at: null,
    ...rest,
    schedule,
  };
}

/** The state after the occurrence of 09:00 was delivered. */
function delivered(changes: Partial<StoredSchedule> = {}): ScheduleState {
  const claimed = claim(state(changes), {
    owner: 'node',
    now: nine,
    leaseMs: 30_000,
    trigger: 'schedule',
    occurrenceAt: nine,
    window: { start: nine - day, end: nine },
    nextRunAt: nine + day,
  });
  return end(
    claimed,
    claimed.active!,
    { status: 'delivered', postId: 'p'.repeat(26), summary },
    nine,
  );
}

/** The state while the run of 09:00 is at work. */
function atWork(before: ScheduleState, nextRunAt: number | null): ScheduleState {
  return claim(before, {
    owner: 'node',
    now: nine,
    leaseMs: 1,
    trigger: 'schedule',
    occurrenceAt: nine,
    window: { start: 0, end: nine },
    nextRunAt,
  });
}

function replacement(
  before: ScheduleState,
  changes: Partial<ScheduleReplacement> = {},
): ScheduleReplacement {
  const { title, enabled, pause_until, recurrence, timezone, channel_ids } = before.schedule;
  const own = { title, enabled, pause_until, recurrence, timezone, channel_ids };
  return { ...input(own), revision: before.schedule.revision, ...changes };
}

function refusal(attempt: () => unknown): object {
  try {
    attempt();
  } catch (thrown) {
    if (thrown instanceof ScheduleError) return { code: thrown.code, field: thrown.field };
    throw thrown;
  }
  throw new Error('it was granted');
}

describe('a new schedule', () => {
  test.each<[string, Parameters<typeof input>[0], Partial<StoredSchedule>]>([
    [
      'runs from now on',
      {},
      {
        next_run_at: nine,
        window_start: nine - day,
        pause_reason: null,
        resume_at: null,
        revision: 1,
      },
    ],
    [
      'takes the zone of the profile',
      { timezone: undefined as never },
      { timezone: 'Europe/Berlin', next_run_at: nine - hour + day },
    ],
    [
      'runs at once',
      { recurrence: { type: 'once', at: 'now' } },
      { next_run_at: now, window_start: now - day },
    ],
    [
      'does not run when it is made paused',
      { enabled: false },
      { next_run_at: null, resume_at: null, pause_reason: 'owner', window_start: nine - day },
    ],
    [
      'may be made paused until a day',
      { enabled: false, pause_until: '2026-01-09' },
      { next_run_at: null, resume_at: Date.UTC(2026, 0, 9), pause_reason: 'owner' },
    ],
    [
      'gets the anchor that it does not name',
      { recurrence: { ...daily, every_weeks: 2 } as Recurrence },
      { recurrence: { ...daily, every_weeks: 2, anchor_date: '2026-01-05' } as Recurrence },
    ],
    [
      'by the month begins a month back, 31 days at most',
      { recurrence: { type: 'monthly', on: { day: 1 }, time_of_day: '09:00' } },
      { next_run_at: Date.UTC(2026, 1, 1, 9), window_start: Date.UTC(2026, 0, 1, 9) },
    ],
  ])('%s', (_, changes, expected) => {
    const wanted = input(changes);
    if (changes !== undefined && 'timezone' in changes) delete wanted.timezone;
    expect(draft('s'.repeat(26), owner, wanted, now)).toMatchObject({
      failures: 0,
      run_count: 0,
      finished_at: null,
      ...expected,
    });
  });

  test('that would never run is refused', () => {
    const late = input({
      recurrence: { type: 'once', at: { date: '2026-01-05', time_of_day: '07:59' } },
    });
    expect(refusal(() => draft('s', owner, late, now))).toEqual({
      code: 'invalid',
      field: 'recurrence.at',
    });
  });
});

describe('pausing', () => {
  test.each<[string, Partial<StoredSchedule>, string | null, Partial<StoredSchedule> | undefined]>([
    [
      'stops it, for good',
      {},
      null,
      {
        enabled: false,
        next_run_at: null,
        resume_at: null,
        pause_until: null,
        pause_reason: 'owner',
        revision: 2,
        update_at: now,
      },
    ],
    [
      'stops it until a day, in the zone of the schedule',
      { timezone: 'Asia/Tokyo' },
      '2026-01-09',
      { resume_at: Date.UTC(2026, 0, 8, 15), pause_until: '2026-01-09', next_run_at: null },
    ],
    [
      'stops it until a day whose midnight is skipped',
      { timezone: 'Africa/Cairo' },
      '2026-04-24',
      { resume_at: Date.UTC(2026, 3, 23, 22) },
    ],
    [
      'that is paused until a day can be made to last',
      {
        enabled: false,
        next_run_at: null,
        pause_until: '2026-01-09',
        resume_at: Date.UTC(2026, 0, 9),
      },
      null,
      { resume_at: null, pause_until: null, pause_reason: 'owner' },
    ],
    [
      'that is paused for good can be given an end',
      { enabled: false, next_run_at: null, pause_reason: 'failures' },
      '2026-01-09',
      { resume_at: Date.UTC(2026, 0, 9), pause_reason: 'owner' },
    ],
    [
      'a paused one changes nothing, not even the reason',
      { enabled: false, next_run_at: null, pause_reason: 'failures' },
      null,
      undefined,
    ],
    [
      'one that is done with changes nothing',
      { enabled: false, next_run_at: null, finished_at: now },
      '2026-01-09',
      undefined,
    ],
  ])('%s', (_, before, until, expected) => {
    const after = pause(state(before), 'owner', until, now);
    if (expected === undefined) expect(after).toBeUndefined();
    else expect(after?.schedule).toMatchObject(expected);
  });

  test.each<[string, Recurrence, string]>([
    ['today', daily, '2026-01-05'],
    ['a day gone by', daily, '2026-01-01'],
    ['a day after the only one on which it runs', once, '2026-01-09'],
  ])('until %s is refused', (_, recurrence, until) => {
    const before = state({ recurrence });
    expect(refusal(() => pause(before, 'owner', until, now))).toEqual({
      code: 'invalid',
      field: 'pause_until',
    });
  });

  test('leaves window, failures and a busy run alone', () => {
    const before = atWork(state({ failures: 2 }), nine + day);
    const after = pause(before, 'owner', null, now);
    expect(after).toMatchObject({
      active: before.active,
      schedule: { failures: 2, window_start: nine - day },
    });
  });
});

describe('a one-off that has come due and whose run is not over', () => {
  const before = atWork(state({ recurrence: once, timezone: 'UTC' }), null);
  const ended = (after: ScheduleState): ScheduleState =>
    end(after, after.active!, { status: 'empty', summary }, nine + hour);

  test('has nothing left to pause', () => {
    expect(pause(before, 'owner', null, nine)).toBeUndefined();
    expect(pause(before, 'owner', '2026-01-20', nine)).toBeUndefined();
  });

  test('can be renamed, and is finished by its run whatever else the form says', () => {
    const changes = { title: 'Another', enabled: false, pause_until: '2026-01-20' };
    const after = replace(before, replacement(before, changes), nine);
    expect(after.schedule).toMatchObject({ title: 'Another', enabled: true, pause_until: null });
    expect(ended(after).schedule).toMatchObject({ enabled: false, finished_at: nine + hour });
  });

  test('can be paused with another time, and is not finished by its run', () => {
    const at = { date: '2026-01-20', time_of_day: '09:00' };
    const changes = { enabled: false, recurrence: { type: 'once', at } } as const;
    const after = ended(replace(before, replacement(before, changes), nine));
    expect(after.schedule).toMatchObject({ enabled: false, finished_at: null });
    expect(resume(after, nine)?.schedule.next_run_at).toBe(nine + 15 * day);
  });
});

describe('where the zone has vanished from the data of this runtime', () => {
  const vanished = { timezone: 'Nowhere/Else', pause_reason: 'unknown_timezone' } as const;
  const refused = { code: 'invalid', field: 'timezone' };

  test('resuming is refused with a word about the zone', () => {
    expect(refusal(() => resume(state({ ...vanished, enabled: false }), now))).toEqual(refused);
  });

  test('so is a pause until a day, while one for good is not', () => {
    expect(refusal(() => pause(state(vanished), 'owner', '2026-01-20', now))).toEqual(refused);
    expect(pause(state(vanished), 'owner', null, now)?.schedule.enabled).toBe(false);
  });

  test('so are other times; a known zone mends it', () => {
    const before = state({ ...vanished, enabled: false });
    const times = replacement(state(), { recurrence: everyDayAt('10:00'), enabled: true });
    const kept = { ...times, timezone: vanished.timezone };
    expect(refusal(() => replace(before, kept, now))).toEqual(refused);
    const after = replace(before, times, now);
    expect(after.schedule).toMatchObject({ pause_reason: null, next_run_at: nine + hour });
  });

  test('a deleted schedule comes back paused', () => {
    const before = state({ ...vanished, pause_reason: null }, { deleted_at: now });
    expect(restore(before, now)).toMatchObject({
      deleted_at: null,
      schedule: { enabled: false, next_run_at: null, pause_reason: 'unknown_timezone' },
    });
  });
});

describe('resuming', () => {
  const paused = {
    enabled: false,
    next_run_at: null,
    pause_reason: 'failures',
    failures: 5,
  } as const;

  test('runs from now on, without what was not run meanwhile; the window reaches back', () => {
    const later = nine + 9 * day + hour;
    const after = resume(state(paused), later);
    expect(after?.schedule).toMatchObject({
      enabled: true,
      next_run_at: nine + 10 * day,
      pause_reason: null,
      failures: 0,
      window_start: nine - day,
      revision: 2,
    });
  });

  test('ends a pause that had a day', () => {
    const before = state({ ...paused, pause_until: '2026-01-09', resume_at: Date.UTC(2026, 0, 9) });
    expect(resume(before, now)?.schedule).toMatchObject({
      pause_until: null,
      resume_at: null,
      next_run_at: nine,
    });
  });

  test('one that runs changes nothing', () => {
    expect(resume(state(), now)).toBeUndefined();
  });

  test('a one-off whose time has passed is refused', () => {
    const before = state({ ...paused, recurrence: once });
    expect(refusal(() => resume(before, nine + 9 * day))).toEqual({
      code: 'invalid',
      field: 'recurrence.at',
    });
  });

  test('a one-off that is done with runs again where its time is yet to come', () => {
    const before = state({ ...paused, recurrence: once, finished_at: now });
    expect(resume(before, now)?.schedule).toMatchObject({
      finished_at: null,
      next_run_at: nine + 3 * day,
    });
  });
});

describe('replacing', () => {
  test('what has nothing to do with times leaves the times alone, however late it is', () => {
    const before = state({ failures: 2 });
    const after = replace(before, replacement(before, { title: 'Evening' }), nine + hour);
    expect(after.schedule).toMatchObject({
      title: 'Evening',
      next_run_at: nine,
      failures: 2,
      revision: 2,
      update_at: nine + hour,
    });
  });

  test('the same rule without its anchor keeps its weeks', () => {
    const fortnight = {
      ...everyDayAt('09:00'),
      every_weeks: 2,
      anchor_date: '2025-12-29',
    } as Recurrence;
    const before = state({ recurrence: fortnight });
    const after = replace(
      before,
      replacement(before, { recurrence: { ...fortnight, anchor_date: null } as Recurrence }),
      now,
    );
    expect(after.schedule.recurrence).toEqual(fortnight);
  });

  test('another rhythm without an anchor begins anew', () => {
    const before = state();
    const after = replace(
      before,
      replacement(before, {
        recurrence: { ...daily, every_weeks: 3, anchor_date: null } as Recurrence,
      }),
      now + day,
    );
    expect(after.schedule.recurrence).toMatchObject({ anchor_date: '2026-01-06' });
  });

  test('the times computes the next run from now', () => {
    const before = state();
    const after = replace(
      before,
      replacement(before, { recurrence: everyDayAt('20:00') }),
      nine + hour,
    );
    expect(after.schedule.next_run_at).toBe(nine + 11 * hour);
  });

  test('without a zone keeps the one that is stored', () => {
    const before = state({ timezone: 'Asia/Tokyo' });
    const wanted = replacement(before);
    delete wanted.timezone;
    expect(replace(before, wanted, now).schedule.timezone).toBe('Asia/Tokyo');
  });

  test.each<
    [string, Partial<ScheduleReplacement>, Partial<StoredSchedule>, Partial<StoredSchedule>]
  >([
    [
      'pauses',
      { enabled: false },
      {},
      { next_run_at: null, pause_reason: 'owner', resume_at: null },
    ],
    [
      'pauses until a day',
      { enabled: false, pause_until: '2026-01-09' },
      {},
      { resume_at: Date.UTC(2026, 0, 9), pause_reason: 'owner' },
    ],
    [
      'resumes',
      { enabled: true, pause_until: null },
      { enabled: false, next_run_at: null, pause_reason: 'failures', failures: 5 },
      { next_run_at: nine, pause_reason: null, failures: 0 },
    ],
    [
      'of the times keeps the reason of a pause',
      { enabled: false, recurrence: everyDayAt('20:00') },
      { enabled: false, next_run_at: null, pause_reason: 'failures' },
      { next_run_at: null, pause_reason: 'failures' },
    ],
    [
      'moves the end of a pause with the zone',
      { timezone: 'Asia/Tokyo' },
      {
        enabled: false,
        next_run_at: null,
        pause_until: '2026-01-09',
        resume_at: Date.UTC(2026, 0, 9),
        pause_reason: 'owner',
      },
      { resume_at: Date.UTC(2026, 0, 8, 15), next_run_at: null },
    ],
    [
      'makes one that was done with run again',
      { recurrence: once, enabled: true },
      { enabled: false, next_run_at: null, finished_at: now },
      { next_run_at: nine + 3 * day, finished_at: null, pause_reason: null },
    ],
  ])('%s', (_, wanted, was, expected) => {
    const before = state(was);
    expect(replace(before, replacement(before, wanted), now).schedule).toMatchObject(expected);
  });

  test('before the first run moves the first window', () => {
    const before = state();
    const weekly = { ...everyDayAt('09:00'), days_of_week: 2 } as Recurrence;
    expect(
      replace(before, replacement(before, { recurrence: weekly }), now).schedule.window_start,
    ).toBe(nine - 7 * day);
  });

  test('after an occurrence that was missed keeps the window, which reaches back over it', () => {
    const before = settle(state(), {
      status: 'missed',
      reason: 'too_late',
      now: nine + 13 * hour,
      occurrenceAt: nine,
      occurrences: 1,
      nextRunAt: nine + day,
      pause: null,
    });
    const after = replace(
      before,
      replacement(before, { recurrence: everyDayAt('08:00') }),
      nine + 14 * hour,
    );
    expect(after.schedule).toMatchObject({
      next_run_at: nine + 23 * hour,
      window_start: nine - day,
    });
  });

  test('a time that has passed is refused', () => {
    const before = state();
    const late: Recurrence = { type: 'once', at: { date: '2026-01-01', time_of_day: '09:00' } };
    expect(refusal(() => replace(before, replacement(before, { recurrence: late }), now))).toEqual({
      code: 'invalid',
      field: 'recurrence.at',
    });
  });
});

describe('an occurrence that has had its run, and a clock that was set back behind it', () => {
  const before = delivered();

  test('does not come again by resuming', () => {
    const paused = pause(before, 'owner', null, now)!;
    expect(resume(paused, now)?.schedule.next_run_at).toBe(nine + day);
  });

  test('does not come again although a stopping node has let go of it', () => {
    const claimed = claim(state(), {
      owner: 'node',
      now: nine,
      leaseMs: 30_000,
      trigger: 'schedule',
      occurrenceAt: nine,
      window: { start: nine - day, end: nine },
      nextRunAt: nine + day,
    });
    const letGo = postpone(claimed, claimed.active!, nine, true);
    const paused = pause(letGo, 'owner', null, now)!;
    expect(resume(paused, now)?.schedule.next_run_at).toBe(nine + day);
  });

  test('does not come again by other times', () => {
    const more = everyDayAt('08:30', '09:00', '10:00');
    const after = replace(before, replacement(before, { recurrence: more }), now);
    expect(after.schedule.next_run_at).toBe(nine - hour / 2);
    const later = replace(before, replacement(before, { recurrence: more }), nine - hour / 4);
    expect(later.schedule.next_run_at).toBe(nine + hour);
  });

  test('does not make a one-off run twice', () => {
    const single: Recurrence = { type: 'once', at: { date: '2026-01-05', time_of_day: '09:00' } };
    const done = delivered({ recurrence: single });
    const after = {
      ...done,
      schedule: { ...done.schedule, enabled: false, next_run_at: null, finished_at: nine },
    };
    expect(refusal(() => resume(after, now))).toEqual({ code: 'invalid', field: 'recurrence.at' });
  });

  test('comes again where it was only recorded as missed', () => {
    const missed = settle(state(), {
      status: 'missed',
      reason: 'too_late',
      now: nine + 13 * hour,
      occurrenceAt: nine,
      occurrences: 1,
      nextRunAt: nine + day,
      pause: null,
    });
    const paused = pause(missed, 'owner', null, now)!;
    expect(resume(paused, now)?.schedule.next_run_at).toBe(nine);
  });
});
