/** Growth and bursts as tables, held to their goals. */
import type { Table } from '../columns.ts';
import type { Burst } from './burst.ts';
import type { IdleTick } from './idle_tick.ts';

/** The most that an idle tick may cost with most schedules, as a share of what it costs with fewest. */
const idleGoal = { calls: 1.2, us: 1.5 } as const;

/** Recaps a second that one node is to deliver at least. */
export const burstGoal = 100;

/** The idle tick at each number of schedules; ratios are of the last column to the first. */
export function idleTable(ticks: readonly IdleTick[]): Table {
  const ratio = (figure: (tick: IdleTick) => number): number => {
    const [first, last] = [ticks[0], ticks.at(-1)];
    return first === undefined || last === undefined ? NaN : figure(last) / figure(first);
  };
  const line = (what: string, key: 'calls' | 'us', unit: string): readonly string[] => {
    const reached = ratio((tick) => tick[key]);
    return [
      what,
      ...ticks.map((tick) => `${tick[key].toFixed(unit === '' ? 1 : 0)}${unit}`),
      reached.toFixed(2),
      `<= ${idleGoal[key].toFixed(1)}`,
      verdict(reached <= idleGoal[key]),
    ];
  };
  return {
    titles: [
      'idle tick, by stored schedules',
      ...ticks.map(({ schedules }) => schedules.toLocaleString('en')),
      'ratio',
      'goal',
      'verdict',
    ],
    lines: [line('calls to the store', 'calls', ''), line('median time', 'us', ' µs')],
  };
}

/** Each burst in a column of its own. */
export function burstTable(bursts: readonly Burst[]): Table {
  const each = (figure: (burst: Burst) => string): string[] => bursts.map(figure);
  const fixed = (digits: number, figure: (burst: Burst) => number): string[] =>
    each((burst) => figure(burst).toFixed(digits));
  const whole = (figure: (burst: Burst) => number): string[] =>
    each((burst) => figure(burst).toLocaleString('en'));
  const good = (reached: (burst: Burst) => boolean): string => verdict(bursts.every(reached));
  const kvCalls = (burst: Burst): number => callsOf(burst, (name) => name.startsWith('KV'));
  return {
    titles: [
      'burst: due in the same minute',
      ...each(({ nodes }) => `${nodes} ${nodes === 1 ? 'node' : 'nodes'}`),
      'goal',
      'verdict',
    ],
    lines: [
      ['schedules', ...whole(({ schedules }) => schedules), '-', '-'],
      [
        'delivered',
        ...whole(({ delivered }) => delivered),
        'all',
        good(({ delivered, schedules }) => delivered === schedules),
      ],
      ['delivered twice', ...whole(({ twice }) => twice), '0', good(({ twice }) => twice === 0)],
      [
        'recaps a second',
        ...fixed(0, rateOf),
        `>= ${burstGoal}`,
        good((burst) => rateOf(burst) >= burstGoal),
      ],
      [
        'first after',
        ...each(({ firstMs }) => `${(firstMs / 1000).toFixed(1)} s`),
        '<= 10 s',
        good(({ firstMs }) => firstMs <= 10_000),
      ],
      ['places out of order, median', ...whole(({ outOfOrder }) => outOfOrder.median), '-', '-'],
      ['places out of order, most', ...whole(({ outOfOrder }) => outOfOrder.most), '-', '-'],
      ['calls to the store, each', ...fixed(1, kvCalls), '-', '-'],
      [
        'other calls of the API, each',
        ...fixed(1, (burst) => callsOf(burst, () => true) - kvCalls(burst)),
        '-',
        '-',
      ],
      [
        'processor time of the plugins, each',
        ...each((b) => `${b.pluginCpuMs.toFixed(2)} ms`),
        '-',
        '-',
      ],
      [
        'processor time of the host, each',
        ...each((b) => `${b.hostCpuMs.toFixed(2)} ms`),
        '-',
        '-',
      ],
      ['share of each node', ...each(({ shares }) => shares.join(' ')), '-', '-'],
    ],
  };
}

/** Recaps a second from the first to the last. */
export function rateOf({ delivered, spanMs }: Burst): number {
  return delivered / (spanMs / 1000);
}

function callsOf({ calls }: Burst, counts: (name: string) => boolean): number {
  return [...calls].reduce((sum, [name, each]) => (counts(name) ? sum + each : sum), 0);
}

function verdict(reached: boolean): string {
  return reached ? 'ok' : 'missed';
}
