/** Messages, threads, reactions and files. */
import { bytes, int, slice, string } from '../../wire/gob/index.ts';
import { FileInfo, Post, PostList, Reaction } from '../model/index.ts';
import type { PostInput, ReactionInput } from '../model/index.ts';
import { method } from './method.ts';
import { appErrorOnly, nothing, orAppError, present, presentOrAppError } from './results.ts';

/** Calls about messages. */
export interface PostApi {
  /** A message; `not_found` for one that does not exist or was deleted. */
  getPost(postId: string): Promise<Post>;
  /** A whole thread by any of its messages. */
  getPostThread(postId: string): Promise<PostList>;
  /** A page of a channel's messages, newest first. */
  getPostsForChannel(channelId: string, page: number, perPage: number): Promise<PostList>;
  /**
   * What was made, edited or deleted since a time in milliseconds, deleted messages included with `deleteAt`
   * set; the server cuts it off at 1,000.
   */
  getPostsSince(channelId: string, since: number): Promise<PostList>;
  /** A page of the messages after one. */
  getPostsAfter(
    channelId: string,
    postId: string,
    page: number,
    perPage: number,
  ): Promise<PostList>;
  /** A page of the messages before one. */
  getPostsBefore(
    channelId: string,
    postId: string,
    page: number,
    perPage: number,
  ): Promise<PostList>;
  /** Posts a message. It gets the prop `from_plugin`; the one given back has no metadata. */
  createPost(post: PostInput): Promise<Post>;
  /** Replaces a message's text, props and files; the id says which. */
  updatePost(post: PostInput): Promise<Post>;
  /** Deletes a message, with its thread if it starts one. */
  deletePost(postId: string): Promise<void>;
  /** Shows a message to one user until they reload. Nothing tells whether it was seen. */
  sendEphemeralPost(userId: string, post: PostInput): Promise<Post>;
  /** Changes an ephemeral message by its id. */
  updateEphemeralPost(userId: string, post: PostInput): Promise<Post>;
  /** Takes an ephemeral message away. */
  deleteEphemeralPost(userId: string, postId: string): Promise<void>;
  /** The reactions on a message. */
  getReactions(postId: string): Promise<Reaction[]>;
  /** Adds a reaction. */
  addReaction(reaction: ReactionInput): Promise<Reaction>;
  /** Takes a reaction away. */
  removeReaction(reaction: ReactionInput): Promise<void>;
  /** What is known of a file. */
  getFileInfo(fileId: string): Promise<FileInfo>;
  /** A file's whole content, held in memory on both sides. */
  getFile(fileId: string): Promise<Uint8Array>;
  /** Content at a path of the server's file store, such as `FileInfo.path`. */
  readFile(path: string): Promise<Uint8Array>;
  /** Stores a file for a channel, to be attached to a message by its id. */
  uploadFile(data: Uint8Array, channelId: string, filename: string): Promise<FileInfo>;
}

/** The wire forms of `PostApi`. */
export const postMethods = {
  getPost: method('GetPost', [string], presentOrAppError(Post)),
  getPostThread: method('GetPostThread', [string], presentOrAppError(PostList)),
  getPostsForChannel: method('GetPostsForChannel', [string, int, int], presentOrAppError(PostList)),
  getPostsSince: method('GetPostsSince', [string, int], presentOrAppError(PostList)),
  getPostsAfter: method('GetPostsAfter', [string, string, int, int], presentOrAppError(PostList)),
  getPostsBefore: method('GetPostsBefore', [string, string, int, int], presentOrAppError(PostList)),
  createPost: method('CreatePost', [Post], presentOrAppError(Post)),
  updatePost: method('UpdatePost', [Post], presentOrAppError(Post)),
  deletePost: method('DeletePost', [string], appErrorOnly),
  sendEphemeralPost: method('SendEphemeralPost', [string, Post], present(Post)),
  updateEphemeralPost: method('UpdateEphemeralPost', [string, Post], present(Post)),
  deleteEphemeralPost: method('DeleteEphemeralPost', [string, string], nothing),
  getReactions: method('GetReactions', [string], orAppError(slice(Reaction))),
  addReaction: method('AddReaction', [Reaction], presentOrAppError(Reaction)),
  removeReaction: method('RemoveReaction', [Reaction], appErrorOnly),
  getFileInfo: method('GetFileInfo', [string], presentOrAppError(FileInfo)),
  getFile: method('GetFile', [string], orAppError(bytes)),
  readFile: method('ReadFile', [string], orAppError(bytes)),
  uploadFile: method('UploadFile', [bytes, string, string], presentOrAppError(FileInfo)),
};
