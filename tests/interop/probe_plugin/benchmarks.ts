/** What the probe times about itself, beside the Go plugin that does the same. All figures in microseconds. */
import type { Api } from '../../../server/mattermost/index.ts';
import { PostList } from '../../../server/mattermost/index.ts';
import { GobDecoder, incomplete } from '../../../server/wire/gob/index.ts';

/** Times of many repetitions of one thing. */
export interface Timings {
  readonly median: number;
  readonly p99: number;
  readonly total: number;
}

/** Times `count` calls of KVGet, `concurrency` of them at a time. */
export async function timeKvGet(api: Api, count: number, concurrency: number): Promise<Timings> {
  const took = new Float64Array(count);
  const start = performance.now();
  const worker = async (first: number): Promise<void> => {
    for (let i = first; i < count; i += concurrency) {
      const before = performance.now();
      await api.kvGet('bench');
      took[i] = (performance.now() - before) * 1000;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, first) => worker(first)));
  return summarise(took, (performance.now() - start) * 1000);
}

/** Times `count` decodings of a gob stream that holds one list of posts. */
export function timeDecoding(stream: Uint8Array, count: number): Timings {
  const took = new Float64Array(count);
  const start = performance.now();
  for (let i = 0; i < count; i += 1) {
    const before = performance.now();
    const decoder = new GobDecoder();
    decoder.push(stream);
    const list = decoder.decode(PostList);
    if (list === incomplete || list.order.length === 0) throw new Error('no list of posts');
    took[i] = (performance.now() - before) * 1000;
  }
  return summarise(took, (performance.now() - start) * 1000);
}

function summarise(took: Float64Array, total: number): Timings {
  took.sort();
  return {
    median: took[Math.floor(took.length / 2)] ?? 0,
    p99: took[Math.floor((took.length * 99) / 100)] ?? 0,
    total,
  };
}
