/** The archive that an administrator uploads: one folder named after the plugin, equal bytes for equal content. */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { pack } from 'tar-stream';
import type { Header, Pack } from 'tar-stream';

import { digest, fileDigest } from './digest.ts';

/** One file of the bundle. */
export interface BundleFile {
  /** Path inside the plugin's folder, with `/`. */
  readonly name: string;
  /** Its bytes, or the path of the file that holds them. */
  readonly content: Uint8Array | { readonly path: string };
  /** Mattermost starts nothing that lacks this bit. */
  readonly executable?: boolean;
}

/** What a bundle is made of. */
export interface BundleContent {
  /** Name of the one folder at the top: the plugin's id. */
  readonly folder: string;
  readonly files: readonly BundleFile[];
  /** When every entry says it was last changed; a fixed time, so that two builds give the same bytes. */
  readonly modified: Date;
}

/** Level 9 takes three times as long as level 6 and saves 0.3 % of a Node binary. */
const gzipLevel = 6;

const fileMode = 0o644;
const executableMode = 0o755;
const folderMode = 0o755;

/** Bytes read from a file at a time. */
const readSize = 1024 * 1024;

/** Everything that decides the bytes of the bundle, for addressing it. */
export async function bundleInputs(content: BundleContent): Promise<readonly string[]> {
  const inputs = [content.folder, content.modified.toISOString(), String(gzipLevel)];
  for (const file of inOrder(content.files)) {
    const bytes =
      'path' in file.content ? await fileDigest(file.content.path) : digest([file.content]);
    inputs.push(file.name, String(modeOf(file)), bytes);
  }
  return inputs;
}

/** Writes the bundle as a gzipped tar to `path`. */
export async function writeBundle(content: BundleContent, path: string): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createGzip({ level: gzipLevel }), createWriteStream(path));
  await Promise.all([fill(archive, content), written]);
}

async function fill(archive: Pack, content: BundleContent): Promise<void> {
  const common = { mtime: content.modified, uid: 0, gid: 0, uname: '', gname: '' };
  const files = inOrder(content.files);
  for (const name of foldersOf(files.map((file) => `${content.folder}/${file.name}`))) {
    archive.entry({ ...common, name: `${name}/`, type: 'directory', mode: folderMode });
  }
  for (const file of files) {
    const name = `${content.folder}/${file.name}`;
    await addFile(archive, { ...common, name, mode: modeOf(file) }, file.content);
  }
  archive.finalize();
}

async function addFile(
  archive: Pack,
  headers: Pick<Header, 'name'> & Partial<Header>,
  content: BundleFile['content'],
): Promise<void> {
  if ('path' in content) {
    const { size } = await stat(content.path);
    const source = createReadStream(content.path, { highWaterMark: readSize });
    await pipeline(source, archive.entry({ ...headers, size }));
    return;
  }
  archive.entry(headers, Buffer.from(content));
}

function modeOf(file: BundleFile): number {
  return file.executable === true ? executableMode : fileMode;
}

/** Sorted by code unit: the same order in every locale. */
function inOrder(files: readonly BundleFile[]): readonly BundleFile[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Every folder on the way to `paths`, parents first. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      folders.add(parts.slice(0, length).join('/'));
    }
  }
  return [...folders].sort();
}
