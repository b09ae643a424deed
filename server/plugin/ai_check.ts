/** Tests of the connection to the AI, not too many: each may cost money. */
import type { AiTest } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { probeModel } from '../recap/index.ts';
import type { Model } from '../recap/index.ts';
import { refusal } from '../schedule/index.ts';

/** So many tests in so many milliseconds, on this node. */
const allowed = { count: 10, ms: 10 * 60 * 1000 } as const;

/** See the head of the file. */
export class AiTester {
  readonly #clock: Clock;
  readonly #model: () => Model | undefined;
  #asked: readonly number[] = [];

  /** `model`: the one that the settings name at the moment. */
  constructor(clock: Clock, model: () => Model | undefined) {
    this.#clock = clock;
    this.#model = model;
  }

  /** @throws {ScheduleError} `limit` when it is asked for too often. */
  async test(userId: string): Promise<AiTest> {
    const now = this.#clock.monotonic();
    this.#asked = this.#asked.filter((at) => now - at < allowed.ms);
    if (this.#asked.length >= allowed.count) {
      const wait = (this.#asked[0] ?? now) + allowed.ms - now;
      throw refusal('limit', 'scheduled_recaps.refusal.ai_tests', {
        values: { count: allowed.count, minutes: allowed.ms / 60_000 },
        limit: allowed.count,
        retryAfterSeconds: Math.ceil(wait / 1000),
      });
    }
    this.#asked = [...this.#asked, now];
    const { outcome, name, durationMs } = await probeModel(this.#model(), userId, this.#clock);
    return { outcome, name, duration_ms: durationMs };
  }
}
