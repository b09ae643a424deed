/** Posts, reactions and files. The server hides a post's metadata from plugins (`Post.ForPlugin`). */
import { Post } from '../../../server/mattermost/model/index.ts';
import type { PostInput } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { withCookies } from '../action_cookies.ts';
import { newId } from '../ids.ts';
import { ephemeralEvent } from '../workspace/index.ts';
import type { ApiAnswers } from './answers.ts';
import type { ApiContext } from './context.ts';

type PostKeys =
  | 'getPost'
  | 'getPostThread'
  | 'getPostsForChannel'
  | 'getPostsSince'
  | 'getPostsAfter'
  | 'getPostsBefore'
  | 'createPost'
  | 'updatePost'
  | 'deletePost'
  | 'sendEphemeralPost'
  | 'updateEphemeralPost'
  | 'deleteEphemeralPost';
type ReactionKeys = 'getReactions' | 'addReaction' | 'removeReaction';
type FileKeys = 'getFileInfo' | 'getFile' | 'readFile' | 'uploadFile';

/** What the server answers about posts. */
export function postAnswers(context: ApiContext): Pick<ApiAnswers, PostKeys> {
  const { workspace, now } = context;
  const { posts, postLists, signals } = workspace;
  const ephemeral =
    (event: string) =>
    (userId: string, post: PostInput): Post => {
      const at = now();
      const shown = create(Post, {
        ...post,
        id: post.id === undefined || post.id === '' ? newId() : post.id,
        type: 'system_ephemeral',
        createAt: post.createAt === undefined || post.createAt === 0 ? at : post.createAt,
        updateAt: at,
      });
      signals.publish({ ...ephemeralEvent(userId, withCookies(shown)), event });
      return shown;
    };
  return {
    getPost: (id) => posts.get(id),
    getPostThread: (id) => postLists.thread(id),
    getPostsForChannel: (channelId, page, perPage) => postLists.page(channelId, page, perPage),
    getPostsSince: (channelId, since) => postLists.since(channelId, since),
    getPostsAfter: (channelId, id, page, perPage) =>
      postLists.around('after', channelId, id, page, perPage),
    getPostsBefore: (channelId, id, page, perPage) =>
      postLists.around('before', channelId, id, page, perPage),
    createPost: (post) => {
      const props = new Map(post.props).set('from_plugin', 'true');
      return posts.create({ ...post, props }, now());
    },
    updatePost: (post) => posts.update(post, now()),
    deletePost: (id) => posts.delete(id, context.manifest.id, now()),
    sendEphemeralPost: ephemeral('ephemeral_message'),
    updateEphemeralPost: ephemeral('post_edited'),
    deleteEphemeralPost: (userId, postId) => {
      const post = create(Post, { id: postId, userId, type: 'system_ephemeral', deleteAt: now() });
      signals.publish({ ...ephemeralEvent(userId, post), event: 'post_deleted' });
    },
  };
}

/** What the server answers about reactions. */
export function reactionAnswers({ workspace, now }: ApiContext): Pick<ApiAnswers, ReactionKeys> {
  const { posts } = workspace;
  return {
    getReactions: (postId) => [...posts.reactions(postId)],
    addReaction: ({ userId, postId, emojiName }) => posts.react(userId, postId, emojiName, now()),
    removeReaction: ({ userId, postId, emojiName }) =>
      posts.unreact(userId, postId, emojiName, now()),
  };
}

/** What the server answers about files. */
export function fileAnswers({ workspace, manifest, now }: ApiContext): Pick<ApiAnswers, FileKeys> {
  const { files } = workspace;
  return {
    getFileInfo: (id) => files.get(id),
    getFile: (id) => files.data(id),
    readFile: (path) => files.data(path),
    uploadFile: (data, channelId, name) =>
      files.add({ name, channelId, data, size: data.length, creatorId: manifest.id }, now()),
  };
}
