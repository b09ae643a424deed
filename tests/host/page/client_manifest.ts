/** What clients get to know of a plugin that has a webapp half. Source: `Manifest.ClientManifest`, `Environment.UnpackWebappBundle`. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import type { Bundle } from '../plugins/index.ts';
import type { Manifest } from '../plugins/index.ts';

/** Start and factor of FNV-1a with 64 bits. */
const fnvOffset = 0xcbf29ce484222325n;
const fnvPrime = 0x100000001b3n;

/** Where a client finds the script of a plugin, in the folder `/static/plugins/<id>/`. */
export interface WebappScript {
  /** The name it is served under, which holds a hash of its content. */
  readonly servedName: string;
  /** The name it has in its folder. */
  readonly fileName: string;
  /** The folder that is served: all of the script's own. */
  readonly folder: string;
}

/** Whether the plugin has something for the webapp. */
export function hasWebapp({ webapp }: Manifest): boolean {
  return webapp !== undefined && webapp.bundle_path !== '';
}

/** @throws {Error} when the manifest names no script, or one that is missing. */
export async function webappScript({ manifest, path }: Bundle): Promise<WebappScript> {
  const bundlePath = normalize(manifest.webapp?.bundle_path ?? '');
  if (!hasWebapp(manifest) || bundlePath.startsWith('.')) throw new Error('no webapp bundle');
  const content = await readFile(join(path, bundlePath));
  return {
    servedName: `${manifest.id}_${fnv1a(content)}_bundle.js`,
    fileName: basename(bundlePath),
    folder: dirname(join(path, bundlePath)),
  };
}

/** The manifest as clients get it: the server's half and the description left out, the script by its served name. */
export async function clientManifest(
  bundle: Bundle,
): Promise<Omit<Manifest, 'server' | 'webapp'> & { readonly webapp: { bundle_path: string } }> {
  const { servedName } = await webappScript(bundle);
  return {
    ...bundle.manifest,
    server: undefined,
    description: '',
    // Without `plugins`, as the server says it; clients put that in.
    webapp: { bundle_path: `/static/${bundle.manifest.id}/${servedName}` },
  };
}

/** FNV-1a of 64 bits as 16 hexadecimal digits. */
export function fnv1a(content: Uint8Array): string {
  let hash = fnvOffset;
  for (const byte of content) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * fnvPrime);
  return hash.toString(16).padStart(16, '0');
}
