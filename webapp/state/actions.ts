/** What the user sets going, and what it does to the state. Every method that asks the server throws `ClientError`. */
import type { DescribedSchedule, ScheduleInputBody } from '../../server/contract/index.ts';
import { ClientError } from '../client/index.ts';
import type { RecapsClient } from '../client/index.ts';
import { wordingOf } from '../host/index.ts';
import type { RecapsAction } from './action_types.ts';
import { historyOf, recapsState } from './selectors.ts';
import type { StoreState } from './selectors.ts';

/** The store, as far as actions need it. */
export interface RecapsStore {
  dispatch(action: RecapsAction): unknown;
  getState(): StoreState;
}

/** See the head of the file. */
export class RecapsActions {
  readonly #client: RecapsClient;
  readonly #store: RecapsStore;
  /** The newest question about each thing; answers to older ones are too old to be shown. */
  readonly #newest = new Map<string, number>();

  constructor(client: RecapsClient, store: RecapsStore) {
    this.#client = client;
    this.#store = store;
  }

  /** Fetches all schedules. A failure is told by the state. */
  async loadSchedules(): Promise<void> {
    const isNewest = this.#ask('schedules');
    const wording = wordingOf(this.#store.getState());
    this.#dispatch({ type: 'scheduled-recaps/schedules_requested', wording });
    try {
      const schedules = await this.#client.schedules();
      if (isNewest()) this.#dispatch({ type: 'scheduled-recaps/schedules_received', schedules });
    } catch {
      if (isNewest()) this.#dispatch({ type: 'scheduled-recaps/schedules_failed' });
    }
  }

  /** Fetches one schedule again; one that is gone is taken off. Other failures leave it as it was. */
  async refreshSchedule(id: string): Promise<void> {
    const isNewest = this.#ask(id);
    try {
      const schedule = await this.#client.schedule(id);
      if (isNewest()) this.#show(schedule);
    } catch (thrown) {
      if (isNewest() && thrown instanceof ClientError && thrown.code === 'not_found') {
        this.#dispatch({ type: 'scheduled-recaps/schedule_gone', id });
      }
    }
  }

  /** Fetches a page of a schedule's runs: the first, or the one after those that are shown. */
  async loadHistory(id: string, which: 'first' | 'next'): Promise<void> {
    const before = which === 'first' ? null : historyOf(this.#store.getState(), id).nextBefore;
    const isNewest = this.#ask(`${id} history`);
    this.#dispatch({ type: 'scheduled-recaps/history_requested', id });
    try {
      const page = await this.#client.history(id, before);
      if (isNewest())
        this.#dispatch({ type: 'scheduled-recaps/history_received', id, before, page });
    } catch {
      if (isNewest()) this.#dispatch({ type: 'scheduled-recaps/history_failed', id });
    }
  }

  /** Fetches again all that is shown, after the connection was lost for a while. */
  async refetch(): Promise<void> {
    const { schedules, histories, checks } = recapsState(this.#store.getState());
    await Promise.all([
      ...(schedules.status === 'idle' ? [] : [this.loadSchedules()]),
      ...Object.keys(histories).map((id) => this.loadHistory(id, 'first')),
      ...Object.keys(checks).map((postId) => this.loadChecks(postId)),
    ]);
  }

  /** Creates a schedule. */
  async create(input: ScheduleInputBody): Promise<DescribedSchedule> {
    return this.#show(await this.#client.create(input));
  }

  /** Replaces a schedule, whose revision has to be the current one. */
  async replace(
    id: string,
    input: ScheduleInputBody,
    revision: number,
  ): Promise<DescribedSchedule> {
    return this.#show(await this.#client.replace(id, input, revision));
  }

  /** Pauses a schedule, until it is resumed. */
  async pause(id: string): Promise<void> {
    this.#show(await this.#client.pause(id, { pause_until: null }));
  }

  /** Lets a schedule run again. */
  async resume(id: string): Promise<void> {
    this.#show(await this.#client.resume(id));
  }

  /** Runs a schedule now. */
  async run(id: string): Promise<void> {
    await this.#client.run(id);
    this.#dispatch({ type: 'scheduled-recaps/run_began', id });
  }

  /** Ends the run that is at work. One that has just ended by itself is no failure. */
  async cancel(id: string): Promise<void> {
    try {
      await this.#client.cancel(id);
    } catch (thrown) {
      if (!(thrown instanceof ClientError && thrown.code === 'not_running')) throw thrown;
    }
    await this.refreshSchedule(id);
  }

  /** Deletes a schedule, and remembers it for `undelete`. */
  async remove(schedule: DescribedSchedule): Promise<void> {
    try {
      await this.#client.remove(schedule.id);
    } catch (thrown) {
      // Deleted in another window: it is gone, as it was meant to be.
      if (!(thrown instanceof ClientError && thrown.code === 'not_found')) throw thrown;
    }
    this.#ask(schedule.id);
    this.#dispatch({ type: 'scheduled-recaps/schedule_gone', id: schedule.id });
    this.#dispatch({ type: 'scheduled-recaps/deleted', schedule });
  }

  /** Brings the schedule back that was deleted last. */
  async undelete(): Promise<void> {
    const { deleted } = recapsState(this.#store.getState());
    if (deleted === null) return;
    this.#show(await this.#client.restore(deleted.id));
    this.settleDeletion();
  }

  /** Lets go of the schedule that was deleted last. */
  settleDeletion(): void {
    this.#dispatch({ type: 'scheduled-recaps/deletion_settled' });
  }

  /** Fetches what is checked off in a recap. A failure leaves what was there. */
  async loadChecks(postId: string): Promise<void> {
    const isNewest = this.#ask(`${postId} checks`);
    try {
      const { checked } = await this.#client.checks(postId);
      if (isNewest()) this.#dispatch({ type: 'scheduled-recaps/checks_received', postId, checked });
    } catch {
      // Without it every item shows as open, and checking one off says what is wrong.
    }
  }

  /** Checks an item off, or not any more: at once on the screen, and back again where the server refuses. */
  async check(postId: string, itemId: string, checked: boolean): Promise<void> {
    const isNewest = this.#ask(`${postId} checks`);
    const before = recapsState(this.#store.getState()).checks[postId] ?? [];
    const others = before.filter((id) => id !== itemId);
    const show = (ids: readonly string[]): void =>
      this.#dispatch({ type: 'scheduled-recaps/checks_received', postId, checked: ids });
    show(checked ? [...others, itemId] : others);
    try {
      const answer = await this.#client.check(postId, { item_id: itemId, checked });
      if (isNewest()) show(answer.checked);
    } catch (thrown) {
      if (isNewest()) show(before);
      throw thrown;
    }
  }

  /** Fetches what a form has to know, once. Without it the form offers what every server allows. */
  async loadConfig(): Promise<void> {
    if (recapsState(this.#store.getState()).config !== null) return;
    try {
      const config = await this.#client.clientConfig();
      this.#dispatch({ type: 'scheduled-recaps/config_received', config });
    } catch {
      // The server checks whatever the form lets through.
    }
  }

  #show(schedule: DescribedSchedule): DescribedSchedule {
    this.#ask(schedule.id);
    this.#dispatch({ type: 'scheduled-recaps/schedule_received', schedule });
    return schedule;
  }

  #dispatch(action: RecapsAction): void {
    this.#store.dispatch(action);
  }

  /** Notes a question about `subject`; the answer says whether no later one was asked. */
  #ask(subject: string): () => boolean {
    const mine = (this.#newest.get(subject) ?? 0) + 1;
    this.#newest.set(subject, mine);
    return () => this.#newest.get(subject) === mine;
  }
}
