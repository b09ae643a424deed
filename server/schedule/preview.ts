/** Recaps that are looked at and not sent. */
import type { Schedule, ScheduleInput } from '../contract/index.ts';
import { checkAccess } from './access.ts';
import { checkChannels } from './channel_rules.ts';
import type { ChannelRules } from './channel_rules.ts';
import type { Clock } from '../clock.ts';
import type { Randomness, ScheduleStore } from '../store/index.ts';
import { refusal } from './errors.ts';
import { ownSchedule } from './owned.ts';
import type { Owner } from './owned.ts';
import { draft, replace } from './revision.ts';
import type { RunHandler } from './run_handler.ts';
import { windowOf } from './window.ts';

/** How many previews a user may ask for in so many milliseconds. A recap may cost the server much, and an AI money. */
const perUser = { count: 10, ms: 10 * 60 * 1000 } as const;

/** How many previews are made at once by this node. */
const atOnce = 4;

/** Users whose previews are counted; beyond that, the counts begin anew. */
const maxUsers = 10_000;

/** What previews need. */
export interface PreviewOptions extends ChannelRules {
  readonly handler: Pick<RunHandler, 'preview'>;
  readonly schedules: Pick<ScheduleStore, 'get'>;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** Makes previews, not too many at a time. */
export class Previews {
  readonly #options: PreviewOptions;
  /** When each user asked lately, monotonic. */
  readonly #asked = new Map<string, readonly number[]>();
  readonly #stopping = new AbortController();
  #busy = 0;

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  /**
   * The messages of the recap that a new schedule would get now. Nothing is stored or sent.
   *
   * @throws {ScheduleError} `invalid` and `not_allowed` as on creation, `limit` when the user asks too often, `unavailable` when too
   * many are asked for at once.
   */
  async make(owner: Owner, input: ScheduleInput): Promise<readonly string[]> {
    const { random } = this.#options;
    await checkAccess(this.#options, owner.userId);
    await checkChannels(this.#options, owner.userId, input);
    return this.#write(owner, (now) => draft(random.id(), owner, input, now));
  }

  /**
   * The same for a schedule that is there, if it were replaced: its window begins where that of a run would, after the
   * recaps that it has given already.
   *
   * @throws {ScheduleError} `not_found`, and as `make` does.
   */
  async makeChanged(owner: Owner, id: string, input: ScheduleInput): Promise<readonly string[]> {
    const { value } = await ownSchedule(this.#options.schedules, owner.userId, id);
    const { revision, channel_ids: known } = value.schedule;
    await checkAccess(this.#options, owner.userId);
    await checkChannels(this.#options, owner.userId, input, known);
    return this.#write(owner, (now) => replace(value, { ...input, revision }, now).schedule);
  }

  /** Ends those that are being made. */
  stop(): void {
    this.#stopping.abort();
  }

  async #write(
    { userId }: Owner,
    scheduleAt: (now: number) => Omit<Schedule, 'running'>,
  ): Promise<readonly string[]> {
    const { handler, clock } = this.#options;
    this.#count(userId);
    const now = clock.now();
    const schedule = { ...scheduleAt(now), running: false };
    this.#busy += 1;
    try {
      return await handler.preview(schedule, windowOf(schedule, now, now), this.#stopping.signal);
    } finally {
      this.#busy -= 1;
    }
  }

  #count(userId: string): void {
    const now = this.#options.clock.monotonic();
    const lately = (this.#asked.get(userId) ?? []).filter((at) => now - at < perUser.ms);
    if (lately.length >= perUser.count) {
      const minutes = perUser.ms / 60_000;
      throw refusal('limit', 'scheduled_recaps.refusal.previews', {
        limit: perUser.count,
        values: { count: perUser.count, minutes },
        retryAfterSeconds: Math.ceil(((lately[0] ?? now) + perUser.ms - now) / 1000),
      });
    }
    if (this.#busy >= atOnce) {
      throw refusal('unavailable', 'scheduled_recaps.refusal.server_busy');
    }
    if (this.#asked.size >= maxUsers) this.#asked.clear();
    this.#asked.set(userId, [...lately, now]);
  }
}
