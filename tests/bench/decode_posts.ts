/**
 * Times our decoder in a process of its own: `node decode_posts.ts COUNT FIRST LATER`, the files holding the first
 * value of a stream, with its types, and a later one. Prints `DecodingTimes` as JSON.
 */
import { readFileSync } from 'node:fs';

import { PostList } from '../../server/mattermost/index.ts';
import { GobDecoder, incomplete } from '../../server/wire/gob/index.ts';
import { median } from './pair.ts';

/** Times in microseconds; medians but for `cold`. */
export interface DecodingTimes {
  /** The very first decoding of the process. */
  readonly cold: number;
  /** The first value of a new stream. */
  readonly first: number;
  /** A later value of a stream. */
  readonly later: number;
}

/** Decodings before the clock counts: the engine compiles what runs often. */
const warmUp = 100;

function main(count: number, first: Uint8Array, later: Uint8Array): DecodingTimes {
  const stream = new GobDecoder();
  const cold = time(() => decode(stream, first));
  const firsts: number[] = [];
  const laters: number[] = [];
  for (let i = -warmUp; i < count; i += 1) {
    const ofNew = time(() => decode(new GobDecoder(), first));
    const ofOld = time(() => decode(stream, later));
    if (i < 0) continue;
    firsts.push(ofNew);
    laters.push(ofOld);
  }
  return { cold, first: median(firsts), later: median(laters) };
}

function decode(decoder: GobDecoder, bytes: Uint8Array): void {
  decoder.push(bytes);
  const list = decoder.decode(PostList);
  if (list === incomplete || list.order.length === 0) throw new Error('no list of posts');
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) * 1000;
}

const [count, first, later] = process.argv.slice(2);
const times = main(Number(count), readFileSync(first ?? ''), readFileSync(later ?? ''));
process.stdout.write(JSON.stringify(times));
