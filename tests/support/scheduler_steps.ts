/** The steps of a scheduler's journey, as fast-check draws and shrinks them. Long, because the kinds of step are many. */
import fc from 'fast-check';
import type { Recurrence, ScheduleInput } from '../../server/contract/index.ts';
import type { ScheduleRecord } from '../../server/store/index.ts';
import { input } from './scheduler_world.ts';
import type { Fault } from './scheduler_world.ts';
import { nodeNames, scheduleLimit } from './scheduler_journey.ts';
import type { Mood, NodeName, SchedulerJourney } from './scheduler_journey.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What fast-check keeps beside the real thing: nothing, the journey keeps its own books. */
export type Nothing = Record<string, never>;
type Step = fc.AsyncCommand<Nothing, SchedulerJourney>;

/** A step; after each of them everything is checked. */
function step(
  name: string,
  run: (journey: SchedulerJourney) => Promise<void> | void,
  needs?: NodeName,
): Step {
  return {
    check: () => true,
    run: async (_nothing, journey) => {
      if (needs !== undefined && !journey.isUp(needs)) return;
      await run(journey);
      journey.enter();
      journey.check();
    },
    toString: () => name,
  };
}

const node = fc.constantFrom(...nodeNames);
const which = fc.nat(9);

function everyDay(timezone: string, ...times: string[]): Partial<ScheduleInput> {
  const recurrence: Recurrence = {
    type: 'weekly',
    days_of_week: 127,
    every_weeks: 1,
    times_of_day: times,
    anchor_date: null,
  };
  return { timezone, recurrence };
}

/** What schedules are made of. The clocks of Berlin change in the first night. */
const kinds: Readonly<Record<string, (now: number) => Partial<ScheduleInput>>> = {
  'four times a day': () => everyDay('UTC', '01:00', '09:00', '20:30', '20:35'),
  'nightly in Berlin': () => everyDay('Europe/Berlin', '02:15', '02:45', '03:15', '23:00'),
  'every other Monday and Sunday': () => ({
    timezone: 'UTC',
    recurrence: {
      type: 'weekly',
      days_of_week: 3,
      every_weeks: 2,
      times_of_day: ['07:00', '21:05'],
      anchor_date: '2026-03-23',
    },
  }),
  'on the last day of the month': () => ({
    timezone: 'Africa/Cairo',
    recurrence: { type: 'monthly', on: { day: 'last' }, time_of_day: '06:00' },
  }),
  'once, soon': (now) => {
    const at = new Date(now + 70 * minute).toISOString();
    const when = { date: at.slice(0, 10), time_of_day: at.slice(11, 16) };
    return { timezone: 'UTC', recurrence: { type: 'once', at: when } };
  },
  'once, now': () => ({ timezone: 'UTC', recurrence: { type: 'once', at: 'now' } }),
};
const kind = fc.constantFrom(...Object.keys(kinds));

function inputOf(name: string, now: number): ScheduleInput {
  return input(kinds[name]?.(now) ?? {});
}

function isFull(journey: SchedulerJourney): boolean {
  const running = journey
    .records()
    .filter(({ schedule, deleted_at: at }) => at === null && schedule.finished_at === null);
  return running.length >= scheduleLimit;
}

function create(name: string, at: NodeName, isPaused: boolean): Step {
  return step(
    `create ${name}${isPaused ? ', paused' : ''} at ${at}`,
    async (journey) => {
      const { world } = journey;
      const wanted = { ...inputOf(name, world.clock.now()), enabled: !isPaused };
      const wasFull = isFull(journey);
      const outcome = await journey.ask(at, ({ scheduler }) =>
        scheduler.service.create(world.owner, wanted),
      );
      journey.expectRefusal(outcome, wasFull ? 'limit' : 'none');
    },
    at,
  );
}

/** Creates at both nodes in one moment: only as many as there is room for may come through. */
function createTwo(name: string): Step {
  return step(`create ${name} at both at once`, async (journey) => {
    if (!nodeNames.every((each) => journey.isUp(each))) return;
    const { world } = journey;
    const wanted = inputOf(name, world.clock.now());
    const outcomes = await journey.askAll(nodeNames, ({ scheduler }) =>
      scheduler.service.create(world.owner, wanted),
    );
    for (const outcome of outcomes) journey.expectRefusal(outcome, 'limit');
  });
}

/** A step on one of the schedules that there are. */
function on(
  name: string,
  number: number,
  at: NodeName,
  run: (journey: SchedulerJourney, record: ScheduleRecord) => Promise<void>,
): Step {
  return step(
    `${name} number ${number} at ${at}`,
    async (journey) => {
      const record = journey.pick(number);
      if (record !== undefined) await run(journey, record);
    },
    at,
  );
}

/** Changes a schedule, whose books follow. `refusals` are the codes with which that may be refused. */
function change(
  name: string,
  number: number,
  at: NodeName,
  request: (
    journey: SchedulerJourney,
    record: ScheduleRecord,
  ) => (service: Service) => Promise<unknown>,
  refusals: (journey: SchedulerJourney, record: ScheduleRecord) => readonly string[],
): Step {
  return on(name, number, at, async (journey, record) => {
    const may = refusals(journey, record);
    const wanted = request(journey, record);
    const outcome = await journey.ask(at, async ({ scheduler }) => {
      try {
        await wanted(scheduler.service);
      } finally {
        // In the same moment: what comes due after it is of the new times.
        journey.changed(record);
      }
    });
    if (outcome.status === 'lost') journey.changed(record);
    // A place on the list is held for some minutes for what had finished and is brought back.
    if (name === 'restore' && record.schedule.finished_at !== null) journey.holdsPlace();
    journey.expectRefusal(outcome, ...may, ...(record.deleted_at === null ? [] : ['not_found']));
  });
}
type Service = Parameters<Parameters<SchedulerJourney['ask']>[1]>[0]['scheduler']['service'];

const timeIsOver = (_journey: SchedulerJourney, { schedule }: ScheduleRecord): string[] =>
  schedule.recurrence.type === 'once' ? ['invalid'] : [];

const mayBeFull = (journey: SchedulerJourney, record: ScheduleRecord): string[] => [
  ...timeIsOver(journey, record),
  ...(isFull(journey) ? ['limit'] : []),
];

const pause = (number: number, at: NodeName): Step =>
  change(
    'pause',
    number,
    at,
    ({ world }, { schedule }) =>
      (service) =>
        service.pause(world.owner.userId, schedule.id, { pause_until: null }),
    () => [],
  );

const pauseUntil = (number: number, days: number, at: NodeName): Step =>
  change(
    `pause for ${days} days`,
    number,
    at,
    ({ world }, { schedule }) => {
      const until = new Date(world.clock.now() + days * day).toISOString().slice(0, 10);
      return (service) => service.pause(world.owner.userId, schedule.id, { pause_until: until });
    },
    timeIsOver,
  );

const resume = (number: number, at: NodeName): Step =>
  change(
    'resume',
    number,
    at,
    ({ world }, { schedule }) =>
      (service) =>
        service.resume(world.owner.userId, schedule.id),
    mayBeFull,
  );

const rename = (number: number, at: NodeName): Step =>
  change(
    'rename',
    number,
    at,
    ({ world }, { schedule }) => {
      const { title, recurrence, timezone, enabled, pause_until, revision } = schedule;
      const own = input({
        title: `${title.slice(0, 20)}!`,
        recurrence,
        timezone,
        enabled,
        pause_until,
      });
      return (service) => service.replace(world.owner, schedule.id, { ...own, revision });
    },
    mayBeFull,
  );

const reschedule = (number: number, name: string, at: NodeName): Step =>
  change(
    `make ${name} of`,
    number,
    at,
    ({ world }, { schedule }) => {
      const { revision } = schedule;
      const wanted = { ...inputOf(name, world.clock.now()), revision };
      return (service) => service.replace(world.owner, schedule.id, wanted);
    },
    mayBeFull,
  );

const remove = (number: number, at: NodeName): Step =>
  change(
    'delete',
    number,
    at,
    ({ world }, { schedule }) =>
      (service) =>
        service.delete(world.owner.userId, schedule.id),
    () => [],
  );

const restore = (number: number, at: NodeName): Step =>
  change(
    'restore',
    number,
    at,
    ({ world }, { schedule }) =>
      (service) =>
        service.restore(world.owner.userId, schedule.id),
    mayBeFull,
  );

const runNow = (number: number, at: NodeName): Step =>
  on('run now', number, at, async (journey, { schedule, active, deleted_at: deletedAt }) => {
    const outcome = await journey.ask(at, ({ scheduler }) =>
      scheduler.runs.runNow(journey.world.owner.userId, schedule.id),
    );
    const may = [
      ...(active === null ? [] : ['busy']),
      ...(deletedAt === null ? [] : ['not_found']),
    ];
    journey.expectRefusal(outcome, ...may);
  });

const cancel = (number: number, at: NodeName): Step =>
  on('cancel', number, at, async (journey, { schedule, deleted_at: deletedAt }) => {
    const outcome = await journey.ask(at, ({ scheduler }) =>
      scheduler.runs.cancel(journey.world.owner.userId, schedule.id),
    );
    journey.expectRefusal(outcome, 'not_running', ...(deletedAt === null ? [] : ['not_found']));
  });

const faults: readonly Fault[] = [
  'die_before',
  'die_after',
  'fail_before',
  'fail_after',
  'stall_before',
  'stall_after',
  'freeze_before',
  'freeze_after',
];
/** Calls at which it matters most: the message, and what is written of record, entry, list and lock. */
const calls = [
  'createPost',
  'findDelivered',
  'kvSetWithOptions s',
  'kvSetWithOptions 0',
  'kvSetWithOptions u',
  'kvSetWithOptions lock',
] as const;
const moods: readonly Mood[] = ['well', 'slow', 'hanging', 'failing', 'hopeless'];

/** All steps, those that matter most more often. */
export const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(kind, node, fc.boolean()).map((drawn) => create(...drawn)),
  kind.map(createTwo),
  fc
    .integer({ min: 1, max: 90 })
    .map((minutes) =>
      step(`wait ${minutes} minutes`, (journey) => journey.advance(minutes * minute)),
    ),
  fc
    .integer({ min: 1, max: 90 })
    .map((seconds) =>
      step(`wait ${seconds} seconds`, (journey) => journey.advance(seconds * 1000)),
    ),
  fc
    .integer({ min: 2, max: 14 })
    .map((hours) => step(`wait ${hours} hours`, (journey) => journey.advance(hours * hour))),
  fc.integer({ min: 1, max: 60 }).map((hours) =>
    step(`no node for ${hours} hours`, async (journey) => {
      for (const each of nodeNames) await journey.stopNode(each);
      await journey.advance(hours * hour);
      for (const each of nodeNames) journey.restart(each, 0);
      await journey.advance(minute);
    }),
  ),
  fc.tuple(node, fc.integer({ min: -4, max: 4 })).map(([each, minutes]) =>
    step(`restart ${each}, its clock ${minutes} minutes ahead`, async (journey) => {
      await journey.stopNode(each);
      journey.restart(each, minutes * minute);
    }),
  ),
  fc
    .tuple(node, fc.integer({ min: 1, max: 40 }), fc.constantFrom(...faults))
    .map(([each, calls, fault]) =>
      step(`${fault} at call ${calls} of ${each}`, (journey) =>
        journey.arm(each, calls, '', fault),
      ),
    ),
  fc
    .tuple(
      node,
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom(...calls),
      fc.constantFrom(...faults),
    )
    .map(([each, count, call, fault]) =>
      step(`${fault} at ${call} number ${count} of ${each}`, (journey) =>
        journey.arm(each, count, call, fault),
      ),
    ),
  fc
    .integer({ min: -60, max: 180 })
    .map((minutes) =>
      step(`clocks jump ${minutes} minutes`, (journey) => journey.jump(minutes * minute)),
    ),
  fc
    .integer({ min: 1, max: 150 })
    .map((seconds) =>
      step(`the replica lags ${seconds} seconds`, (journey) => journey.lag(seconds * 1000)),
    ),
  fc.constantFrom(...moods).map((mood) =>
    step(`runs go: ${mood}`, (journey) => {
      journey.mood = mood;
    }),
  ),
  fc.tuple(which, node).map((drawn) => pause(...drawn)),
  fc.tuple(which, fc.integer({ min: 2, max: 4 }), node).map((drawn) => pauseUntil(...drawn)),
  fc.tuple(which, node).map((drawn) => resume(...drawn)),
  fc.tuple(which, node).map((drawn) => rename(...drawn)),
  fc.tuple(which, kind, node).map((drawn) => reschedule(...drawn)),
  fc.tuple(which, node).map((drawn) => remove(...drawn)),
  fc.tuple(which, node).map((drawn) => restore(...drawn)),
  fc.tuple(which, node).map((drawn) => runNow(...drawn)),
  fc.tuple(which, node).map((drawn) => cancel(...drawn)),
];
