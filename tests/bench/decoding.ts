/** Decoding a long list of posts: our codec beside Go's own, on the same bytes. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { nodeArguments } from '../../build/executable.ts';
import { PostList } from '../../server/mattermost/index.ts';
import { GobEncoder } from '../../server/wire/gob/index.ts';
import { buildGo } from '../interop/go_host.ts';
import type { DecodingTimes } from './decode_posts.ts';
import { cacheFolder } from './folders.ts';
import { alternate, medians, type Pair } from './pair.ts';
import { samplePosts } from './sample_posts.ts';
import type { Row } from './table.ts';

const run = promisify(execFile);

const posts = 1_000;
const rounds = 5;
/** How often a process decodes each value. */
const count = 100;

const goal = { kind: 'ratio', most: 1 } as const;
const settings = [
  { figure: 'later', what: `decode ${posts} posts, later on a stream`, goal },
  { figure: 'first', what: `decode ${posts} posts, first on a stream`, goal },
  { figure: 'cold', what: `decode ${posts} posts, first in a process`, goal: undefined },
] as const;

/** A program and the arguments by which it prints `DecodingTimes` as JSON. */
type Command = readonly [program: string, ...args: string[]];

/** Measures the median time of one decoding, each round in processes of its own. */
export async function decodingRows(hasGo: boolean): Promise<readonly Row[]> {
  await mkdir(cacheFolder, { recursive: true });
  const files = [join(cacheFolder, 'first.gob'), join(cacheFolder, 'later.gob')] as const;
  const go = hasGo ? buildGo('bench_gob') : undefined;
  if (go === undefined) await writeSample(files);
  else await run(go, ['-posts', String(posts), ...files]);

  const script = join(import.meta.dirname, 'decode_posts.ts');
  const commands: Pair<Command> = {
    typescript: [process.execPath, ...nodeArguments, script, String(count), ...files],
    go: go === undefined ? undefined : [go, '-time', String(count), ...files],
  };
  const times = await alternate(commands, rounds, async ([program, ...args]) => {
    const { stdout } = await run(program, args);
    return JSON.parse(stdout) as DecodingTimes;
  });
  return settings.map(({ figure, what, goal }) => ({
    what,
    unit: 'µs',
    ...medians(times, (result) => result[figure]),
    goal,
  }));
}

/** Without Go the bytes are our own. */
async function writeSample(files: readonly string[]): Promise<void> {
  const encoder = new GobEncoder();
  const list = samplePosts(posts);
  for (const file of files) await writeFile(file, encoder.encode(PostList, list));
}
