/** Leaves a service alone that is down, and tries it again with one call at a time. */
import type { Clock } from '../../../clock.ts';
import { AiError } from './errors.ts';
import type { AiErrorCode } from './errors.ts';

/** Failures in a row after which a service counts as down. */
const maxFailures = 5;
/** How long it is left alone then, in ms. */
const restMs = 60_000;

/** What says nothing about the service being down: it is there, and minds the request. */
const harmless: readonly AiErrorCode[] = ['busy', 'invalid_answer'];

/**
 * ```text
 * closed ──(5 failures in a row)──► open ──(a minute)──► probing ──(success)──► closed
 *                                     ▲                     └────(failure)──┐
 *                                     └─────────────────────────────────────┘
 * ```
 */
type State =
  | { readonly name: 'closed'; readonly failures: number }
  | { readonly name: 'open'; readonly until: number }
  | { readonly name: 'probing' };

/** See the head of the file. */
export class Breaker {
  readonly #clock: Pick<Clock, 'monotonic'>;
  #state: State = { name: 'closed', failures: 0 };

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** Makes the call. @throws {AiError} `resting` without making it, and what the call throws. */
  async run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const probing = this.#admit();
    try {
      const result = await call();
      this.#state = { name: 'closed', failures: 0 };
      return result;
    } catch (thrown) {
      if (signal.aborted || !isFault(thrown)) {
        // Nothing was learnt: whoever comes next may probe.
        if (probing) this.#state = { name: 'open', until: this.#clock.monotonic() };
      } else {
        this.#fail();
      }
      throw thrown;
    }
  }

  /** True where the call is a probe. */
  #admit(): boolean {
    const state = this.#state;
    if (state.name === 'closed') return false;
    if (state.name === 'probing' || state.until > this.#clock.monotonic()) {
      throw new AiError('resting', 'left alone, because it failed again and again');
    }
    this.#state = { name: 'probing' };
    return true;
  }

  #fail(): void {
    const failures = this.#state.name === 'closed' ? this.#state.failures + 1 : maxFailures;
    this.#state =
      failures < maxFailures
        ? { name: 'closed', failures }
        : { name: 'open', until: this.#clock.monotonic() + restMs };
  }
}

function isFault(thrown: unknown): boolean {
  if (!(thrown instanceof AiError) || harmless.includes(thrown.code)) return false;
  return thrown.code !== 'failed' || thrown.retryable;
}
