/** Packs a TypeScript file as a plugin bundle: esbuild makes it one file, a shell script starts it on this project's Node. */
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { pack } from 'tar-stream';

const root = resolve(import.meta.dirname, '../..');

/** A file of a bundle. */
export interface BundleFile {
  readonly name: string;
  readonly content?: string;
  readonly mode?: number;
  readonly type?: 'file' | 'directory' | 'symlink' | 'link';
  readonly linkname?: string;
}

/** A gzipped tar of the files. */
export async function tarGz(files: readonly BundleFile[]): Promise<Uint8Array> {
  const archive = pack();
  for (const { content = '', ...header } of files) archive.entry(header, content);
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(Buffer.from(piece as Uint8Array));
  return gzipSync(Buffer.concat(pieces));
}

/** What the manifest says beside the executable. */
export interface ScriptManifest {
  readonly id: string;
  readonly version?: string;
  readonly settings_schema?: object;
  readonly webapp?: { readonly bundle_path: string };
}

/** The bundle of a plugin whose executable runs `main`, a path from the project's root. */
export async function scriptBundle(
  manifest: ScriptManifest,
  main: string,
  files: readonly BundleFile[] = [],
): Promise<Uint8Array> {
  const { id } = manifest;
  const server = { executable: 'server/plugin' };
  const program = await build({
    entryPoints: [resolve(root, main)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node26',
  });
  const node = resolve(root, 'node_modules/.bin/node');
  return tarGz([
    {
      name: `${id}/plugin.json`,
      content: JSON.stringify({ name: id, version: '1.0.0', ...manifest, server }),
    },
    {
      name: `${id}/server/plugin`,
      mode: 0o755,
      content: `#!/bin/sh\nexec '${node}' "$(dirname "$0")/plugin.mjs"\n`,
    },
    { name: `${id}/server/plugin.mjs`, content: program.outputFiles[0]?.text ?? '' },
    ...files.map((file) => ({ ...file, name: `${id}/${file.name}` })),
  ]);
}

/** The bundle of the echo plugin. */
export function echoBundle(
  version = '1.0.0',
  files: readonly BundleFile[] = [],
): Promise<Uint8Array> {
  return scriptBundle({ id: 'echo', version }, 'tests/support/echo_plugin.ts', files);
}
