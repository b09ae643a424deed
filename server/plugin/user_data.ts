/** What is kept of a user, gathered for that user, and whether users are there at all. */
import { limits, postProps } from '../contract/index.ts';
import type { UserData } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api, Post } from '../mattermost/index.ts';
import type { RunService, ScheduleService } from '../schedule/index.ts';
import type { CheckStore } from '../store/index.ts';

/** Posts of one page, and pages that are read: newer messages than these are always taken along. */
const postsRead = { page: 100, pages: 5 } as const;

/** What gathering takes. */
export interface UserDataOptions {
  readonly api: Pick<Api, 'getDirectChannel' | 'getPostsForChannel'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly botUserId: string;
  readonly service: Pick<ScheduleService, 'list'>;
  readonly runs: Pick<RunService, 'history'>;
  readonly checks: Pick<CheckStore, 'read'>;
}

/**
 * All that is kept of a user, as far as it goes into one answer.
 *
 * @throws {ApiError} @throws {StoreError} when the server does not answer.
 */
export async function gatherUserData(options: UserDataOptions, userId: string): Promise<UserData> {
  const { service, runs, clock } = options;
  const { schedules: listed } = await service.list(userId, 0, Infinity);
  const schedules: UserData['schedules'] = [];
  let truncated = false;
  for (const schedule of listed) {
    const page = await runs.history(userId, schedule.id, null, limits.pageRows);
    truncated ||= page.next_before !== null;
    schedules.push({ schedule, runs: page.runs });
  }
  const { messages, more } = await messagesOf(options, userId);
  return {
    user_id: userId,
    exported_at: clock.now(),
    schedules,
    messages,
    truncated: truncated || more,
  };
}

async function messagesOf(
  { api, botUserId, checks }: UserDataOptions,
  userId: string,
): Promise<{ readonly messages: UserData['messages']; readonly more: boolean }> {
  const channel = await api.getDirectChannel(userId, botUserId);
  const messages: UserData['messages'] = [];
  for (let page = 0; page < postsRead.pages; page += 1) {
    const { order, posts } = await api.getPostsForChannel(channel.id, page, postsRead.page);
    for (const id of order) {
      const post = posts.get(id);
      if (post?.userId !== botUserId || post.deleteAt !== 0) continue;
      const checked = isRecap(post) ? (await checks.read(post.id)).checked : [];
      const { rootId, createAt, message } = post;
      messages.push({ post_id: id, root_id: rootId, create_at: createAt, message, checked });
    }
    if (order.length < postsRead.page) return { messages, more: false };
  }
  return { messages, more: true };
}

function isRecap(post: Post): boolean {
  return post.props.has(postProps.runKey);
}

/**
 * Those of the users that are gone for good: the server knows no such account. One that is only deactivated is known.
 *
 * @throws {ApiError} when the server does not answer.
 */
export async function goneUsers(
  api: Pick<Api, 'getUser' | 'getUsersByIds'>,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const there = new Set((await api.getUsersByIds(userIds)).map(({ id }) => id));
  const gone: string[] = [];
  for (const id of userIds.filter((each) => !there.has(each))) {
    // Asked one by one as well: what is deleted does not come back.
    if (await isUnknown(api, id)) gone.push(id);
  }
  return gone;
}

async function isUnknown(api: Pick<Api, 'getUser'>, userId: string): Promise<boolean> {
  try {
    await api.getUser(userId);
    return false;
  } catch (error) {
    if (isApiError(error, 'not_found')) return true;
    throw error;
  }
}
