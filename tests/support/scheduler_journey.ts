/**
 * Two nodes, one owner and their schedules on a random journey: what each step does to the real thing, what it must
 * come to, and what must be so after every step. The steps themselves are in `scheduler_steps.ts`. Long, because the
 * books that it keeps and the accounts that it is held to are one thing.
 */
import * as z from 'zod';
import { Run } from '../../server/contract/index.ts';
import type { Run as RunRow } from '../../server/contract/index.ts';
import { RunFailure, ScheduleError } from '../../server/schedule/index.ts';
import { ScheduleRecord } from '../../server/store/record.ts';
import { parseDueEntryKey } from '../../server/store/keys.ts';
import { demand, isBegun, OccurrenceLedger } from './occurrence_ledger.ts';
import { SchedulerWorld } from './scheduler_world.ts';
import type { Fault, Node } from './scheduler_world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long an answer is waited for: more than all pauses and stalls of one call. */
const answerMs = 20 * minute;

/** After this long, on good terms, whatever was left half done is healed. */
const healMs = 5 * hour;

/** Schedules the owner may have. */
export const scheduleLimit = 3;

/** The nodes. */
export const nodeNames = ['a', 'b'] as const;
/** A node's name. */
export type NodeName = (typeof nodeNames)[number];

/** How attempts at runs go until told otherwise. */
export type Mood = 'well' | 'slow' | 'hanging' | 'failing' | 'hopeless';

/** What came of a request. */
export type Outcome<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'refused'; readonly code: string; readonly wasLagging: boolean }
  /** The node died over it: it may or may not have taken effect. */
  | { readonly status: 'lost' };

interface Slot {
  node: Node;
  readonly skewMs: number;
  armed: { left: number; readonly call: string; readonly fault: Fault } | undefined;
}

/** See the head of the file. */
export class SchedulerJourney {
  readonly world = new SchedulerWorld(Date.UTC(2026, 2, 28, 20, 0, 30));
  readonly #slots = new Map<NodeName, Slot>();
  readonly #books = new Map<string, OccurrenceLedger>();
  #mood: Mood = 'well';
  #lives = 0;
  /** How long reads are going to be stale. */
  #lagMs = 0;
  /** Once anything has failed, requests may be refused for what it left behind. */
  #isTainted = false;

  constructor() {
    for (const name of nodeNames) this.restart(name, 0);
  }

  /** Whether a node is there to be asked. */
  isUp(name: NodeName): boolean {
    const slot = this.#slots.get(name);
    return slot !== undefined && !slot.node.dead();
  }

  /** The records that are truly there, oldest first. */
  records(): ScheduleRecord[] {
    return this.world.kv
      .keys()
      .filter((key) => key.startsWith('s') && key.length === 27)
      .map((key) => ScheduleRecord.parse(this.world.kv.json(key)))
      .toSorted((a, b) => a.schedule.create_at - b.schedule.create_at);
  }

  /** One of the records, whatever the number; undefined when there is none. */
  pick(number: number): ScheduleRecord | undefined {
    const records = this.records();
    return records[number % Math.max(1, records.length)];
  }

  /** Lets time pass. In the midst of it the replica catches up, if it is behind. */
  async advance(ms: number): Promise<void> {
    const { clock } = this.world;
    const lag = Math.min(ms, this.#lagMs);
    await clock.advance(lag);
    this.#lagMs -= lag;
    if (this.#lagMs === 0) this.world.kv.releaseReplica();
    await clock.advance(ms - lag);
  }

  /** Sets every node's clock. */
  jump(ms: number): void {
    this.world.clock.jumpTo(this.world.clock.now() + ms);
  }

  /** Reads are stale for a time. */
  lag(ms: number): void {
    this.#lagMs = ms;
    if (ms === 0) this.world.kv.releaseReplica();
    else this.world.kv.holdReplica();
  }

  /** How attempts go from now on. */
  set mood(mood: Mood) {
    this.#mood = mood;
  }

  /** Of a node's calls from now on whose names begin with `call` the `count`-th goes wrong. */
  arm(name: NodeName, count: number, call: string, fault: Fault): void {
    const slot = this.#slots.get(name);
    if (slot !== undefined) slot.armed = { left: count, call, fault };
  }

  /** Stops a node, if it lives. */
  async stopNode(name: NodeName): Promise<void> {
    const slot = this.#slots.get(name);
    if (slot === undefined) return;
    this.#slots.delete(name);
    const stopped = new AbortController();
    void slot.node.scheduler.stop().then(() => stopped.abort());
    // One that stands still takes longer, and one that dies over it is stopped as well.
    for (let waited = 0; !stopped.signal.aborted && !slot.node.dead(); waited += second) {
      demand(waited < answerMs, 'a node stops', name);
      await this.advance(second);
    }
  }

  /** Starts a node that is not there, with a clock that is ahead by `skewMs`. */
  restart(name: NodeName, skewMs: number): void {
    this.#lives += 1;
    const slot: Omit<Slot, 'node'> & { node?: Node } = { skewMs, armed: undefined };
    slot.node = this.world.start(`${name}${this.#lives}`, {
      skewMs,
      schedulesPerUser: scheduleLimit,
      prepare: (claim, signal) => this.#prepare(claim.run, signal),
      fault: (_call, callName) => this.#fault(slot, callName),
    });
    this.#slots.set(name, slot as Slot);
  }

  /** Asks a node for something and waits for what comes of it. */
  async ask<T>(name: NodeName, request: (node: Node) => Promise<T>): Promise<Outcome<T>> {
    const [outcome] = await this.askAll([name], request);
    return outcome!;
  }

  /** Asks several nodes at once. */
  async askAll<T>(
    names: readonly NodeName[],
    request: (node: Node) => Promise<T>,
  ): Promise<Outcome<T>[]> {
    const wasLagging = this.#lagMs > 0;
    const asked = names.map((name) => {
      const { node } = this.#slots.get(name)!;
      const question: { readonly node: Node; outcome?: Outcome<T> } = { node };
      request(node).then(
        (value) => (question.outcome = { status: 'done', value }),
        (thrown: unknown) => {
          question.outcome = { status: 'refused', code: codeOf(thrown), wasLagging };
        },
      );
      return question;
    });
    // No two requests come in one millisecond.
    await this.advance(1);
    for (let waited = 0; ; waited += second / 4) {
      for (const question of asked) {
        if (question.node.dead()) question.outcome ??= { status: 'lost' };
      }
      const outcomes = asked.flatMap(({ outcome }) => outcome ?? []);
      if (outcomes.length === asked.length) return outcomes;
      demand(waited < answerMs, 'every request is answered', names);
      await this.advance(second / 4);
    }
  }

  /** Holds a refusal against what may be refused: on good terms nothing else. */
  expectRefusal(outcome: Outcome<unknown>, ...codes: readonly string[]): void {
    if (outcome.status !== 'refused') return;
    const { code, wasLagging } = outcome;
    if (codes.includes(code)) return;
    const excuses = 'unavailable contended not_found conflict limit busy invalid'.split(' ');
    const isExcused = (this.#isTainted || wasLagging) && excuses.includes(code);
    demand(isExcused, 'nothing is refused that could be granted', { code, codes });
  }

  /** A place on the list is held for some minutes for what was about to run again, and does not. */
  holdsPlace(): void {
    this.#isTainted = true;
  }

  /** Puts a schedule that was made into the books. Those whose answer was lost are found as well. */
  enter(): void {
    for (const record of this.records()) {
      const { id, create_at: createdAt, pause_reason: pauseReason } = record.schedule;
      if (this.#books.has(id)) continue;
      const ledger = new OccurrenceLedger();
      this.#books.set(id, ledger);
      // It may have run already.
      if (pauseReason === null) ledger.open({ ...record, sequence: 0 }, 0, createdAt);
    }
  }

  /** Writes down what a request has made of a schedule, whose record was `before`. */
  changed(before: ScheduleRecord): void {
    const known = this.#books.get(before.schedule.id);
    const after = this.#record(before.schedule.id);
    if (known === undefined) return;
    // Gone altogether, or deleted: nothing of it may come any more.
    if (after === undefined) known.close(before.schedule.next_run_at);
    else known.revised(before, after);
  }

  /** What must be so at any moment. @throws {Error} when it is not. */
  check(): void {
    for (const record of this.records()) {
      this.#books.get(record.schedule.id)?.check(record, this.#ended(record));
      this.#checkMessages(record);
    }
    const { messages } = this.world;
    const keys = messages.map(({ runKey }) => runKey);
    demand(new Set(keys).size === keys.length, 'no message is sent twice', keys);
    const running = this.records().filter(
      (record) => record.deleted_at === null && record.schedule.finished_at === null,
    );
    demand(running.length <= scheduleLimit, 'the limit holds', running.length);
    this.#checkNotices();
  }

  /** Puts everything right, lets it heal, and holds it against what must be so then. */
  async finish(): Promise<void> {
    this.lag(0);
    this.#mood = 'well';
    for (const name of nodeNames) {
      const slot = this.#slots.get(name);
      if (slot !== undefined) slot.armed = undefined;
      if (!this.isUp(name)) this.restart(name, 0);
    }
    await this.advance(healMs);
    // To a moment at which nothing is due or busy, whatever the clocks of the nodes say.
    const { clock } = this.world;
    await this.advance(hour - (clock.now() % hour) + 55 * minute + 20 * second);
    this.enter();
    this.check();
    this.#checkRest();
    await this.world.stop();
  }

  #record(id: string): ScheduleRecord | undefined {
    return this.records().find((record) => record.schedule.id === id);
  }

  #ended(record: ScheduleRecord): RunRow[] {
    const prefix = `r${record.schedule.id}`;
    const rows = this.world.kv
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => Run.parse(this.world.kv.json(key)));
    // One that is being moved out of the record may be in both places for a moment.
    const recent = record.recent.map(({ sequence }) => sequence);
    return [...record.recent, ...rows.filter(({ sequence }) => !recent.includes(sequence))];
  }

  #checkMessages(record: ScheduleRecord): void {
    const { id } = record.schedule;
    const runs = [...this.#ended(record), ...(record.active === null ? [] : [record.active.run])];
    const sent = this.world.messages.filter(({ runKey }) => runKey.startsWith(id));
    for (const message of sent) {
      const run = runs.find((each) => isBegun(each) && each.run_key === message.runKey);
      const states = [
        'delivering',
        'delivered',
        ...(this.#isTainted ? ['failed', 'cancelled'] : []),
      ];
      demand(run !== undefined && states.includes(run.status), 'a message is of a run', {
        message,
        run,
      });
    }
    for (const run of runs.filter(({ status }) => status === 'delivered')) {
      const message = sent.find(({ runKey }) => runKey === run.run_key);
      demand(message?.postId === run.post_id, 'what is called delivered was sent', run);
    }
  }

  #checkNotices(): void {
    const last = new Map<string, number>();
    const told = new Set<string>();
    for (const { schedule, run } of this.world.notices) {
      const at = run.finished_at ?? 0;
      const before = last.get(schedule.id);
      const mayTell =
        schedule.pause_reason !== null || before === undefined || Math.abs(at - before) >= day;
      demand(mayTell, 'an owner hears of failures once a day at most', { run, before });
      const name = `${schedule.id} ${run.sequence}`;
      demand(!told.has(name), 'and of each once', name);
      told.add(name);
      last.set(schedule.id, at);
    }
  }

  /** What is there when all is quiet: every record with its entry, its place on the list, and nothing else. */
  #checkRest(): void {
    const { kv, clock } = this.world;
    const records = this.records();
    const now = clock.now();
    for (const { schedule, active, deleted_at: deletedAt, due } of records) {
      demand(active === null, 'no run stays at work', active);
      demand(deletedAt === null, 'what is deleted goes', schedule.id);
      demand(
        (schedule.next_run_at ?? Infinity) > now && (schedule.resume_at ?? Infinity) > now,
        'nothing stays due',
        schedule,
      );
      demand(
        (due === null) === !hasSomethingComing(schedule),
        'what comes has its entry',
        schedule,
      );
    }
    const entries = kv.keys().flatMap((key) => parseDueEntryKey(key) ?? []);
    const wanted = records.flatMap(({ schedule, due }) =>
      due === null ? [] : [{ at: due.at, scheduleId: schedule.id, version: due.version }],
    );
    const sorted = (list: readonly object[]): string[] =>
      list.map((each) => JSON.stringify(each)).toSorted();
    demand(
      sorted(entries).join() === sorted(wanted).join(),
      'the due index holds what the records name, and nothing else',
      { entries, wanted },
    );
    const list = kv.json(`u${this.world.owner.userId}`) ?? { schedules: [] };
    const listed = List.parse(list).schedules.map(({ id }) => id);
    const ids = records.map(({ schedule }) => schedule.id);
    demand(
      listed.toSorted().join() === ids.toSorted().join(),
      "the owner's list holds what there is, and nothing else",
      { listed, ids },
    );
    const locks = kv.keys().filter((key) => key.startsWith('lock'));
    demand(locks.length === 0, 'no lock stays behind', locks);
  }

  async #prepare(run: RunRow, signal: AbortSignal): Promise<void> {
    switch (this.#mood) {
      case 'well':
        return;
      case 'slow':
        await this.world.clock.sleep(7 * minute, signal);
        return;
      case 'hanging':
        await new Promise(() => undefined);
        return;
      case 'failing':
        throw new RunFailure('delivery_failed', `told to fail: ${run.run_key}`);
      case 'hopeless':
        throw new RunFailure('no_readable_channel', 'told to fail', { retryable: false });
    }
  }

  #fault(slot: Omit<Slot, 'node'>, callName: string): Fault {
    const { armed } = slot;
    if (armed === undefined || !callName.startsWith(armed.call)) return 'none';
    armed.left -= 1;
    if (armed.left > 0) return 'none';
    slot.armed = undefined;
    this.#isTainted = true;
    // A process that stands still between its last look at the lease and the wire is beyond any lease.
    const isBeyond = armed.fault === 'freeze_before' && callName.startsWith('createPost');
    return isBeyond ? 'freeze_after' : armed.fault;
  }
}

const List = z.object({ schedules: z.array(z.object({ id: z.string() })) });

function hasSomethingComing(schedule: ScheduleRecord['schedule']): boolean {
  const { next_run_at: next, resume_at: resume, finished_at: finished } = schedule;
  return next !== null || resume !== null || finished !== null;
}

function codeOf(thrown: unknown): string {
  if (thrown instanceof ScheduleError) return thrown.code;
  const code: unknown = thrown instanceof Error ? Reflect.get(thrown, 'code') : undefined;
  return typeof code === 'string' ? code : String(thrown);
}
