/** Unpacks a plugin bundle as the server does: regular files and folders only, modes from the archive, nothing outside. */
import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract as tarExtract, type Header } from 'tar-stream';
import { InstallError } from './install_error.ts';

/** Permissions of folders, whatever the archive says. */
const folderMode = 0o744;

/**
 * Unpacks `bundle`, a gzipped tar, into the folder `target`.
 *
 * @throws {InstallError} `extract`.
 */
export async function extractBundle(bundle: Uint8Array, target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  const archive = tarExtract();
  try {
    await Promise.all([
      pipeline(Readable.from([bundle]), createGunzip(), archive),
      (async () => {
        for await (const entry of archive) {
          await unpack(entry.header, entry, target);
          entry.resume();
        }
      })(),
    ]);
  } catch (cause) {
    if (cause instanceof InstallError) throw cause;
    throw new InstallError('extract', 'the bundle is no readable tar.gz', { cause });
  }
}

async function unpack(
  header: Header,
  content: AsyncIterable<unknown>,
  target: string,
): Promise<void> {
  const path = inside(target, header.name);
  if (header.type === 'directory') {
    await mkdir(path, { recursive: true, mode: folderMode });
  } else if (header.type === 'file' || header.type === 'contiguous-file') {
    await mkdir(dirname(path), { recursive: true, mode: folderMode });
    await pipeline(Readable.from(content), createWriteStream(path));
    await chmod(path, header.mode & 0o777);
  }
  // Links, devices and sparse files are skipped, as the server skips them.
}

function inside(target: string, name: string): string {
  const path = normalize(name);
  if (isAbsolute(path) || path === '..' || path.startsWith('../')) {
    throw new InstallError('extract', `a name in the bundle leads outside: ${name}`);
  }
  return join(target, path);
}
