/** Recaps that are looked at and not sent. */
import type { ScheduleInput } from '../contract/index.ts';
import { checkAccess } from './access.ts';
import { checkChannels } from './channel_rules.ts';
import type { ChannelRules } from './channel_rules.ts';
import type { Clock } from '../clock.ts';
import type { Randomness } from '../store/index.ts';
import { refusal } from './errors.ts';
import type { Owner } from './owned.ts';
import { draft } from './revision.ts';
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
   * The messages of the recap that a schedule would get now. Nothing is stored or sent.
   *
   * @throws {ScheduleError} `invalid` and `not_allowed` as on creation, `limit` when the user asks too often, `unavailable` when too
   * many are asked for at once.
   */
  async make(owner: Owner, input: ScheduleInput): Promise<readonly string[]> {
    const { handler, clock, random } = this.#options;
    await checkAccess(this.#options, owner.userId);
    await checkChannels(this.#options, owner.userId, input);
    this.#count(owner.userId);
    const now = clock.now();
    const schedule = { ...draft(random.id(), owner, input, now), running: false };
    this.#busy += 1;
    try {
      return await handler.preview(schedule, windowOf(schedule, now, now), this.#stopping.signal);
    } finally {
      this.#busy -= 1;
    }
  }

  /** Ends those that are being made. */
  stop(): void {
    this.#stopping.abort();
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
