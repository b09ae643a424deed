/** `/<team>/pl/<post>` for other programs than browsers: the conversation as text. Browsers get the page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostNode } from '../host_node.ts';
import type { SharedServices } from '../services.ts';
import { readCredentials } from '../sign_in/index.ts';

const route = /^\/[a-z0-9_-]+\/pl\/([a-z0-9]{26})(?:\?.*)?$/;

/** Answers a request for a permalink; false when it is none. */
export function servePermalink(
  node: HostNode,
  { sessions, workspace }: SharedServices,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const postId = route.exec(url)?.[1];
  if (postId === undefined || request.method !== 'GET') return false;
  const { token } = readCredentials({
    authorization: request.headers.authorization,
    cookie: request.headers.cookie,
    query: new URL(url, 'http://localhost').searchParams,
  });
  const login = sessions.byToken(token, node.clock.now());
  const post = workspace.posts.find(postId);
  const userId = login?.session.userId ?? '';
  const channelId = post?.channelId ?? '';
  if (login === undefined) answer(response, 401, 'log in first');
  else if (!workspace.permissions.toChannel(userId, channelId, 'read_channel')) {
    answer(response, 404, 'there is no such message, or it is not for you');
  } else answer(response, 200, conversation(workspace, postId));
  return true;
}

/** The thread of a post, oldest first, the post itself marked. */
function conversation({ posts, users }: SharedServices['workspace'], postId: string): string {
  const { rootId } = posts.get(postId);
  return posts
    .thread(rootId === '' ? postId : rootId)
    .map((post) => {
      const author = users.find(post.userId)?.username ?? '';
      const at = new Date(post.createAt).toISOString().slice(0, 16).replace('T', ' ');
      return `${post.id === postId ? '>' : ' '} ${at} UTC  @${author}: ${post.message}`;
    })
    .join('\n');
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
