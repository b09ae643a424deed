/** The plugin in TypeScript beside one in Go that does the same, in one table with the goals. */
import { goMissing } from '../interop/go_host.ts';
import { openArena } from './arena.ts';
import { decodingRows } from './decoding.ts';
import { buildGoBundle } from './go_bundle.ts';
import { openHome } from './home.ts';
import { kvGetRows } from './kv_get.ts';
import { memoryRows } from './memory.ts';
import { serveHttpRows } from './serve_http.ts';
import { startRows } from './start.ts';
import type { Row } from './table.ts';

/** All rows. `print` is told where Go's columns stay empty. */
export async function goRows(print: (text: string) => void): Promise<readonly Row[]> {
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
    return [...calls, ...decoding, ...start, ...memory];
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
