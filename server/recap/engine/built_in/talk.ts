/** Third step: everything known about the conversations of one channel, ready to be weighed. */
import type { CollectedChannel } from '../../collected.ts';
import type { Pacer } from '../pacer.ts';
import { chooseLexicon, LanguageCount } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { segment } from './segment.ts';
import type { Conversation } from './segment.ts';
import { readSignals } from './signals.ts';
import type { Signals } from './signals.ts';
import { readUnit } from './unit.ts';
import type { Unit } from './unit.ts';
import { centroidOf, vectorOf, WordCounts } from './vector.ts';
import type { Vector } from './vector.ts';

/** One message with all that is known of it. */
export interface Entry {
  readonly unit: Unit;
  readonly signals: Signals;
  readonly vector: Vector;
  /** Place in its conversation, from 0. */
  readonly place: number;
}

/** One conversation with all that is known of it. */
export interface Talk {
  readonly conversation: Conversation;
  readonly lexicon: Lexicon;
  /** Between two people alone. */
  readonly isDirect: boolean;
  /** Messages of the window, oldest first. */
  readonly entries: readonly Entry[];
  readonly centroid: Vector;
  /** Ids of the people who wrote in it. */
  readonly authors: ReadonlySet<string>;
  /** How many they are. */
  readonly people: number;
}

/** Reads the conversations of a channel, in the order in which they began. */
export async function readTalks(channel: CollectedChannel, pacer: Pacer): Promise<Talk[]> {
  const units: Unit[] = [];
  const counts = new WordCounts();
  const ofChannel = new LanguageCount();
  for (const post of channel.posts) {
    if (pacer.due()) await pacer.step();
    const unit = readUnit(post, false);
    units.push(unit);
    counts.add(unit);
    ofChannel.add(unit.tokens);
  }
  const talks: Talk[] = [];
  for (const conversation of await segment(channel, units, pacer)) {
    if (pacer.due()) await pacer.step();
    const ofTalk = new LanguageCount();
    for (const unit of conversation.units) ofTalk.add(unit.tokens);
    const lexicon = chooseLexicon(ofTalk, ofChannel);
    const entries: Entry[] = [];
    for (const unit of conversation.units) {
      if (pacer.due()) await pacer.step();
      const signals = readSignals(unit, lexicon);
      const vector = vectorOf(unit, counts, lexicon);
      entries.push({ unit, signals, vector, place: entries.length });
    }
    const authors = new Set(entries.map((entry) => entry.unit.post.author.id));
    talks.push({
      conversation,
      lexicon,
      isDirect: channel.kind === 'direct',
      entries,
      centroid: centroidOf(entries.map((entry) => entry.vector)),
      authors,
      people: authors.size,
    });
  }
  return talks;
}
