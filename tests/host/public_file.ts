/** Files of a plugin's `public` folder, which the server hands out itself. */
import { readFile, stat } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';

/** A file to send. */
export interface PublicFile {
  readonly content: Buffer;
  readonly type: string;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** What a browser is told that a file of this name holds. */
export function contentTypeOf(name: string): string {
  return types[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/** The file below `folder` that `path` names; undefined for none, for a folder, and for what lies outside. */
export async function readPublicFile(
  folder: string,
  path: string,
): Promise<PublicFile | undefined> {
  const clean = posix.normalize(`/${decodeURIComponent(path)}`);
  const file = join(folder, clean);
  try {
    if (!(await stat(file)).isFile()) return undefined;
    return { content: await readFile(file), type: contentTypeOf(file) };
  } catch {
    return undefined;
  }
}
