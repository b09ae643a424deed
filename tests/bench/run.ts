/**
 * `npm run bench`: the plugin in TypeScript beside one in Go that does the same, in one table with the goals. Needs
 * what `npm run dist` makes. Takes one to two minutes. The figures mean little while the machine does other work; the
 * ratios hold up better, as both sides are measured in turn.
 *
 * `--only gold` or `--only engine` measures that part of the built-in engine alone, `--write-docs` writes the gold
 * set's figures into the documentation.
 */
import { parseArgs } from 'node:util';
import { BuildError } from '../../build/errors.ts';
import { goMissing } from '../interop/go_host.ts';
import { openArena } from './arena.ts';
import { decodingRows } from './decoding.ts';
import { engineRows } from './engine.ts';
import { buildGoBundle } from './go_bundle.ts';
import { goldRows, measureGold, writeGoldDocs } from './gold.ts';
import { openHome } from './home.ts';
import { kvGetRows } from './kv_get.ts';
import { memoryRows } from './memory.ts';
import { serveHttpRows } from './serve_http.ts';
import { startRows } from './start.ts';
import { formatTable, type Row } from './table.ts';

const options = {
  only: { type: 'string' },
  'write-docs': { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { only, 'write-docs': writeDocs } = parseArgs({ options }).values;
  if (only === undefined) await comparison();
  if (only === undefined || only === 'engine') print(formatTable(await engineRows()));
  if (only === undefined || only === 'gold') {
    const results = await measureGold();
    print(formatTable(goldRows(results)));
    if (writeDocs) await writeGoldDocs(results);
  }
}

/** The figures that a plugin in Go stands beside. */
async function comparison(): Promise<void> {
  const reason = goMissing();
  if (reason !== undefined) print(`Go's columns are ${reason}\n`);
  const goBundle = reason === undefined ? await buildGoBundle() : undefined;
  const home = await openHome(goBundle);
  try {
    const start = await startRows(home);
    // Idle while the others run: memory is looked at last.
    await home.host.enable(home.ids.typescript);
    if (home.ids.go !== undefined) await home.host.enable(home.ids.go);
    const calls = await callRows(goBundle);
    const decoding = await decodingRows(goBundle !== undefined);
    const memory = await memoryRows(home);
    print(formatTable([...calls, ...decoding, ...start, ...memory]));
  } finally {
    await home.host.close();
  }
}

async function callRows(goBundle: string | undefined): Promise<readonly Row[]> {
  const arena = await openArena(goBundle);
  try {
    return [...(await kvGetRows(arena)), ...(await serveHttpRows(arena))];
  } finally {
    await arena.stop();
  }
}

function print(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
