/** Makes recaps for the scheduler: collect, write, render, deliver. */
import type { RecapSummary, Schedule } from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { HourCycle } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import { RunFailure } from '../schedule/index.ts';
import type {
  RunClaim,
  RunHandler,
  RunOutcome,
  Window as ScheduleWindow,
} from '../schedule/index.ts';
import { buttonProps } from './buttons.ts';
import { collect, CollectError } from './collect/index.ts';
import type {
  ChannelChoice,
  CollectApi,
  CollectLimits,
  CollectRequest,
  NameDisplay,
} from './collect/index.ts';
import type { Collected } from './collected.ts';
import { deliver, findDelivered } from './deliver.ts';
import type { DeliverApi, RecapMessage } from './deliver.ts';
import type { RecapDocument } from './document.ts';
import type { Engine, EngineOptions } from './engine/index.ts';
import { recapLocale } from './language.ts';
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
  /** The clock that a user of some locale reads. */
  hourCycleOf(userId: string, locale: string): Promise<HourCycle>;
}

/** The handler that makes and sends recaps. */
export function createRecapService(options: RecapServiceOptions): RunHandler {
  const { api } = options;
  return {
    run: (claim, signal) => makeRecap(options, claim, signal),
    findDelivered: (claim, signal) => findDelivered(api, options.facts().botUserId, claim, signal),
    preview: (schedule, window, signal) => previewRecap(options, schedule, window, signal),
    tellFailure: (schedule, run) => sendNotice(options, schedule, run),
  };
}

async function makeRecap(
  options: RecapServiceOptions,
  claim: RunClaim,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const facts = options.facts();
  const { schedule, run } = claim;
  const window = { start: run.window_start, end: run.window_end };
  const progress = (done: number, total: number): void => {
    claim.progress(done, total);
  };
  const collected = await collectFor(options, facts, { schedule, window, progress }, signal);
  const isEmpty = collected.channels.every((channel) => channel.posts.length === 0);
  // Who asks for a recap now is told that there is nothing, instead of waiting for a message.
  const maySkip = schedule.skip_empty && run.trigger === 'schedule';
  if (isEmpty && maySkip) {
    return { status: 'empty', summary: summarize(options.engine.name, collected, 0) };
  }
  const { recap, message } = await write(options, facts, schedule, collected, signal);
  const lines = countLines(recap);
  // Much may be new, and none of it for the owner.
  if (lines === 0 && schedule.content.focus === 'concerns_me' && maySkip) {
    return { status: 'empty', summary: summarize(recap.engine, collected, lines) };
  }
  const { postId } = await deliver(options.api, facts.botUserId, claim, message, options.log);
  const summary = summarize(recap.engine, collected, lines);
  return { status: 'delivered', postId, summary };
}

async function previewRecap(
  options: RecapServiceOptions,
  schedule: Schedule,
  window: ScheduleWindow,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const facts = options.facts();
  const collected = await collectFor(options, facts, { schedule, window }, signal);
  return (await write(options, facts, schedule, collected, signal)).message.messages;
}

/** Lets the engine write, and renders what it wrote. */
async function write(
  options: RecapServiceOptions,
  facts: HostFacts,
  schedule: Schedule,
  collected: Collected,
  signal: AbortSignal,
): Promise<{ readonly recap: RecapDocument; readonly message: RecapMessage }> {
  const { reader } = collected;
  const hourCycle = await options.hourCycleOf(reader.id, reader.locale);
  const locale = recapLocale(schedule.content, reader.locale);
  const recap = await options.engine.write(collected, {
    ...engineOptionsOf(schedule, locale),
    signal,
  });
  const rendered = renderRecap(recap, {
    title: schedule.title,
    timezone: schedule.timezone,
    locale,
    hourCycle,
    focus: schedule.content.focus,
    readerId: reader.id,
    siteUrl: facts.siteUrl,
  });
  signal.throwIfAborted();
  const buttons = buttonProps(schedule, translatorFor(locale, hourCycle));
  return { recap, message: { ...rendered, buttons } };
}

/** What is read for one recap. */
interface Reading {
  readonly schedule: Schedule;
  readonly window: ScheduleWindow;
  readonly progress?: (done: number, total: number) => void;
}

/** What the owner wants of the recap, for the engine. */
function engineOptionsOf({ content }: Schedule, locale: string): Omit<EngineOptions, 'signal'> {
  return {
    length: content.length,
    focus: content.focus,
    engine: content.engine,
    language: locale,
    instructions: content.custom_instructions,
  };
}

async function collectFor(
  options: RecapServiceOptions,
  facts: HostFacts,
  { schedule, window, progress }: Reading,
  signal: AbortSignal,
): Promise<Collected> {
  const collected = await collectOrFail(
    options.api,
    {
      ownerId: schedule.user_id,
      channels: channelChoiceOf(schedule),
      window: { from: window.start, to: window.end },
      sinceLastRead: schedule.time_period === 'since_last_read',
      includeBots: schedule.content.include_bots,
      botUserId: facts.botUserId,
      display: facts.display,
      limits: facts.limits,
      ...(progress === undefined ? {} : { progress }),
    },
    signal,
  );
  // With all unreads, none may be left to read: that is no failure.
  const isSpecific = schedule.channel_mode === 'specific';
  if (isSpecific && collected.channels.length === 0) {
    throw new RunFailure('no_readable_channel', 'none of the channels could be read', {
      retryable: false,
    });
  }
  return collected;
}

function channelChoiceOf(schedule: Schedule): ChannelChoice {
  switch (schedule.channel_mode) {
    case 'specific':
      return { mode: 'specific', channelIds: schedule.channel_ids };
    case 'all_unreads':
      return {
        mode: 'all_unreads',
        includeDirect: schedule.include_direct,
        includeMuted: schedule.include_muted,
        excludedChannelIds: schedule.excluded_channel_ids,
      };
    default:
      return assertNever(schedule.channel_mode);
  }
}

async function collectOrFail(
  api: CollectApi,
  request: CollectRequest,
  signal: AbortSignal,
): Promise<Collected> {
  try {
    return await collect(api, request, signal);
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
