/** Which schedules each user has: one bounded list per user, by which the limit on their number holds. */
import type { Clock } from '../clock.ts';
import { StoreError } from './errors.ts';
import { userKey } from './keys.ts';
import type { Entry, KeyValueStore } from './kv.ts';
import { finishedPerUser, leftoverMs } from './limits.ts';
import { Patience } from './patience.ts';
import type { Randomness } from './randomness.ts';
import { UserRecord } from './record.ts';
import type { ListedSchedule } from './record.ts';

/** Tells when a schedule was finished: null when it is not, undefined when there is no record of it. */
export type FinishedAt = (scheduleId: string) => Promise<number | null | undefined>;

/** The lists of schedules. All methods throw `StoreError`. */
export class UserStore {
  readonly #kv: KeyValueStore;
  readonly #clock: Clock;
  readonly #random: Randomness;

  constructor(kv: KeyValueStore, clock: Clock, random: Randomness) {
    this.#kv = kv;
    this.#clock = clock;
    this.#random = random;
  }

  /** The ids of a user's schedules, oldest first. Some may have no record (yet, or any more). */
  async ids(userId: string): Promise<string[]> {
    const entry = await this.#kv.get(userKey(userId), UserRecord);
    return entry?.value.schedules.map(({ id }) => id) ?? [];
  }

  /**
   * Lists a schedule, before its record is written or made to run again. The list is replaced in one step, so of
   * two that come at once the second sees the first. Answers the ids of finished schedules that fell off the list.
   *
   * @throws {StoreError} `too_many_schedules` when `limit` others can still run.
   */
  async enlist(
    userId: string,
    id: string,
    limit: number,
    finishedAt: FinishedAt,
  ): Promise<string[]> {
    const patience = new Patience(this.#clock, this.#random);
    for (;;) {
      const entry = await this.#kv.get(userKey(userId), UserRecord);
      const others = entry?.value.schedules.filter((listed) => listed.id !== id) ?? [];
      const { running, finished } = await this.#sort(others, finishedAt);
      if (running.length >= limit) {
        const sure = entry === undefined || (await this.#kv.confirm(userKey(userId), entry));
        if (sure) {
          throw new StoreError('too_many_schedules', `the user has ${running.length} schedules`);
        }
      } else {
        const kept = new Set([...running, ...finished.slice(-finishedPerUser)]);
        const mine = { id, added_at: this.#clock.now() };
        const was = entry?.value.schedules.findIndex((listed) => listed.id === id) ?? -1;
        const schedules = others.filter((listed) => kept.has(listed));
        schedules.splice(was === -1 ? schedules.length : Math.min(was, schedules.length), 0, mine);
        if (await this.#replace(userId, entry, schedules)) {
          return finished.filter((listed) => !kept.has(listed)).map((listed) => listed.id);
        }
      }
      await patience.wait();
    }
  }

  /**
   * Lists a schedule that has a record, whatever the limit: it is there, so it must be seen. `addedAt` is now unless
   * told; a schedule that finished before it counts as running for a while.
   */
  async ensureListed(userId: string, id: string, addedAt = this.#clock.now()): Promise<void> {
    const patience = new Patience(this.#clock, this.#random);
    for (;;) {
      const entry = await this.#kv.get(userKey(userId), UserRecord);
      const listed = entry?.value.schedules ?? [];
      if (listed.some((schedule) => schedule.id === id)) return;
      const schedules = [...listed, { id, added_at: addedAt }];
      if (await this.#replace(userId, entry, schedules)) return;
      await patience.wait();
    }
  }

  /** Takes a schedule off the list. */
  async unlist(userId: string, id: string): Promise<void> {
    const patience = new Patience(this.#clock, this.#random);
    for (;;) {
      const entry = await this.#kv.get(userKey(userId), UserRecord);
      if (entry === undefined) return;
      const schedules = entry.value.schedules.filter((listed) => listed.id !== id);
      const done =
        schedules.length > 0
          ? await this.#replace(userId, entry, schedules)
          : await this.#kv.remove(userKey(userId), entry);
      if (done) return;
      await patience.wait();
    }
  }

  async #replace(
    userId: string,
    entry: Entry<UserRecord> | undefined,
    schedules: ListedSchedule[],
  ): Promise<boolean> {
    const record: UserRecord = { format: 1, nonce: this.#random.id(), schedules };
    const key = userKey(userId);
    const written =
      entry === undefined
        ? await this.#kv.insert(key, record)
        : await this.#kv.swap(key, entry, record);
    return written !== undefined;
  }

  /**
   * Tells those that count from those that are done with. One whose record is not there yet counts, as does one
   * that was listed anew after it had finished: both for as long as a write may take, then they are leftovers.
   */
  async #sort(
    listed: readonly ListedSchedule[],
    finishedAt: FinishedAt,
  ): Promise<{ running: ListedSchedule[]; finished: ListedSchedule[] }> {
    const running: ListedSchedule[] = [];
    const finished: ListedSchedule[] = [];
    const ends = await Promise.all(listed.map(({ id }) => finishedAt(id)));
    for (const [index, schedule] of listed.entries()) {
      const at = ends[index];
      const fresh = schedule.added_at + leftoverMs > this.#clock.now();
      if (at === null || (fresh && (at === undefined || at < schedule.added_at))) {
        running.push(schedule);
      } else if (at !== undefined) {
        finished.push(schedule);
      }
    }
    return { running, finished };
  }
}
