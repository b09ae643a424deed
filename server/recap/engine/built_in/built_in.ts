/**
 * The engine that needs nothing: no network, no model, no chance. It quotes the messages that say most about
 * what happened, by the steps of this folder: clean, segment, signals, score, select.
 */
import type { Clock } from '../../../clock.ts';
import type { Collected, CollectedChannel, Window } from '../../collected.ts';
import type { RecapChannel, RecapDocument, RecapSection } from '../../document.ts';
import { activityOf, numbersOf, participantsOf, peopleIn } from '../channel_facts.ts';
import type { Engine } from '../engine.ts';
import { createPacer } from '../pacer.ts';
import type { Pacer } from '../pacer.ts';
import { cueSections, markTold } from './cue_sections.ts';
import type { Told } from './cue_sections.ts';
import { forYouSection } from './for_you.ts';
import { highlights } from './highlights.ts';
import { quotas } from './limits.ts';
import type { Quota } from './limits.ts';
import { quoteTopic } from './quote.ts';
import type { ChannelReading } from './reading.ts';
import { Answers } from './relations.ts';
import { scoreTalks } from './score.ts';
import { readTalks } from './talk.ts';
import type { Entry } from './talk.ts';

/** Messages that the busiest conversation has at least before it is worth naming. */
const leastBusiest = 6;

/** The built-in engine. The clock serves to give way to other work, and never touches the result. */
export function builtInEngine(clock: Pick<Clock, 'monotonic'>): Engine {
  return {
    name: 'built_in',
    write: async (collected, options) => {
      const pacer = createPacer(clock, options.signal);
      const readings: ChannelReading[] = [];
      for (const channel of collected.channels) {
        await pacer.step();
        if (channel.posts.length > 0) readings.push(await read(channel, collected, pacer));
      }
      readings.sort((a, b) => weightOf(b) - weightOf(a));
      return compose(collected, readings, quotas[options.length], pacer);
    },
  };
}

async function read(
  channel: CollectedChannel,
  collected: Collected,
  pacer: Pacer,
): Promise<ChannelReading> {
  const talks = await readTalks(channel, pacer);
  const scores = await scoreTalks(talks, collected.reader.id, pacer);
  const entries = talks.flatMap((talk) => talk.entries);
  const answers = new Answers(scores.of);
  return { channel, talks, scores, answers, weighty: entries.filter(isWeighty).length };
}

/** Channels that name the reader come first, then those with most to tell, then those with most people. */
function weightOf(reading: ChannelReading): number {
  const { channel } = reading;
  const mentions = channel.posts.some((post) => post.mentionsReader) ? 1000 : 0;
  const people = peopleIn(channel).size + Math.log2(1 + channel.posts.length);
  return mentions + reading.weighty * 2 + people;
}

async function compose(
  collected: Collected,
  readings: readonly ChannelReading[],
  quota: Quota,
  pacer: Pacer,
): Promise<RecapDocument> {
  const told: Told = new Set();
  const forYou = await forYouSection(readings, collected.reader.id, quota, pacer);
  for (const item of forYou?.items ?? []) {
    markTold(item, told);
    // What readers wrote themselves they know: naming it once is enough.
    if (item.topic?.authorId === collected.reader.id) told.add(item.topic.postId);
  }
  const channels: RecapChannel[] = [];
  for (const reading of readings) {
    await pacer.step();
    const sections = await cueSections(reading, collected.people, quota, told, pacer);
    const listed = sections.reduce((sum, section) => sum + section.items.length, 0);
    const rest = await highlights(reading, quota, { told, listed }, pacer);
    if (rest !== undefined) sections.push(rest);
    channels.push(channelOf(reading, sections, told, collected.window));
  }
  return {
    engine: 'built_in',
    window: collected.window,
    ...(forYou === undefined ? {} : { forYou }),
    channels,
    quiet: collected.channels.filter((c) => c.posts.length === 0).map((c) => c.name),
    numbers: numbersOf(readings.map((reading) => reading.channel)),
    leftOut: collected.leftOut,
  };
}

/** Whether a message is about work: something was decided, is to be done, or happened. */
function isWeighty({ signals }: Entry): boolean {
  return !signals.chatter && (signals.decision || signals.task !== undefined || signals.news > 0);
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
  return { line: quoteTopic(first), messages: talk.entries.length };
}
