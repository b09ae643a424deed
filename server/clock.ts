/** Time, handed in: code that waits or asks for the time takes a `Clock`, so tests move time by hand. */

/** A source of time and of waiting. */
export interface Clock {
  /** Wall-clock time in milliseconds since 1970 UTC. May jump in either direction. */
  now(): number;
  /** Milliseconds since an arbitrary origin. Never goes back; for measuring spans. */
  monotonic(): number;
  /**
   * Waits `ms` milliseconds, or until `signal` aborts.
   *
   * Resolves in both cases: the caller looks at its signal. Never keeps the process alive by itself.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      timer.unref();
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Waits until `work` is over, but `ms` milliseconds at most: for an end in order that must not take for ever. */
export async function waitAtMost(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  await Promise.race([work.finally(() => done.abort()), clock.sleep(ms, done.signal)]);
}
