/**
 * The engine that needs nothing: no network, no model, no chance. It quotes the messages that say most about
 * what happened, by the steps of this folder: clean, segment, signals, features, score, pick, sections, items.
 */
import type { Clock } from '../../../clock.ts';
import type { Collected, CollectedChannel, Window } from '../../collected.ts';
import type { RecapChannel, RecapDocument, RecapSection } from '../../document.ts';
import { activityOf, numbersOf, participantsOf } from '../channel_facts.ts';
import type { Engine, EngineOptions } from '../engine.ts';
import { createPacer } from '../pacer.ts';
import type { Pacer } from '../pacer.ts';
import { forYouSection } from './for_you.ts';
import { quotas } from './limits.ts';
import { isIdle } from './margin.ts';
import { Names } from './names.ts';
import { pick } from './pick.ts';
import { quoteTopic } from './quote.ts';
import type { ChannelReading } from './reading.ts';
import { scoreTalks } from './score.ts';
import { fileSections } from './sections.ts';
import { readTalks } from './talk.ts';
import type { Talk } from './talk.ts';
import { markTold } from './told.ts';
import type { Told } from './told.ts';

/** Messages that the busiest conversation has at least before it is worth naming. */
const leastBusiest = 6;
/** What naming the reader adds to the weight of a channel: it comes first. */
const mentionWeight = 1000;

/** The built-in engine. The clock serves to give way to other work, and never touches the result. */
export function builtInEngine(clock: Pick<Clock, 'monotonic'>): Engine {
  return {
    name: 'built_in',
    write: async (collected, options) => {
      const pacer = createPacer(clock, options.signal);
      const names = new Names(collected.people.values());
      const readings: ChannelReading[] = [];
      for (const channel of collected.channels) {
        await pacer.step();
        if (channel.posts.length > 0) readings.push(await read(channel, collected, names, pacer));
      }
      readings.sort((a, b) => b.weight - a.weight);
      return compose(collected, readings, options, pacer);
    },
  };
}

async function read(
  channel: CollectedChannel,
  collected: Collected,
  names: Names,
  pacer: Pacer,
): Promise<ChannelReading> {
  const talks = await readTalks(channel, names, pacer);
  const scores = await scoreTalks(talks, collected.reader.id, pacer);
  return { channel, talks, scores, weight: weigh(channel, talks, scores) };
}

/** Channels that name the reader come first, then those with most to tell. */
function weigh(
  channel: CollectedChannel,
  talks: readonly Talk[],
  scores: ChannelReading['scores'],
): number {
  let weight = channel.posts.some((post) => post.mentionsReader) ? mentionWeight : 0;
  for (const talk of talks) {
    for (const entry of talk.entries) weight += scores.of(entry).worth;
  }
  return weight;
}

async function compose(
  collected: Collected,
  readings: readonly ChannelReading[],
  options: Pick<EngineOptions, 'length' | 'focus'>,
  pacer: Pacer,
): Promise<RecapDocument> {
  const quota = quotas[options.length];
  const readerId = collected.reader.id;
  const told: Told = new Set();
  const forYou = await forYouSection(readings, readerId, quota, pacer);
  for (const item of forYou?.items ?? []) {
    markTold(item, told);
    // What readers wrote themselves they know: naming it once is enough.
    if (item.topic?.authorId === readerId) told.add(item.topic.postId);
  }
  const concerned = new Set(forYou?.items.map((item) => item.line.channelId));
  const channels: RecapChannel[] = [];
  const quiet = collected.channels.filter((c) => c.posts.length === 0).map((c) => c.name);
  const of = (talk: Talk): boolean =>
    options.focus !== 'concerns_me' || isOwnThread(talk, readerId);
  for (const reading of readings) {
    const picked = await pick(reading, { quota, told, of }, pacer);
    const sections = fileSections(reading, picked, collected.people, told);
    const { channel } = reading;
    const concerns = sections.length > 0 || concerned.has(channel.id);
    if (options.focus !== 'concerns_me' || concerns) {
      channels.push(channelOf(reading, sections, told, collected.window));
    } else {
      quiet.push(channel.name);
    }
  }
  return {
    engine: 'built_in',
    window: collected.window,
    ...(forYou === undefined ? {} : { forYou }),
    channels,
    quiet,
    numbers: numbersOf(readings.map((reading) => reading.channel)),
    leftOut: collected.leftOut,
  };
}

/** Whether the reader began the thread or wrote in it. */
function isOwnThread({ conversation, authors }: Talk, readerId: string): boolean {
  const { isThread, root } = conversation;
  return isThread && (root?.post.author.id === readerId || authors.has(readerId));
}

function channelOf(
  reading: ChannelReading,
  sections: readonly RecapSection[],
  told: Told,
  window: Window,
): RecapChannel {
  const { channel } = reading;
  const busiest = busiestOf(reading);
  return {
    channelId: channel.id,
    name: channel.name,
    kind: channel.kind,
    teamName: channel.teamName,
    linkName: channel.linkName,
    sections,
    numbers: numbersOf([channel]),
    activity: activityOf(channel, window),
    participants: participantsOf(channel),
    ...(busiest === undefined || told.has(busiest.line.postId) ? {} : { busiest }),
  };
}

function busiestOf(reading: ChannelReading): RecapChannel['busiest'] {
  if (reading.talks.length < 2) return undefined;
  const talk = reading.talks.reduce((a, b) => (b.entries.length > a.entries.length ? b : a));
  const first = talk.conversation.root ?? talk.entries[0]?.unit;
  if (first === undefined || talk.entries.length < leastBusiest) return undefined;
  const [opening] = talk.entries;
  // A talk that somebody opened with "good morning" has no name.
  if (opening?.unit === first && isIdle(reading.scores.of(opening))) return undefined;
  return { line: quoteTopic(first), messages: talk.entries.length };
}
