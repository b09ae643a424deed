/** Third step: everything known about the conversations of one channel, ready to be weighed. */
import type { CollectedChannel } from '../../collected.ts';
import type { Pacer } from '../pacer.ts';
import { chooseLexicon, LanguageCount } from './language.ts';
import { matchCues } from './lexicon.ts';
import type { CueMatches } from './lexicon.ts';
import type { NameMatch, Names } from './names.ts';
import { moodsOf } from './reactions.ts';
import type { Moods } from './reactions.ts';
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
  /** The phrases in it. */
  readonly cues: CueMatches;
  /** The people it names by their names. */
  readonly names: readonly NameMatch[];
  readonly moods: Moods;
  readonly signals: Signals;
  readonly vector: Vector;
  /** Place in its conversation, from 0. */
  readonly place: number;
}

/** One conversation with all that is known of it. */
export interface Talk {
  readonly conversation: Conversation;
  /** Between two people alone. */
  readonly isDirect: boolean;
  /** Messages of the window, oldest first. */
  readonly entries: readonly Entry[];
  readonly centroid: Vector;
  /** Words of its longest message. */
  readonly mostWords: number;
  /** Ids of the people who wrote in it. */
  readonly authors: ReadonlySet<string>;
  /** How many they are. */
  readonly people: number;
}

/** Reads the conversations of a channel, in the order in which they began. */
export async function readTalks(
  channel: CollectedChannel,
  people: Names,
  pacer: Pacer,
): Promise<Talk[]> {
  const units: Unit[] = [];
  const counts = new WordCounts();
  const languages = new Map<Unit, LanguageCount>();
  const ofChannel = new LanguageCount();
  for (const post of channel.posts) {
    if (pacer.due()) await pacer.step();
    const unit = readUnit(post, false);
    units.push(unit);
    counts.add(unit);
    const language = new LanguageCount();
    language.add(unit.tokens);
    languages.set(unit, language);
    ofChannel.merge(language);
  }
  const talks: Talk[] = [];
  for (const conversation of await segment(channel, units, pacer)) {
    const ofTalk = new LanguageCount();
    for (const unit of conversation.units) ofTalk.merge(languages.get(unit) ?? new LanguageCount());
    const entries: Entry[] = [];
    for (const unit of conversation.units) {
      if (pacer.due()) await pacer.step();
      // Where two languages are spoken each message has its own; one that is too short has its neighbours'.
      const lexicon = chooseLexicon(languages.get(unit) ?? ofTalk, ofTalk, ofChannel);
      const cues = matchCues(lexicon, unit.clean.text, unit.tokens);
      const names = people.in(unit);
      const signals = readSignals(unit, lexicon, cues, names);
      const vector = vectorOf(unit, counts, lexicon);
      const moods = moodsOf(unit.post);
      entries.push({ unit, cues, names, moods, signals, vector, place: entries.length });
    }
    talks.push(await toTalk(channel, conversation, entries, pacer));
  }
  return talks;
}

async function toTalk(
  channel: CollectedChannel,
  conversation: Conversation,
  entries: readonly Entry[],
  pacer: Pacer,
): Promise<Talk> {
  if (pacer.due()) await pacer.step();
  const authors = new Set(entries.map((entry) => entry.unit.post.author.id));
  return {
    conversation,
    isDirect: channel.kind === 'direct',
    entries,
    centroid: centroidOf(entries.map((entry) => entry.vector)),
    mostWords: entries.reduce((most, { unit }) => Math.max(most, unit.wordCount), 0),
    authors,
    people: authors.size,
  };
}
