/** Channels, posts and reactions. */
import { z } from 'zod';
import type { PostList } from '../../../server/mattermost/model/index.ts';
import type { GobValue } from '../../../server/wire/gob/index.ts';
import { AppFailure } from '../app_failure.ts';
import { postJson, toJson } from '../workspace/index.ts';
import { pageOf, requireChannel, userOf, type RestApp, type RestContext } from './context.ts';

const idList = z.array(z.string());
const newPost = z.object({
  channel_id: z.string(),
  message: z.string().default(''),
  root_id: z.string().default(''),
  file_ids: z.array(z.string()).default([]),
  props: z.record(z.string(), z.json()).default({}),
});
const patch = z.object({ message: z.string().optional(), is_pinned: z.boolean().optional() });
const newReaction = z.object({ post_id: z.string(), emoji_name: z.string() });
const view = z.object({ channel_id: z.string() });

/** Adds the routes of channels, their members and read markers. */
export function channelRoutes(app: RestApp, context: RestContext): void {
  const { node } = context;
  const { channels } = context.services.workspace;
  app.post('/channels/direct', async (request) => {
    const [a = '', b = a] = idList.parse(await request.req.json());
    return request.json(toJson(channels.direct(a, b, node.clock.now())), 201);
  });
  app.post('/channels/group', async (request) => {
    const ids = idList.parse(await request.req.json());
    const all = [request.get('user').id, ...ids];
    return request.json(toJson(channels.group(all, node.clock.now())), 201);
  });
  app.post('/channels/members/:user/view', async (request) => {
    const { channel_id } = view.parse(await request.req.json());
    channels.view(channel_id, userOf(request, context).id, node.clock.now());
    return request.json({ status: 'OK' });
  });
  app.get('/channels/:channel', (request) => {
    requireChannel(context, request.get('user'), request.req.param('channel'));
    return request.json(toJson(channels.get(request.req.param('channel'))));
  });
  app.get('/channels/:channel/members', (request) => {
    const { page, perPage } = pageOf(request);
    requireChannel(context, request.get('user'), request.req.param('channel'));
    const members = channels.members(request.req.param('channel'));
    return request.json(members.slice(page * perPage, (page + 1) * perPage).map(toJson));
  });
  app.get('/channels/:channel/members/:user', (request) => {
    const member = channels.member(request.req.param('channel'), userOf(request, context).id);
    if (member === undefined) {
      throw new AppFailure('GetChannelMember', 'app.channel.get_member.missing.app_error', 404);
    }
    return request.json(toJson(member));
  });
  app.delete('/channels/:channel/members/:user', (request) => {
    const { users } = context.services.workspace;
    const actor = request.get('user');
    requireChannel(context, actor, request.req.param('channel'));
    const user = users.get(userOf(request, context).id);
    channels.leave(request.req.param('channel'), user.id, user.id === actor.id ? undefined : actor);
    return request.json({ status: 'OK' });
  });
  app.get('/channels/:channel/posts', (request) => {
    const { postLists } = context.services.workspace;
    const id = request.req.param('channel');
    requireChannel(context, request.get('user'), id);
    const { page, perPage } = pageOf(request);
    const since = request.req.query('since');
    const before = request.req.query('before');
    const after = request.req.query('after');
    if (request.req.query('collapsedThreads') === 'true' && since === undefined) {
      return request.json(listJson(postLists.roots(id, page, perPage, { before, after })));
    }
    if (since !== undefined) return request.json(listJson(postLists.since(id, Number(since))));
    if (before !== undefined) {
      return request.json(listJson(postLists.around('before', id, before, page, perPage)));
    }
    if (after !== undefined) {
      return request.json(listJson(postLists.around('after', id, after, page, perPage)));
    }
    return request.json(listJson(postLists.page(id, page, perPage)));
  });
}

/** Adds the routes of posts, threads and reactions. */
export function postRoutes(app: RestApp, context: RestContext): void {
  const { node } = context;
  const { posts, postLists, permissions, channels } = context.services.workspace;
  app.post('/posts', async (request) => {
    const body = newPost.parse(await request.req.json());
    const user = request.get('user');
    if (!permissions.toChannel(user.id, body.channel_id, 'create_post')) {
      throw new AppFailure('CreatePost', 'api.context.permissions.app_error', 403);
    }
    if (channels.get(body.channel_id).deleteAt !== 0) {
      throw new AppFailure('CreatePost', 'api.post.create_post.can_not_post_to_deleted.error', 400);
    }
    const post = posts.create(
      {
        channelId: body.channel_id,
        userId: user.id,
        message: body.message,
        rootId: body.root_id,
        fileIds: body.file_ids,
        props: new Map<string, GobValue>(Object.entries(body.props)),
      },
      node.clock.now(),
    );
    channels.view(post.channelId, user.id, post.createAt);
    return request.json(postJson(post), 201);
  });
  app.get('/posts/:post', (request) => {
    const post = posts.get(request.req.param('post'));
    requireChannel(context, request.get('user'), post.channelId);
    return request.json(postJson(post));
  });
  app.put('/posts/:post/patch', async (request) => {
    const post = posts.get(request.req.param('post'));
    const { message, is_pinned } = patch.parse(await request.req.json());
    const user = request.get('user');
    if (post.userId !== user.id) {
      throw new AppFailure('PatchPost', 'api.context.permissions.app_error', 403);
    }
    const change = { message: message ?? post.message, isPinned: is_pinned ?? post.isPinned };
    return request.json(postJson(posts.update({ ...post, ...change }, node.clock.now())));
  });
  app.delete('/posts/:post', (request) => {
    const post = posts.get(request.req.param('post'));
    const user = request.get('user');
    if (post.userId !== user.id && !permissions.to(user.id, 'delete_others_posts')) {
      throw new AppFailure('DeletePost', 'api.context.permissions.app_error', 403);
    }
    posts.delete(post.id, user.id, node.clock.now());
    return request.json({ status: 'OK' });
  });
  app.get('/posts/:post/thread', (request) => {
    const list = postLists.thread(request.req.param('post'));
    const [first] = [...list.posts.values()];
    requireChannel(context, request.get('user'), first?.channelId ?? '');
    return request.json(listJson(list));
  });
  app.get('/posts/:post/reactions', (request) => {
    const post = posts.get(request.req.param('post'));
    requireChannel(context, request.get('user'), post.channelId);
    return request.json(posts.reactions(post.id).map(toJson));
  });
  app.post('/reactions', async (request) => {
    const { post_id, emoji_name } = newReaction.parse(await request.req.json());
    const user = request.get('user');
    requireChannel(context, user, posts.get(post_id).channelId);
    return request.json(toJson(posts.react(user.id, post_id, emoji_name, node.clock.now())), 201);
  });
}

function listJson(list: PostList): object {
  return {
    order: list.order,
    posts: Object.fromEntries([...list.posts].map(([id, post]) => [id, postJson(post)])),
    next_post_id: '',
    prev_post_id: '',
    has_next: list.hasNext ?? false,
  };
}
