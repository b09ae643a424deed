/**
 * One schedule with two occurrences an hour apart, on two nodes of the packaged product: what the first node calls
 * while it runs the first occurrence, and what becomes of both occurrences when one of these calls goes wrong.
 */
import { externalApiBase, pluginId, routes, scheduleRoute } from '../../server/contract/index.ts';
import type { Run } from '../../server/contract/index.ts';
import { fenceKey } from '../../server/store/keys.ts';
import { restorableMs } from '../../server/store/limits.ts';
import type { Client } from '../host/demo/client.ts';
import type { ApiCall, FaultAction, ReplicaLag } from '../host/index.ts';
import { keyOf, nameOf } from './api_calls.ts';
import { hostRows, isStanding, orphans, recordOf } from './kv_audit.ts';
import type { Rows } from './kv_audit.ts';
import { channelIds, createSchedule, runKeyOf } from './product_world.ts';
import { SteppedWorld } from './stepped_world.ts';

/** Hours of the day, UTC, of the two occurrences. */
const hours = { first: 9, second: 10 } as const;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Runs by hand before the first occurrence: its end then moves the oldest run out of the record. */
const runsBefore = 4;

/** Until a run must have ended whatever happened: several takings-over, or all pauses between tries. */
const endMs = 15 * minuteMs;

/** How long reads stay behind after the harm, where they do. */
const staleMs = 3 * minuteMs;

/** Longest that a due entry without a record is left alone, and a tick. */
const leftoverMs = 11 * minuteMs;

/** How long before the first occurrence the first node starts: it is to sweep only after it. */
const readyMs = 4 * minuteMs;

const channelNames = ['Release 4.2', 'Incidents'];

/** One call of the run path: the `nth` of its name, counted from 0. */
export interface Step {
  readonly name: string;
  readonly nth: number;
  /** Only in a store in which nobody has ever held the mutex. */
  readonly virgin: boolean;
}

/** What goes wrong with a call. */
export interface Harm {
  readonly action: FaultAction;
  /** True when the next call of the same method about the same key meets it as well: the call's second try. */
  readonly again?: boolean;
  /** How far reads are behind from shortly before the first occurrence until `staleMs` after the harm. */
  readonly lag?: ReplicaLag;
}

/** What became of both occurrences. */
export interface Aftermath {
  /** How often the harm was done. */
  readonly struck: number;
  /** The runs of the two occurrences; undefined where none was recorded. */
  readonly runs: readonly (Run | undefined)[];
  /** Messages of each of the two. */
  readonly messages: readonly number[];
  /** What must not be, a line each. */
  readonly duplicates: readonly string[];
  readonly losses: readonly string[];
  readonly orphans: readonly string[];
}

/** A schedule of one rehearsal. */
interface Subject {
  readonly id: string;
  readonly midnight: number;
}

/** See the head of the file. Rehearsals come one after the other, each on a day of its own. */
export class RunPath {
  readonly world: SteppedWorld;
  #owner: Client;

  private constructor(world: SteppedWorld, owner: Client) {
    this.world = world;
    this.#owner = owner;
  }

  static async start(): Promise<RunPath> {
    const world = await SteppedWorld.start(hours.first - 1, { nodes: 2 });
    return new RunPath(world, await login(world));
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /**
   * Every call that the first node makes while all goes well, in order; then those that it makes only where nobody
   * has ever held the mutex.
   */
  async record(): Promise<readonly Step[]> {
    const first = await this.#recordOnce(true);
    const later = await this.#recordOnce(false);
    const known = new Set(later.map(labelOf));
    return [...later, ...first.filter((step) => !known.has(labelOf(step)))];
  }

  async #recordOnce(virgin: boolean): Promise<readonly Step[]> {
    const subject = await this.#prepare(virgin);
    const steps: Step[] = [];
    const counts = new Map<string, number>();
    const unwatch = this.world.product.host.faults.watch((call) => {
      if (call.node !== 0) return;
      const name = nameOf(call);
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      steps.push({ name, nth, virgin });
    });
    await this.world.until(endMs, () => this.#ended(subject, hours.first));
    // What follows the end: the record is written, the rest is not.
    await this.world.settle();
    unwatch();
    this.world.process(1)?.resume();
    await this.#clear(subject);
    return steps;
  }

  /** Does harm to one call of the first node, and sees both occurrences through. */
  async suffer(step: Step, harm: Harm): Promise<Aftermath> {
    const { world } = this;
    const subject = await this.#prepare(step.virgin);
    const fault = world.product.host.faults.add({
      node: 0,
      matches: matcher(step, harm.again === true),
      times: Infinity,
      action: harm.action,
    });
    world.product.host.kv.lag(harm.lag);
    const over = (): Run | undefined => this.#ended(subject, hours.first);
    await world.until(2 * minuteMs, () => (fault.struck > 0 ? true : undefined));
    world.process(1)?.resume();
    if (harm.lag !== undefined) {
      await world.passUntil(world.clock.now() + staleMs);
      world.product.host.kv.lag(undefined);
    }
    await world.until(endMs, over);
    fault.clear();
    if (world.process(0)?.paused === true) {
      world.process(0)?.resume();
      await world.settle();
    }
    await world.passUntil(world.clock.now() + minuteMs);
    await world.until(endMs, over);
    await world.passUntil(subject.midnight + hours.first * hourMs + leftoverMs + 2 * minuteMs);
    await world.leapTo(subject.midnight + hours.second * hourMs - minuteMs / 6);
    await world.until(endMs, () => this.#ended(subject, hours.second));
    await world.passUntil(world.clock.now() + 2 * minuteMs);
    const aftermath = this.#assess(subject, fault.struck);
    await this.#clear(subject);
    return aftermath;
  }

  /** The schedule is there, the first node runs alone, and ten seconds are left. */
  async #prepare(virgin: boolean): Promise<Subject> {
    const { world } = this;
    const today = Math.floor(world.clock.now() / dayMs) * dayMs;
    const ready = hours.first * hourMs - readyMs;
    const midnight = world.clock.now() < today + ready ? today : today + dayMs;
    await world.leapTo(midnight + ready);
    // Of a rehearsal that was not seen through.
    for (const key of this.#rows().keys()) {
      if (!isStanding(key)) world.product.host.kv.delete(pluginId, key);
    }
    if (virgin) world.product.host.kv.delete(pluginId, fenceKey('tick'));
    await world.restart(0);
    if (world.process(1)?.paused !== false) await world.restart(1);
    this.#owner = await login(world);
    const channels = await channelIds(this.#owner, channelNames);
    this.#talk(channels);
    const { id } = await createSchedule(this.#owner, {
      title: 'Twice a day',
      recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00', '10:00'] },
      timezone: 'UTC',
      channel_ids: channels,
      time_period: 'since_last_recap',
      skip_empty: false,
    });
    const subject = { id, midnight };
    for (let run = 1; run <= runsBefore; run += 1) await this.#runNow(subject, run);
    await world.leapTo(midnight + hours.first * hourMs - minuteMs / 6);
    world.process(1)?.pause();
    return subject;
  }

  /** Something to recap. */
  #talk(channels: readonly string[]): void {
    const { posts, users } = this.world.product.host.workspace;
    const userId = users.findByUsername('ben.okafor')?.id ?? '';
    for (const channelId of channels) {
      for (const message of ['Shall we ship it on Thursday?', 'Yes, we decided on Thursday.']) {
        posts.create({ channelId, userId, message }, this.world.clock.now());
      }
    }
  }

  async #runNow({ id }: Subject, sequence: number): Promise<void> {
    const route = externalApiBase + scheduleRoute(routes.run, id);
    const response = await this.#owner.request('POST', route);
    if (!response.ok) throw new Error(`not run: ${response.status} ${await response.text()}`);
    const done = await this.world.until(minuteMs, () =>
      recordOf(this.#rows(), id)?.recent.find((run) => run.sequence === sequence),
    );
    if (done?.status !== 'delivered') throw new Error(`a run by hand is ${String(done?.status)}`);
  }

  #rows(): Rows {
    return hostRows(this.world.product.host.kv, this.world.clock.now());
  }

  #ended({ id, midnight }: Subject, hour: number): Run | undefined {
    const at = midnight + hour * hourMs;
    const isOf = (run: Run): boolean => run.trigger === 'schedule' && run.occurrence_at === at;
    return recordOf(this.#rows(), id)?.recent.find(isOf);
  }

  #assess(subject: Subject, struck: number): Aftermath {
    const found = { duplicates: [] as string[], losses: [] as string[] };
    const keys = this.world.product.recapsOf(this.#owner).map(runKeyOf);
    const runs: (Run | undefined)[] = [];
    const messages: number[] = [];
    for (const hour of [hours.first, hours.second]) {
      const run = this.#ended(subject, hour);
      const key = `${subject.id}-${subject.midnight + hour * hourMs}`;
      const sent = keys.filter((each) => each === key).length;
      runs.push(run);
      messages.push(sent);
      if (sent > 1) found.duplicates.push(`${sent} messages at ${hour}`);
      if (run === undefined) found.losses.push(`nothing is known of the run at ${hour}`);
      else if ((run.status === 'delivered') !== sent > 0) {
        found.losses.push(`${run.status} with ${sent} messages at ${hour}`);
      } else if (run.status !== 'delivered' && run.reason === null) {
        found.losses.push(`${run.status} without a reason at ${hour}`);
      }
    }
    const [first, second] = runs;
    const joint = first?.status === 'delivered' ? first.window_end : first?.window_start;
    if (joint !== undefined && second !== undefined && second.window_start !== joint) {
      found.losses.push('the windows do not join');
    }
    return { struck, runs, messages, ...found, orphans: orphans(this.#rows()) };
  }

  /** Deletes the schedule: when it can no longer be brought back, nothing of it may stay. */
  async #clear({ id }: Subject): Promise<void> {
    const route = externalApiBase + scheduleRoute(routes.schedule, id);
    const response = await this.#owner.request('DELETE', route);
    if (!response.ok) throw new Error(`not deleted: ${response.status} ${await response.text()}`);
    await this.world.leapTo(this.world.clock.now() + restorableMs);
    await this.world.passUntil(this.world.clock.now() + 2 * minuteMs);
    const left = this.#rows().keys();
    const own = left.filter((key) => !isStanding(key));
    if (own.length > 0) throw new Error(`after the schedule was deleted: ${own.join(', ')}`);
  }
}

/** A step as one word, for tables. */
export function labelOf({ name, nth }: Step): string {
  return nth === 0 ? name : `${name} (${nth + 1})`;
}

/** By the second node: the first is always new. Sessions end in time, and each rehearsal takes a day. */
function login(world: SteppedWorld): Promise<Client> {
  return world.product.login('anna.weber', 1);
}

/** Says yes to one step, and where that is wished to the next try of the same call. */
function matcher(
  step: Step,
  again: boolean,
): (args: readonly unknown[], method: string) => boolean {
  let seen = 0;
  let met: ApiCall | undefined;
  let done = false;
  return (args, method) => {
    const call = { method, node: 0, args };
    if (done) return false;
    if (met !== undefined) {
      const isRetry = method === met.method && keyOf(call) === keyOf(met);
      done = isRetry;
      return isRetry;
    }
    if (nameOf(call) !== step.name) return false;
    seen += 1;
    if (seen <= step.nth) return false;
    met = call;
    done = !again;
    return true;
  };
}
