/** A tick that finds nothing due, while very many schedules are stored. */
import { pluginId } from '../../../server/contract/index.ts';
import { Host } from '../../host/index.ts';
import { scriptBundle } from '../../support/script_bundle.ts';
import { median } from '../pair.ts';
import { dailyAt, storeSchedules } from './stored_schedules.ts';
import type { Order } from './stored_schedules.ts';

/** What was found for one number of schedules. */
export interface IdleTick {
  readonly schedules: number;
  /** How long it took to store them, in milliseconds. */
  readonly storeMs: number;
  /** Calls to the key-value store that the packaged product makes in a minute without work. */
  readonly calls: number;
  /** Median time of a tick, in microseconds. */
  readonly us: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Schedules are due in this span from now, in milliseconds: none while the bench runs. */
const dueIn = { from: 3 * hourMs, to: 21 * hourMs } as const;
/** Whole minutes of the packaged product that are watched. */
const minutes = 2;
/** Where in a minute to look, in milliseconds: after the latest second of the ticker. */
const lookAtMs = 20_000;
const rounds = 15;
const ticksPerRound = 200;

interface Stored {
  readonly host: Host;
  readonly schedules: number;
  readonly storeMs: number;
}

/** Measures the sizes beside each other, so that whatever else the machine does hits all alike. */
export async function measureIdleTicks(
  bundle: Uint8Array | string,
  sizes: readonly number[],
): Promise<readonly IdleTick[]> {
  const stored: Stored[] = [];
  try {
    for (const size of sizes) stored.push(await store(size));
    const calls = await countCalls(stored, bundle);
    const times = await timeTicks(stored);
    return stored.map(({ schedules, storeMs }, index) => ({
      schedules,
      storeMs,
      calls: calls[index] ?? NaN,
      us: times[index] ?? NaN,
    }));
  } finally {
    await Promise.all(stored.map(({ host }) => host.close()));
  }
}

async function store(schedules: number): Promise<Stored> {
  const host = await Host.start();
  const now = Date.now();
  const begun = performance.now();
  await storeSchedules(host, orders(schedules, now), now);
  return { host, schedules, storeMs: performance.now() - begun };
}

/** One schedule a user, spread over the minutes of the day. */
function* orders(count: number, now: number): Generator<Order> {
  const inputs = [];
  for (let at = dueIn.from; at < dueIn.to; at += minuteMs) {
    inputs.push(dailyAt(now + at, 'c'.repeat(26)));
  }
  for (let index = 0; index < count; index += 1) {
    const input = inputs[index % inputs.length];
    if (input !== undefined) yield { userId: String(index).padStart(26, 'u'), input };
  }
}

/** Calls in a minute of each host's packaged product. */
async function countCalls(
  stored: readonly Stored[],
  bundle: Uint8Array | string,
): Promise<readonly number[]> {
  for (const { host } of stored) {
    await host.install(bundle);
    await host.enable(pluginId);
  }
  await untilSecond(lookAtMs);
  for (const { host } of stored) host.kv.resetCounts();
  for (let minute = 0; minute < minutes; minute += 1) await untilSecond(lookAtMs);
  const counted = stored.map(({ host }) =>
    Object.values(host.kv.counts()).reduce((sum, count) => sum + count, 0),
  );
  for (const { host } of stored) await host.disable(pluginId);
  return counted.map((count) => count / minutes);
}

/** Median times, by the product's runner in a plugin that ticks when it is asked to. */
async function timeTicks(stored: readonly Stored[]): Promise<readonly number[]> {
  const probe = await scriptBundle({ id: pluginId }, 'tests/bench/scale/tick_plugin.ts');
  for (const { host } of stored) {
    await host.install(probe);
    await host.enable(pluginId);
  }
  const took = stored.map((): number[] => []);
  // The first round warms up and is not kept.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { host }] of stored.entries()) {
      const response = await fetch(`${host.url()}/plugins/${pluginId}/?count=${ticksPerRound}`);
      const times = (await response.json()) as number[];
      if (round > 0) took[index]?.push(median(times));
    }
  }
  return took.map(median);
}

/** Waits until the clock's next minute is so many milliseconds old. */
async function untilSecond(ms: number): Promise<void> {
  const past = (Date.now() - ms) % minuteMs;
  await new Promise((resolve) => setTimeout(resolve, minuteMs - past));
}
