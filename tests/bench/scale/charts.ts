/** Growth and bursts as pictures. */
import { drawChart } from '../plot.ts';
import type { Axis } from '../plot.ts';
import type { Burst } from './burst.ts';
import type { IdleTick } from './idle_tick.ts';
import { burstGoal, rateOf } from './tables.ts';

/** Steps of an axis that people read easily. */
const niceSteps = [1, 2, 5, 10] as const;
const mostSteps = 6;

/** The time of an idle tick over the number of schedules. */
export function idleChart(ticks: readonly IdleTick[]): string {
  const slowest = Math.max(...ticks.map(({ us }) => us));
  const first = ticks[0]?.us ?? NaN;
  return drawChart({
    title: 'A tick that finds nothing due',
    description: ticks
      .map(
        ({ schedules, us }) => `${schedules.toLocaleString('en')} schedules: ${us.toFixed(0)} µs`,
      )
      .join('; '),
    x: {
      title: 'stored schedules',
      logarithmic: true,
      ticks: ticks.map(({ schedules }) => [schedules, schedules.toLocaleString('en')]),
    },
    y: upTo('median time of a tick, µs', Math.max(slowest, first * 1.5) * 1.1),
    series: [
      { name: 'idle tick', style: 'first', points: ticks.map((t) => [t.schedules, t.us]) },
      {
        name: 'goal: 1.5 × the first',
        style: 'goal',
        points: ticks.map((t) => [t.schedules, first * 1.5]),
      },
    ],
  });
}

/** Recaps that have arrived over time. */
export function burstChart(bursts: readonly Burst[]): string {
  const schedules = Math.max(...bursts.map((burst) => burst.schedules));
  const lastS = Math.max(...bursts.map(({ arrivals }) => arrivals.at(-1) ?? 0)) / 1000;
  const seconds = upTo('seconds after the minute', lastS);
  const end = seconds.ticks.at(-1)?.[0] ?? lastS;
  const goalEnd = Math.min(end, schedules / burstGoal);
  return drawChart({
    title: `${schedules.toLocaleString('en')} recaps due in the same minute`,
    description: bursts
      .map((burst) => `${burst.nodes} nodes: ${rateOf(burst).toFixed(0)} recaps a second`)
      .join('; '),
    x: seconds,
    y: upTo('recaps delivered', schedules),
    series: [
      ...bursts.map((burst, index) => ({
        name: `${burst.nodes} ${burst.nodes === 1 ? 'node' : 'nodes'}`,
        style: index === 0 ? ('first' as const) : ('second' as const),
        points: course(burst),
      })),
      {
        name: `goal: ${burstGoal} a second`,
        style: 'goal',
        points: [
          [0, 0],
          [goalEnd, goalEnd * burstGoal],
        ],
      },
    ],
  });
}

/** How many had arrived at each half second. */
function course({ arrivals }: Burst): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [[0, 0]];
  let count = 0;
  for (let at = 500; count < arrivals.length; at += 500) {
    while ((arrivals[count] ?? Infinity) <= at) count += 1;
    points.push([at / 1000, count]);
  }
  return points;
}

/** An axis from nothing to at least `most`. */
function upTo(title: string, most: number): Axis {
  const rough = most / mostSteps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (niceSteps.find((nice) => nice * power >= rough) ?? 10);
  const count = Math.ceil(most / step);
  const ticks = Array.from({ length: count + 1 }, (_, index): readonly [number, string] => [
    index * step,
    (index * step).toLocaleString('en'),
  ]);
  return { title, ticks };
}
