/** Patience and restraint, with time moved by hand. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { AiError, Guard } from '../../../../../server/recap/engine/ai/index.ts';
import type { AiErrorCode } from '../../../../../server/recap/engine/ai/index.ts';
import { ManualClock, settle } from '../../../../support/manual_clock.ts';

const busy = (retryAfterMs?: number): AiError =>
  new AiError('busy', 'later', { retryable: true, retryAfterMs });
const down = (): AiError => new AiError('failed', 'status 500', { retryable: true });
const fatal = (code: AiErrorCode = 'refused'): AiError => new AiError(code, 'no');

let clock: ManualClock;
let guard: Guard;
let stop: AbortController;
let calls: number;

beforeEach(() => {
  clock = new ManualClock();
  guard = new Guard({ clock, fraction: () => 0.5, timeoutMs: 60_000, concurrency: 2 });
  stop = new AbortController();
  calls = 0;
});

/** Each call in turn gives or throws the next of these; the last again and again. */
function script(...turns: readonly (string | Error)[]): () => Promise<string> {
  return () => {
    const turn = turns[Math.min(calls, turns.length - 1)]!;
    calls += 1;
    return typeof turn === 'string' ? Promise.resolve(turn) : Promise.reject(turn);
  };
}

/** How it went, once `ms` have passed. */
async function after(ms: number, running: Promise<unknown>): Promise<unknown> {
  let state: unknown = 'waiting';
  running.then(
    (value: unknown) => (state = value),
    (error: unknown) => (state = error instanceof AiError ? error.code : error),
  );
  await clock.advance(ms);
  return state;
}

const run = (call: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> =>
  guard.run(call, stop.signal);

describe('tries', () => {
  test('twice more, after pauses of jitter that double', async () => {
    const running = run(script(down(), down(), 'ok'));
    expect(await after(499, running)).toBe('waiting');
    expect(calls).toBe(1);
    expect(await after(1, running)).toBe('waiting');
    expect(calls).toBe(2);
    expect(await after(1000, running)).toBe('ok');
  });

  test('not a fourth time', async () => {
    expect(await after(10_000, run(script(down())))).toBe('failed');
    expect(calls).toBe(3);
  });

  test('not again what cannot help', async () => {
    expect(await after(10_000, run(script(fatal())))).toBe('refused');
    expect(calls).toBe(1);
  });

  test.each([
    [7_000, 7_000],
    [600_000, 60_000],
  ])('again when the service says so: after %d ms it waits %d', async (asked, waited) => {
    const running = run(script(busy(asked), 'ok'));
    expect(await after(waited - 1, running)).toBe('waiting');
    expect(calls).toBe(1);
    expect(await after(1, running)).toBe('ok');
  });

  test('so long and no longer, also where the call does not heed its signal', async () => {
    const signals: AbortSignal[] = [];
    const running = run((signal) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    expect(await after(59_999, running)).toBe('waiting');
    expect(await after(1, running)).toBe('timed_out');
    expect(signals[0]?.aborted).toBe(true);
    expect(signals).toHaveLength(1);
    expect(clock.sleeping).toBe(0);
  });

  test('until the caller has enough, in a call and in a pause', async () => {
    const inCall = run(() => new Promise(() => undefined)).catch((error: unknown) => error);
    const inPause = run(script(down())).catch((error: unknown) => error);
    await settle();
    stop.abort(new Error('enough'));
    await clock.advance(100_000);
    expect(await inCall).toMatchObject({ message: 'enough' });
    expect(await inPause).toMatchObject({ message: 'enough' });
  });
});

describe('calls at once', () => {
  test('are as many as are allowed; the others come in turn', async () => {
    const open: (() => void)[] = [];
    const order: number[] = [];
    const all = [0, 1, 2, 3].map((at) =>
      run(() => {
        order.push(at);
        return new Promise<void>((resolve) => open.push(resolve));
      }),
    );
    await settle();
    expect(order).toEqual([0, 1]);
    open[1]?.();
    await settle();
    expect(order).toEqual([0, 1, 2]);
    open[0]?.();
    open[2]?.();
    await settle();
    open[3]?.();
    await Promise.all(all);
    expect(order).toEqual([0, 1, 2, 3]);
  });

  test('do not count who gave up waiting', async () => {
    const open: (() => void)[] = [];
    const hold = (): Promise<void> => new Promise<void>((resolve) => open.push(resolve));
    const held = [run(hold), run(hold)];
    const waiting = guard.run(hold, AbortSignal.abort(new Error('gone'))).catch(() => 'gone');
    const leaving = new AbortController();
    const left = guard.run(hold, leaving.signal).catch(() => 'left');
    await settle();
    leaving.abort(new Error('left'));
    expect(await Promise.all([waiting, left])).toEqual(['gone', 'left']);
    for (const close of open) close();
    await Promise.all(held);
    expect(await run(script('ok'))).toBe('ok');
  });
});

describe('a service that fails five times in a row', () => {
  beforeEach(async () => {
    for (let at = 0; at < 5; at += 1) await after(0, run(script(fatal('unreachable'))));
    calls = 0;
  });

  test('is left alone for a minute, then tried with one call', async () => {
    expect(await after(0, run(script('ok')))).toBe('resting');
    expect(calls).toBe(0);
    await clock.advance(60_000);
    let answer: (text: string) => void = () => undefined;
    const probe = run(() => new Promise((resolve) => (answer = resolve)));
    await settle();
    expect(await after(0, run(script('ok')))).toBe('resting');
    answer('ok');
    expect(await probe).toBe('ok');
    expect(await after(0, run(script('ok')))).toBe('ok');
  });

  test('is left alone again where that call fails', async () => {
    await clock.advance(60_000);
    expect(await after(0, run(script(fatal('unreachable'))))).toBe('unreachable');
    expect(await after(0, run(script('ok')))).toBe('resting');
  });

  test('is tried by the next where that call is given up', async () => {
    await clock.advance(60_000);
    const leaving = new AbortController();
    const probe = guard.run(() => new Promise(() => undefined), leaving.signal).catch(() => 'left');
    await settle();
    leaving.abort(new Error('left'));
    expect(await probe).toBe('left');
    expect(await after(0, run(script('ok')))).toBe('ok');
  });
});

test.each<[string, Error]>([
  ['is busy', busy(0)],
  ['minds the request', new AiError('failed', 'status 400')],
  ['makes no sense', fatal('invalid_answer')],
])('a service that %s is not down', async (_name, error) => {
  for (let at = 0; at < 6; at += 1) await after(10_000, run(script(error)));
  calls = 0;
  expect(await after(0, run(script('ok')))).toBe('ok');
});
