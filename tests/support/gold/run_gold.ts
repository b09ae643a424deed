/** Runs the built-in engine and the baselines over a part of the gold set. */
import { builtInEngine } from '../../../server/recap/engine/index.ts';
import type { EngineOptions } from '../../../server/recap/engine/index.ts';
import { baselines, chooseByBaseline } from './baselines.ts';
import type { Baseline, Budget } from './baselines.ts';
import { measureIds, measureRecap, sumFigures } from './figures.ts';
import type { Figures } from './figures.ts';
import type { GoldChannel } from './gold_channel.ts';
import { addRatios, noRatio } from './ratio.ts';
import { toCollected } from './to_collected.ts';

/** What a baseline reached. */
export interface BaselineFigures {
  readonly name: string;
  /** With as many messages as the engine quoted of each channel. */
  readonly sameMessages: Choice;
  /** With as many characters. */
  readonly sameCharacters: Choice;
}

/** The figures that any choice of messages has. */
export type Choice = Pick<Figures, 'mustInclude' | 'mustNotInclude'>;

/** The figures of a part of the set, summed over its channels. */
export interface GoldResult {
  readonly channels: number;
  /** Posts that the engine was given. */
  readonly posts: number;
  readonly engine: Figures;
  readonly baselines: readonly BaselineFigures[];
}

/** Measures the engine on `channels`, and the baselines with the same room. */
export async function runGold(
  channels: readonly GoldChannel[],
  length: EngineOptions['length'] = 'standard',
): Promise<GoldResult> {
  const engine = builtInEngine({ monotonic: () => 0 });
  const figures: Figures[] = [];
  let others = baselines.map((baseline): BaselineFigures & { readonly baseline: Baseline } => {
    return { baseline, name: baseline.name, sameMessages: noChoice, sameCharacters: noChoice };
  });
  let posts = 0;
  for (const gold of channels) {
    const collected = toCollected(gold);
    const { signal } = new AbortController();
    const recap = await engine.write(collected, { length, focus: 'everything', signal });
    const measured = measureRecap(gold, recap);
    figures.push(measured);
    posts += collected.channels.reduce((sum, channel) => sum + channel.posts.length, 0);
    const measure = (baseline: Baseline, budget: Budget): Choice => {
      const chosen = collected.channels.flatMap((c) => [...chooseByBaseline(baseline, c, budget)]);
      return measureIds(gold.verdict, new Set(chosen));
    };
    const { quoted, characters } = measured;
    others = others.map((other) => ({
      ...other,
      sameMessages: add(
        other.sameMessages,
        measure(other.baseline, { posts: quoted, characters: Infinity }),
      ),
      sameCharacters: add(
        other.sameCharacters,
        measure(other.baseline, { posts: Infinity, characters }),
      ),
    }));
  }
  return {
    channels: channels.length,
    posts,
    engine: sumFigures(figures),
    baselines: others.map(({ name, sameMessages, sameCharacters }) => {
      return { name, sameMessages, sameCharacters };
    }),
  };
}

const noChoice: Choice = { mustInclude: noRatio, mustNotInclude: noRatio };

function add(a: Choice, b: Choice): Choice {
  return {
    mustInclude: addRatios(a.mustInclude, b.mustInclude),
    mustNotInclude: addRatios(a.mustNotInclude, b.mustNotInclude),
  };
}
