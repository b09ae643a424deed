/** Runs the built-in engine and the baselines over a part of the gold set. */
import { builtInEngine } from '../../../server/recap/engine/index.ts';
import type { EngineOptions } from '../../../server/recap/engine/index.ts';
import { baselines, chooseByBaseline } from './baselines.ts';
import { measureIds, measureRecap, sumFigures } from './figures.ts';
import type { Figures } from './figures.ts';
import type { GoldChannel } from './gold_channel.ts';
import { addRatios, noRatio } from './ratio.ts';
import type { Ratio } from './ratio.ts';
import { toCollected } from './to_collected.ts';

/** What a baseline reached with as many messages as the engine quoted. */
export interface BaselineFigures {
  readonly name: string;
  readonly mustInclude: Ratio;
  readonly mustNotInclude: Ratio;
}

/** The figures of a part of the set, summed over its channels. */
export interface GoldResult {
  readonly channels: number;
  /** Posts that the engine was given. */
  readonly posts: number;
  readonly engine: Figures;
  readonly baselines: readonly BaselineFigures[];
}

/** Measures the engine on `channels`, and the baselines at the same number of messages for each channel. */
export async function runGold(
  channels: readonly GoldChannel[],
  length: EngineOptions['length'] = 'standard',
): Promise<GoldResult> {
  const engine = builtInEngine({ monotonic: () => 0 });
  const figures: Figures[] = [];
  const others = baselines.map((baseline) => {
    return { baseline, mustInclude: noRatio, mustNotInclude: noRatio };
  });
  let posts = 0;
  for (const gold of channels) {
    const collected = toCollected(gold);
    const { signal } = new AbortController();
    const recap = await engine.write(collected, { length, focus: 'everything', signal });
    const measured = measureRecap(gold, recap);
    figures.push(measured);
    for (const channel of collected.channels) {
      posts += channel.posts.length;
      for (const other of others) {
        const ids = chooseByBaseline(other.baseline, channel, measured.quoted);
        const { mustInclude, mustNotInclude } = measureIds(gold.verdict, ids);
        other.mustInclude = addRatios(other.mustInclude, mustInclude);
        other.mustNotInclude = addRatios(other.mustNotInclude, mustNotInclude);
      }
    }
  }
  return {
    channels: channels.length,
    posts,
    engine: sumFigures(figures),
    baselines: others.map(({ baseline, ...rest }) => ({ name: baseline.name, ...rest })),
  };
}
