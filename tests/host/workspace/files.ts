/** The table `FileInfo`, and what the files hold. */
import { FileInfo } from '../../../server/mattermost/model/index.ts';
import type { Post } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { notFound } from '../app_failure.ts';
import { newId } from '../ids.ts';

/** A file before it is stored. Without `data` only its size is known. */
export interface NewFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly creatorId: string;
  readonly channelId: string;
  readonly data?: Uint8Array;
}

/** All uploaded files. */
export class Files {
  readonly #infos = new Map<string, FileInfo>();
  readonly #data = new Map<string, Uint8Array>();

  /** Stores a file that no post has yet. */
  add({ data, ...known }: NewFile, now: number): FileInfo {
    const extension = /\.([^.]+)$/.exec(known.name)?.[1] ?? '';
    const info = create(FileInfo, {
      ...known,
      id: newId(),
      extension,
      createAt: now,
      updateAt: now,
    });
    this.#infos.set(info.id, info);
    if (data !== undefined) this.#data.set(info.id, data);
    return info;
  }

  /** @throws {AppFailure} 404 when there is no such file. */
  get(id: string): FileInfo {
    const info = this.#infos.get(id);
    if (info === undefined || info.deleteAt !== 0) {
      throw notFound('GetFileInfo', 'app.file_info.get.app_error', 'the file info');
    }
    return info;
  }

  /** The bytes of a file; zeros where only its size is known. */
  data(id: string): Uint8Array {
    return this.#data.get(id) ?? new Uint8Array(this.get(id).size);
  }

  /** Gives a file to a post; ids that name nothing are passed over. */
  attach(id: string, post: Post): void {
    this.#change(id, { postId: post.id, channelId: post.channelId });
  }

  delete(id: string, now: number): void {
    this.#change(id, { deleteAt: now });
  }

  #change(id: string, change: Partial<FileInfo>): void {
    const info = this.#infos.get(id);
    if (info !== undefined) this.#infos.set(id, { ...info, ...change });
  }
}
