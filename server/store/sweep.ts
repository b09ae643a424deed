/**
 * The slow sweep: it walks through all that is stored, a page of keys at a time, and heals what a crash between two
 * writes can leave behind. Nothing waits for it: whatever it mends is either harmless until then, or would be mended
 * when it comes due.
 *
 * | Found | Healed by |
 * | --- | --- |
 * | a due entry that its record has outlived | deleting it |
 * | a due entry whose record never came, or is not as new | seen so for `leftoverMs`: deleting it, or rewriting the record |
 * | a record whose due entry is gone | adding the entry |
 * | a record that is on no list of its owner | listing it |
 * | a listed schedule without a record, or whose record says that it is deleted | taking it off the list |
 *
 * It also does what nobody else would: it counts the schedules, lets ended runs go that are older than the history, and
 * deletes what belongs to users that are gone for good.
 *
 * One page is looked at in the whole cluster each `sweepEveryMs`; where the walk is lies in the store.
 */
import * as z from 'zod';
import { Instant } from '../contract/index.ts';
import { waitAtMost } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { judge } from './due_index.ts';
import type { DueIndex } from './due_index.ts';
import {
  dueEntryKey,
  idOfScheduleKey,
  idOfUserKey,
  idOfWelcomeKey,
  parseDueEntryKey,
  quotaKey,
  scheduleKey,
  sweepKey,
  userKey,
  welcomeKey,
} from './keys.ts';
import type { DueEntry } from './keys.ts';
import type { KeyValueStore } from './kv.ts';
import { forgottenUsers, leftoverMs, listPage, maxSuspects, sweepEveryMs } from './limits.ts';
import type { Randomness } from './randomness.ts';
import { ScheduleRecord, UserRecord } from './record.ts';
import type { ScheduleStore } from './schedule_store.ts';
import type { UserStore } from './user_store.ts';

const SweepRecord = z.object({
  /** The page of the key listing that comes next. */
  page: z.int().min(0),
  /** When the last page was claimed. */
  at: Instant,
  nonce: z.string(),
  /** Schedules on the pages of this round so far. */
  counting: z.int().min(0).default(0),
  /** What the last whole round has counted; null before the first. */
  counted: z
    .object({ schedules: z.int().min(0), at: Instant })
    .nullable()
    .default(null),
});

/** How long `stop` waits for the store, in milliseconds. */
const stopMs = 1500;

/** How many schedules were stored when a round of the sweep ended. */
export interface Counted {
  readonly schedules: number;
  /** When that was, milliseconds since 1970 UTC. */
  readonly at: number;
}

/** What the sweep needs. */
export interface SweepOptions {
  readonly kv: KeyValueStore;
  readonly due: DueIndex;
  readonly schedules: ScheduleStore;
  readonly users: UserStore;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Those of the users that are gone for good, and never come back. */
  gone(userIds: readonly string[]): Promise<readonly string[]>;
}

/** See the head of the file. */
export class Sweep {
  readonly #options: SweepOptions;
  readonly #stopping = new AbortController();
  /** Entries that looked like leftovers, by key: what their record was, and since when (monotonic). */
  readonly #suspects = new Map<string, { readonly version: number; readonly since: number }>();
  #running: Promise<void> | undefined;
  #last: number;

  constructor(options: SweepOptions) {
    this.#options = options;
    // Not at once: a start has better things to do, and one after another would all begin with this.
    this.#last = options.clock.monotonic();
  }

  /** Looks at the next page in the background, if it is time and none is being looked at. */
  kick(): void {
    const now = this.#options.clock.monotonic();
    if (this.#stopping.signal.aborted || this.#running !== undefined) return;
    if (now - this.#last < sweepEveryMs) return;
    this.#last = now;
    this.#running = this.#step()
      .catch((thrown: unknown) => {
        this.#options.log.warn('a page of the sweep was not finished', { error: toError(thrown) });
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** How many schedules there are, those of instant recaps among them; undefined before the first round has ended. */
  async counted(): Promise<Counted | undefined> {
    return (await this.#options.kv.get(sweepKey, SweepRecord))?.value.counted ?? undefined;
  }

  /** Ends after the key that is being looked at, which is waited for a little. A second call waits as well. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await waitAtMost(this.#options.clock, stopMs, Promise.resolve(this.#running));
  }

  async #step(): Promise<void> {
    const owners = new Set<string>();
    for (const key of await this.#claimPage()) {
      if (this.#stopping.signal.aborted) return;
      try {
        await this.#look(key, owners);
      } catch (thrown) {
        // Such as a record of a later version: one key must not keep the walk from the others.
        this.#options.log.debug('the sweep could not look at a key', { error: toError(thrown) });
      }
    }
    await this.#forgetGone([...owners]);
  }

  /** The keys of the next page; none when another node has looked at one lately, or takes this one. */
  async #claimPage(): Promise<readonly string[]> {
    const { kv, clock, random } = this.#options;
    const entry = await kv.get(sweepKey, SweepRecord);
    const now = clock.now();
    // A claim from the future is of a clock that was wrong, and holds nobody up.
    if (entry !== undefined && Math.abs(now - entry.value.at) < sweepEveryMs) return [];
    const page = entry?.value.page ?? 0;
    const keys = await kv.list(page, listPage);
    const isLast = keys.length < listPage;
    const here = keys.filter((key) => idOfScheduleKey(key) !== undefined).length;
    const sum = here + (page === 0 ? 0 : (entry?.value.counting ?? 0));
    const next = {
      page: isLast ? 0 : page + 1,
      at: now,
      nonce: random.id(),
      counting: isLast ? 0 : sum,
      counted: isLast ? { schedules: sum, at: now } : (entry?.value.counted ?? null),
    };
    const claimed =
      entry === undefined ? await kv.insert(sweepKey, next) : await kv.swap(sweepKey, entry, next);
    return claimed === undefined ? [] : keys;
  }

  /** `owners`: the users that were met, for whoever asks whether they are still there. */
  async #look(key: string, owners: Set<string>): Promise<void> {
    const entry = parseDueEntryKey(key);
    const scheduleId = idOfScheduleKey(key);
    const userId = idOfUserKey(key);
    const welcomedId = idOfWelcomeKey(key);
    if (entry !== undefined) await this.#lookAtEntry(entry);
    else if (scheduleId !== undefined) await this.#lookAtSchedule(scheduleId, owners);
    else if (userId !== undefined) await this.#lookAtUser(userId, owners);
    else if (welcomedId !== undefined) owners.add(welcomedId);
  }

  async #lookAtEntry(entry: DueEntry): Promise<void> {
    const { schedules, due, clock } = this.#options;
    const key = dueEntryKey(entry);
    const record = (await schedules.get(entry.scheduleId))?.value;
    const verdict = judge(entry, record, clock.now());
    if (verdict === 'current') {
      this.#suspects.delete(key);
    } else if (verdict === 'dead') {
      await due.remove(entry);
    } else if (this.#isLeftover(key, record?.version ?? 0)) {
      // A rewritten record has outlived the entry; without a record nothing ever needs it.
      if (record !== undefined) await schedules.change(entry.scheduleId, (state) => state);
      await due.remove(entry);
    }
  }

  /** Whether an entry has been waiting for the same version of its record for longer than any write takes. */
  #isLeftover(key: string, version: number): boolean {
    const now = this.#options.clock.monotonic();
    const seen = this.#suspects.get(key);
    if (seen?.version === version) {
      if (now - seen.since < leftoverMs) return false;
      this.#suspects.delete(key);
      return true;
    }
    if (seen !== undefined || this.#suspects.size < maxSuspects) {
      this.#suspects.set(key, { version, since: now });
    }
    return false;
  }

  async #lookAtSchedule(id: string, owners: Set<string>): Promise<void> {
    const { kv, due, users, schedules } = this.#options;
    const entry = await kv.get(scheduleKey(id), ScheduleRecord);
    if (entry === undefined) return;
    const { schedule, due: named, deleted_at: deletedAt, recent } = entry.value;
    owners.add(schedule.user_id);
    if (named !== null) {
      const wanted = { ...named, scheduleId: id };
      // On a stale read this adds an entry that is dead, which the next look deletes.
      const found = await kv.get(dueEntryKey(wanted), z.unknown());
      if (found === undefined) await due.add(wanted);
    }
    // What is written keeps no run that is too old.
    if (recent.some((run) => !schedules.remembers(run))) {
      await schedules.change(id, (state) => state, { known: entry });
    }
    // The schedule behind a user's instant recaps has the user's id and is on no list.
    if (id !== schedule.user_id && deletedAt === null)
      await users.ensureListed(schedule.user_id, id);
  }

  async #lookAtUser(userId: string, owners: Set<string>): Promise<void> {
    owners.add(userId);
    const { kv, users, schedules, clock } = this.#options;
    const entry = await kv.get(userKey(userId), UserRecord);
    for (const { id, added_at: addedAt } of entry?.value.schedules ?? []) {
      if (addedAt + leftoverMs > clock.now()) continue;
      const record = (await schedules.get(id))?.value;
      if (record === undefined || record.deleted_at !== null) await users.unlist(userId, id);
    }
  }

  /** Deletes what belongs to users that are gone. What is not reached now is met again in the next round. */
  async #forgetGone(owners: readonly string[]): Promise<void> {
    if (owners.length === 0 || this.#stopping.signal.aborted) return;
    const { kv, users, schedules, log } = this.#options;
    const gone = await this.#options.gone(owners);
    for (const userId of gone.slice(0, forgottenUsers)) {
      const ids = await users.ids(userId);
      for (const id of [...ids, userId]) {
        await schedules.remove(id);
        await users.unlist(userId, id);
      }
      await kv.drop(quotaKey(userId));
      await kv.drop(welcomeKey(userId));
      log.info('the data of a user that is gone were deleted', { schedules: ids.length });
    }
  }
}
