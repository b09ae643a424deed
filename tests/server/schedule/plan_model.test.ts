/**
 * The pure core on random journeys: plans and transitions alone, with time moved at will, held against the books that
 * `OccurrenceLedger` keeps.
 */
import fc from 'fast-check';
import { test } from '@jest/globals';
import type { Recurrence, Run } from '../../../server/contract/index.ts';
import { ScheduleError } from '../../../server/schedule/errors.ts';
import { plan, stateAfter } from '../../../server/schedule/plan.ts';
import { draft, pause, replace, restore, resume } from '../../../server/schedule/revision.ts';
import { windowOf } from '../../../server/schedule/window.ts';
import type { ScheduleState } from '../../../server/store/record.ts';
import {
  beginDelivery,
  cancel,
  claim,
  discard,
  end,
  postpone,
} from '../../../server/store/transitions.ts';
import type { Ending, Lease } from '../../../server/store/transitions.ts';
import { demand, OccurrenceLedger } from '../../support/occurrence_ledger.ts';
import { input, summary } from '../../support/scheduler_world.ts';
import { testSeed } from '../../support/test_seed.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** More plans than ever follow from one look at a schedule. */
const plansAtOnce = 6;

/** What is kept in a record of ended runs, as in the store. */
const recentRuns = 4;

const daily: Recurrence = {
  type: 'weekly',
  days_of_week: 127,
  every_weeks: 1,
  times_of_day: ['02:15', '02:45', '09:00', '23:30'],
  anchor_date: null,
};
const rules: readonly (readonly [string, Recurrence])[] = [
  ['Europe/Berlin', daily],
  ['America/Nuuk', daily],
  ['Africa/Cairo', { type: 'monthly', on: { day: 31 }, time_of_day: '00:00' }],
  ['UTC', { ...daily, days_of_week: 3, every_weeks: 2, anchor_date: '2026-03-23' }],
  [
    'Australia/Lord_Howe',
    { type: 'monthly', on: { nth: 1, weekday: 'sunday' }, time_of_day: '02:15' },
  ],
  ['UTC', { type: 'once', at: { date: '2026-04-02', time_of_day: '09:00' } }],
];
const rule = fc.constantFrom(...rules);

const endings: readonly Ending[] = [
  { status: 'delivered', postId: 'p'.repeat(26), summary },
  { status: 'empty', summary },
  { status: 'failed', reason: 'internal' },
  { status: 'failed', reason: 'owner_inactive' },
];

/** One schedule, its time and its books. */
class Journey {
  now = Date.UTC(2026, 2, 27, 20);
  state: ScheduleState;
  readonly #ended = new Map<number, Run>();
  readonly #ledger = new OccurrenceLedger();

  constructor([timezone, recurrence]: (typeof rules)[number]) {
    const owner = { userId: 'u'.repeat(26), timezone: 'UTC' };
    const schedule = draft('s'.repeat(26), owner, input({ timezone, recurrence }), this.now);
    this.state = {
      fence: 0,
      schedule,
      active: null,
      sequence: 0,
      recent: [],
      notice_at: null,
      deleted_at: null,
    };
    this.#ledger.open(this.state, 0, this.now);
  }

  /** Whatever is to be done now. */
  look(): void {
    for (let made = 0; ; made += 1) {
      demand(made < plansAtOnce, 'there is an end to what is to be done', this.state.schedule);
      const decided = plan(this.state, this.now);
      if (decided.kind === 'none' || decided.kind === 'expire') return;
      const next = stateAfter(this.state, decided, {
        owner: 'node',
        now: this.now,
        leaseMs: minute,
      });
      if (next !== undefined) this.become(next);
    }
  }

  /** A step of the busy run, if there is one. */
  work(step: (active: NonNullable<ScheduleState['active']>) => ScheduleState): void {
    if (this.state.active !== null) this.become(step(this.state.active));
  }

  /** What the owner wants. Refusals are for other tests. */
  revise(change: (state: ScheduleState) => ScheduleState | undefined): void {
    const before = this.state;
    let after: ScheduleState | undefined;
    try {
      after = change(before);
    } catch (thrown) {
      if (thrown instanceof ScheduleError) return;
      throw thrown;
    }
    if (after === undefined) return;
    this.become(after);
    this.#ledger.revised(before, after);
  }

  /** What the owner asks for on the spot. */
  runNow(): void {
    // Two of one millisecond would have one name.
    this.now += 1;
    const { state, now } = this;
    if (state.active !== null || state.deleted_at !== null) return;
    const nextRunAt = state.schedule.next_run_at;
    const window = windowOf(state.schedule, now, now);
    const lease = { owner: 'node', now, leaseMs: minute };
    this.become(
      claim(state, { ...lease, trigger: 'manual', occurrenceAt: now, window, nextRunAt }),
    );
  }

  /** The state as it is stored from now on. */
  become(state: ScheduleState): void {
    for (const run of state.recent) this.#ended.set(run.sequence, run);
    this.state = { ...state, recent: state.recent.slice(0, recentRuns) };
  }

  /** @throws {Error} when the books are not in order. */
  check(): void {
    this.#ledger.check(this.state, [...this.#ended.values()]);
  }
}

interface Step {
  readonly run: (journey: Journey) => void;
}

/** Says its name where fast-check tells of it. */
function step(name: string, run: (journey: Journey) => void): Step {
  return { run, [fc.toStringMethod]: () => name } as Step;
}

const by = (journey: Journey): Lease => ({ owner: 'node', now: journey.now, leaseMs: minute });

const steps = fc.oneof(
  // Time passes, in all sizes, and is looked at; or it does so unseen, or backwards.
  fc
    .tuple(fc.constantFrom(minute, hour, 3 * hour), fc.integer({ min: 1, max: 40 }))
    .map(([unit, count]) =>
      step(`${(unit * count) / hour} hours pass`, (journey) => {
        journey.now += unit * count;
        journey.look();
      }),
    ),
  fc.integer({ min: -120, max: 120 }).map((minutes) =>
    step(`the clock jumps ${minutes} minutes`, (journey) => {
      journey.now += minutes * minute;
    }),
  ),
  fc.constantFrom(...endings).map((ending) =>
    step(`the run ends: ${ending.status}`, (journey) => {
      journey.work((active) => end(journey.state, active, ending, journey.now));
    }),
  ),
  fc.constantFrom(
    step('it delivers', (journey) => {
      journey.work((active) => beginDelivery(journey.state, active, by(journey)));
    }),
    step('it is put off', (journey) => {
      journey.work((active) => postpone(journey.state, active, journey.now + hour, false));
    }),
    step('it is cancelled', (journey) => {
      journey.work((active) => cancel(journey.state, active, journey.now));
    }),
    step('run now', (journey) => {
      journey.runNow();
    }),
    step('pause', (journey) => {
      journey.revise((state) => pause(state, 'owner', null, journey.now));
    }),
    step('pause until the day after tomorrow', (journey) => {
      const until = new Date(journey.now + 2 * day).toISOString().slice(0, 10);
      journey.revise((state) => pause(state, 'owner', until, journey.now));
    }),
    step('resume', (journey) => {
      journey.revise((state) => resume(state, journey.now));
    }),
    step('delete', (journey) => {
      journey.revise((state) =>
        state.deleted_at === null ? discard(state, journey.now) : undefined,
      );
    }),
    step('restore', (journey) => {
      journey.revise((state) => restore(state, journey.now));
    }),
  ),
  rule.map(([timezone, recurrence]) =>
    step(`${JSON.stringify(recurrence)} in ${timezone} from now on`, (journey) => {
      const { revision } = journey.state.schedule;
      const wanted = { ...input({ timezone, recurrence }), revision };
      journey.revise((state) => replace(state, wanted, journey.now));
    }),
  ),
);

const seed = testSeed();

test(`random journeys of one schedule (seed ${seed})`, () => {
  fc.assert(
    fc.property(rule, fc.array(steps, { maxLength: 60, size: 'max' }), (first, taken) => {
      const journey = new Journey(first);
      for (const { run } of taken) {
        run(journey);
        journey.check();
      }
    }),
    { seed, numRuns: 400 },
  );
}, 120_000);
