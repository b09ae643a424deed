/** A recap by the built-in engine, with the channels in it that a model wrote instead. */
import type { LeftOut, TrimmedChannel } from '../../collected.ts';
import type {
  RecapChannel,
  RecapDocument,
  RecapFallback,
  RecapItem,
  RecapSection,
} from '../../document.ts';
import type { WrittenChannel } from '../ai/index.ts';

/** Items that "for you" has at most, whoever wrote them. */
const maxForYou = 24;

/** What came of asking the model. */
export interface Outcome {
  readonly engine: string;
  /** By channel id. */
  readonly written: ReadonlyMap<string, WrittenChannel>;
  readonly fallbacks: readonly RecapFallback[];
}

/** Puts the model's channels into `base`; order and numbers of the channels stay. */
export function merge(base: RecapDocument, { engine, written, fallbacks }: Outcome): RecapDocument {
  const [first] = written.values();
  const { forYou: quoted, ...rest } = base;
  const forYou = mergeForYou(quoted, written);
  return {
    ...rest,
    ...(forYou === undefined ? {} : { forYou }),
    ...(first === undefined ? {} : { engine, model: first.model }),
    ...(fallbacks.length === 0 ? {} : { fallbacks }),
    channels: base.channels.map((channel) => mergeChannel(channel, written.get(channel.channelId))),
    leftOut: mergeLeftOut(base.leftOut, written),
  };
}

function mergeChannel(channel: RecapChannel, by: WrittenChannel | undefined): RecapChannel {
  return by === undefined ? channel : { ...channel, sections: by.sections };
}

/**
 * A model decides what else concerns the reader, but not whether the reader was mentioned: a mention that it passed
 * over, for whatever reason, is quoted.
 */
function mergeForYou(
  section: RecapSection | undefined,
  written: ReadonlyMap<string, WrittenChannel>,
): RecapSection | undefined {
  const byModel = [...written.values()].flatMap((channel) => channel.forYou);
  const told = new Set(byModel.flatMap(({ line }) => [line.postId, ...sourcesOf({ line })]));
  const quoted = (section?.items ?? []).filter(
    ({ line, concern }) =>
      !written.has(line.channelId) || (concern === 'mention' && !told.has(line.postId)),
  );
  const items = [...quoted, ...byModel].sort((a, b) => a.line.createAt - b.line.createAt);
  const more = (section?.more ?? 0) + Math.max(0, items.length - maxForYou);
  if (items.length === 0) return undefined;
  return { kind: 'for_you', items: items.slice(-maxForYou), more };
}

function sourcesOf({ line }: Pick<RecapItem, 'line'>): string[] {
  return (line.restsOn ?? []).map((source) => source.postId);
}

/** What was not sent was not read: it joins what collecting had left out already. */
function mergeLeftOut(leftOut: LeftOut, written: ReadonlyMap<string, WrittenChannel>): LeftOut {
  const more = [...written.values()].flatMap(({ trimmed }) => trimmed ?? []);
  if (more.length === 0) return leftOut;
  const byName = new Map<string, TrimmedChannel>();
  for (const each of [...leftOut.trimmed, ...more]) {
    const before = byName.get(each.name);
    byName.set(
      each.name,
      before === undefined
        ? each
        : { ...each, posts: before.posts + each.posts, atLeast: before.atLeast || each.atLeast },
    );
  }
  return { ...leftOut, trimmed: [...byName.values()] };
}
