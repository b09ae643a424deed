/** Makes recaps for the scheduler: collect, write, render, deliver. */
import type { RecapSummary } from '../contract/index.ts';
import type { Log } from '../log.ts';
import { RunFailure } from '../schedule/index.ts';
import type { RunClaim, RunHandler, RunOutcome } from '../schedule/index.ts';
import { collect, CollectError } from './collect/index.ts';
import type { CollectApi, CollectLimits, NameDisplay } from './collect/index.ts';
import type { Collected } from './collected.ts';
import { deliver, findDelivered } from './deliver.ts';
import type { DeliverApi } from './deliver.ts';
import type { RecapDocument } from './document.ts';
import type { Engine } from './engine/index.ts';
import { sendNotice } from './notice.ts';
import type { NoticeApi } from './notice.ts';
import { renderRecap } from './render/index.ts';

/** What recaps need to know of the server; may change while the plugin runs. */
export interface HostFacts {
  readonly botUserId: string;
  /** The site's address without a slash at its end; empty where none is set. */
  readonly siteUrl: string;
  readonly display: NameDisplay;
  readonly limits: CollectLimits;
}

/** What the recap service works with. */
export interface RecapServiceOptions {
  readonly api: CollectApi & DeliverApi & NoticeApi;
  readonly engine: Engine;
  readonly log: Log;
  /** Asked anew for each run. */
  facts(): HostFacts;
}

/** The handler that makes and sends recaps. */
export function createRecapService(options: RecapServiceOptions): RunHandler {
  const { api } = options;
  return {
    run: (claim, signal) => makeRecap(options, claim, signal),
    findDelivered: (claim, signal) => findDelivered(api, options.facts().botUserId, claim, signal),
    tellFailure: (schedule, run) => sendNotice(api, options.facts().botUserId, schedule, run),
  };
}

async function makeRecap(
  options: RecapServiceOptions,
  claim: RunClaim,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const facts = options.facts();
  const { schedule, run } = claim;
  const collected = await collectFor(options, facts, claim, signal);
  const asked = schedule.channel_ids.length - collected.leftOut.excessChannels;
  if (collected.leftOut.unreadableChannels === asked) {
    throw new RunFailure('no_readable_channel', 'none of the channels could be read', {
      retryable: false,
    });
  }
  const isEmpty = collected.channels.every((channel) => channel.posts.length === 0);
  // Who asks for a recap now is told that there is nothing, instead of waiting for a message.
  if (isEmpty && schedule.skip_empty && run.trigger === 'schedule') {
    return { status: 'empty', summary: summarize(options.engine.name, collected, 0) };
  }
  const recap = await options.engine.write(collected, { length: schedule.content.length, signal });
  const messages = renderRecap(recap, {
    title: schedule.title,
    timezone: schedule.timezone,
    locale: collected.reader.locale,
    readerId: collected.reader.id,
    siteUrl: facts.siteUrl,
  });
  signal.throwIfAborted();
  const { postId } = await deliver(options.api, facts.botUserId, claim, messages, options.log);
  const summary = summarize(recap.engine, collected, countLines(recap));
  return { status: 'delivered', postId, summary };
}

async function collectFor(
  options: RecapServiceOptions,
  facts: HostFacts,
  claim: RunClaim,
  signal: AbortSignal,
): Promise<Collected> {
  const { schedule, run } = claim;
  try {
    return await collect(
      options.api,
      {
        ownerId: schedule.user_id,
        channelIds: schedule.channel_ids,
        window: { from: run.window_start, to: run.window_end },
        sinceLastRead: schedule.time_period === 'since_last_read',
        includeBots: schedule.content.include_bots,
        botUserId: facts.botUserId,
        display: facts.display,
        limits: facts.limits,
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof CollectError)) throw error;
    throw new RunFailure(error.code, error.message, { cause: error, retryable: false });
  }
}

function summarize(engine: string, collected: Collected, lines: number): RecapSummary {
  const { channels, leftOut } = collected;
  return {
    engine,
    channels_read: channels.length,
    channels_failed: leftOut.unreadableChannels,
    posts_read: channels.reduce((sum, channel) => sum + channel.posts.length, 0),
    posts_left_out: leftOut.trimmed.reduce((sum, channel) => sum + channel.posts, 0),
    lines,
  };
}

function countLines(recap: RecapDocument): number {
  const sections = recap.channels.flatMap((channel) => channel.sections);
  if (recap.forYou !== undefined) sections.push(recap.forYou);
  return sections
    .flatMap((section) => section.items)
    .reduce((sum, item) => sum + 1 + item.followUps.length, 0);
}
