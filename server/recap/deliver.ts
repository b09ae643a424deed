/** Recaps on their way: the bot's direct message to the owner, and looking for one that was sent before. */
import { postProps, postType } from '../contract/index.ts';
import type { Run } from '../contract/index.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Api, Post } from '../mattermost/index.ts';
import { RunFailure } from '../schedule/index.ts';
import type { DeliveredPost, RunClaim } from '../schedule/index.ts';
import type { ButtonProps } from './buttons.ts';
import type { RenderedRecap } from './render/index.ts';

/** The calls that delivering takes. */
export type DeliverApi = Pick<Api, 'getDirectChannel' | 'createPost' | 'getPostsForChannel'>;

/** A recap as it is sent. */
export interface RecapMessage extends RenderedRecap {
  /** Props of the first post that bear its buttons. */
  readonly buttons: ButtonProps;
}

/** Posts of the bot's conversation that are looked through for a run key, by page and in all. */
const searchPage = 60;
const maxSearchPages = 10;
/** How far the clocks of the node and of the database may be apart, in ms. */
const maxSkewMs = 60 * 60_000;

/**
 * Sends the messages of a recap: the first as a direct message, the others into its thread. Only the first
 * carries the run key, so that a recovery finds the recap and not a part of it.
 *
 * @throws {RunClaimLostError} when the claim was lost before anything left.
 * @throws {RunFailure} `delivery_failed`, when the first message could not be sent.
 */
export async function deliver(
  api: DeliverApi,
  botUserId: string,
  claim: RunClaim,
  { messages, card, buttons }: RecapMessage,
  log: Log,
): Promise<DeliveredPost> {
  const [first = '', ...rest] = messages;
  const channelId = await ownChannel(api, botUserId, claim);
  await claim.beginDelivery();
  const post = { userId: botUserId, channelId, type: postType };
  const delivered = await send(() =>
    api.createPost({
      ...post,
      message: first,
      props: new Map([...propsOf(claim.run, card), ...buttons]),
    }),
  );
  try {
    for (const message of rest) {
      claim.assertHeld();
      await api.createPost({ ...post, message, rootId: delivered.id });
    }
  } catch (error) {
    // The recap is there; sending it again would be worse than a thread that ends early.
    log.warn('the rest of a recap could not be sent', {
      run: claim.run.run_key,
      error: toError(error),
    });
  }
  return { postId: delivered.id };
}

/**
 * Looks for the message of a run in the owner's conversation with the bot.
 *
 * @throws {ApiError} when the conversation could not be read.
 */
export async function findDelivered(
  api: DeliverApi,
  botUserId: string,
  claim: RunClaim,
  signal: AbortSignal,
): Promise<DeliveredPost | undefined> {
  const { run, schedule } = claim;
  const channel = await api.getDirectChannel(schedule.user_id, botUserId);
  const oldest = Math.min(run.started_at, run.occurrence_at) - maxSkewMs;
  for (let page = 0; page < maxSearchPages; page += 1) {
    signal.throwIfAborted();
    const list = await api.getPostsForChannel(channel.id, page, searchPage);
    const posts = list.order.flatMap((id) => list.posts.get(id) ?? []);
    const found = posts.find((post) => isOfRun(post, run, botUserId));
    if (found !== undefined) return { postId: found.id };
    if (list.order.length < searchPage || (posts.at(-1)?.createAt ?? 0) < oldest) return undefined;
  }
  return undefined;
}

/** People write to bots too: only the bot's own posts count. */
function isOfRun(post: Post, run: Run, botUserId: string): boolean {
  return post.userId === botUserId && post.props.get(postProps.runKey) === run.run_key;
}

async function ownChannel(api: DeliverApi, botUserId: string, claim: RunClaim): Promise<string> {
  const channel = await send(() => api.getDirectChannel(claim.schedule.user_id, botUserId));
  return channel.id;
}

function propsOf(run: Run, card: string | undefined): ButtonProps {
  return new Map<string, string | number>([
    [postProps.runKey, run.run_key],
    [postProps.scheduleId, run.schedule_id],
    [postProps.windowStart, run.window_start],
    [postProps.windowEnd, run.window_end],
    ...(card === undefined ? [] : [[postProps.document, card] as const]),
  ]);
}

async function send<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw new RunFailure('delivery_failed', 'the message could not be sent', { cause });
  }
}
