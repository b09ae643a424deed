/** Fourth step: what is seen in a message and around it, as numbers from 0 to 1 that can be weighed. */
import type { Cue } from './lexicon.ts';
import { retractionReach } from './limits.ts';
import type { Answers } from './relations.ts';
import type { Entry, Talk } from './talk.ts';
import { likeness } from './vector.ts';

/**
 * Where another word stops to tell the same: a few words say nothing, some say a thing, many explain it, and who goes on
 * from there mostly tells a story. Each stretch counts by itself.
 */
const stretches = {
  words6: [1, 6],
  words13: [6, 13],
  words25: [13, 25],
  words45: [25, 45],
  words75: [45, 75],
} as const;
/** Words of an open question that explains itself. */
const enoughQuestionWords = 25;
/** One number, or one phrase, in so many words is as much as counts: a long message holds some of each by chance. */
const wordsPerNumber = 8;
const wordsPerPhrase = 10;
/** Line breaks from which on more of them say nothing more. */
const enoughLines = 4;
/** Words of a message that says little, whatever it says. */
const fewWords = 12;
/** An emoji or a smiley in the text. */
const smile = /\p{Extended_Pictographic}|:[a-z_]{2,}:|[:;]-?[)DP](?:\s|$)/u;
/** A reply after so long comes when somebody has done something, in ms. */
const pauseMs = 30 * 60_000;
/** Bits of the number of replies that make a conversation long. */
const longThreadBits = 4;

/** Every feature that the engine knows, in groups: the words, the people, the place, the phrases. */
export const featureNames = [
  'words6',
  'words13',
  'words25',
  'words45',
  'words75',
  'longest',
  'lines',
  'numbers',
  'dated',
  'fullStop',
  'capital',
  'smiles',
  'question',
  'onlyAsks',
  'openQuestion',
  'openAtLength',
  'namesReader',
  'callsReader',
  'namesOther',
  'calls',
  'pinned',
  'agreed',
  'agreedByMany',
  'thanked',
  'thankedByMany',
  'alarmed',
  'laughed',
  'teased',
  'root',
  'reply',
  'followed',
  'late',
  'last',
  'afterPause',
  'answers',
  'central',
  'decision',
  'ruling',
  'proposal',
  'acceptance',
  'promise',
  'request',
  'asks',
  'everyone',
  'deadline',
  'trouble',
  'outcome',
  'change',
  'hedge',
  'aside',
  'self',
  'retraction',
  'acknowledgement',
  'chatter',
] as const;

/** The name of a feature. */
export type FeatureName = (typeof featureNames)[number];

/** What was seen: each from 0 to 1. */
export type Features = Readonly<Record<FeatureName, number>>;

/** Reads the features of one message, for this reader. */
export function readFeatures(
  talk: Talk,
  entry: Entry,
  answers: Answers,
  readerId: string,
): Features {
  const { unit, signals, moods, cues } = entry;
  const { post, clean, wordCount } = unit;
  const { isThread, root } = talk.conversation;
  const isRoot = isThread && root === unit;
  const isOpen = signals.question && answers.to(talk, entry) === undefined;
  const before = isThread ? talk.entries[entry.place - 1] : undefined;
  const since = before === undefined ? 0 : post.createAt - before.unit.post.createAt;
  const later = isThread ? talk.entries.length - 1 - entry.place : 0;
  const others = entry.names.filter(({ personId }) => personId !== post.author.id);
  const per = (count: number, words: number): number =>
    upTo(count * words, Math.max(words, wordCount));
  const share = (cue: Cue): number => per(cues.of(cue).length, wordsPerPhrase);
  const reach = ([from, to]: readonly [number, number]): number =>
    Math.max(0, upTo(wordCount - from, to - from));
  return {
    words6: reach(stretches.words6),
    words13: reach(stretches.words13),
    words25: reach(stretches.words25),
    words45: reach(stretches.words45),
    words75: reach(stretches.words75),
    longest: wordCount / Math.max(1, talk.mostWords),
    lines: upTo(post.message.split('\n').length - 1, enoughLines),
    numbers: per(signals.numbers, wordsPerNumber),
    dated: Number(signals.dated),
    fullStop: Number(/[.。!！）)…:]$/u.test(clean.text)),
    capital: Number(/^["«¿¡(*]?[\p{Lu}\p{Lo}\d@]/u.test(clean.text)),
    smiles: Number(smile.test(post.message)),
    question: Number(signals.question),
    onlyAsks: Number(signals.onlyAsks),
    openQuestion: Number(isOpen),
    openAtLength: isOpen ? upTo(wordCount, enoughQuestionWords) : 0,
    namesReader: Number(post.mentionsReader),
    callsReader: Number(others.some(({ personId }) => personId === readerId)),
    namesOther: Number(!post.mentionsReader && post.mentionedIds.length > 0),
    calls: upTo(others.length, 2),
    pinned: Number(post.pinned),
    agreed: Number(moods.agree > 0),
    agreedByMany: Number(moods.agree > 1),
    thanked: Number(moods.thank > 0),
    thankedByMany: Number(moods.thank > 1),
    alarmed: Number(moods.alarm > 0),
    laughed: upTo(moods.laugh, 2),
    teased: Number(moods.other > 0),
    root: Number(isRoot),
    reply: Number(isThread && !isRoot),
    followed: upTo(Math.log2(1 + later), longThreadBits),
    late: entry.place / talk.entries.length,
    last: Number(isThread && entry.place > 1 && later === 0),
    afterPause: Number(since >= pauseMs),
    answers: Number(answers.questionOf(talk, entry) !== undefined),
    central: likeness(entry.vector, talk.centroid),
    decision: Number(signals.decision),
    ruling: Number(cues.has('ruling') && !cues.has('undecided') && !cues.has('aside')),
    proposal: share('proposal'),
    acceptance: Number(signals.acceptance),
    promise: Number(signals.task?.kind === 'promise'),
    request: Number(signals.task?.kind === 'request' || signals.task?.kind === 'heading'),
    asks: Number(cues.has('request')),
    everyone: Number(cues.has('everyone')),
    deadline: Number(signals.task?.due !== undefined),
    trouble: share('trouble'),
    outcome: share('outcome'),
    change: share('change'),
    hedge: share('hedge'),
    aside: Number(cues.has('aside') || signals.past),
    self: share('self'),
    retraction: Number(signals.retraction),
    acknowledgement: Number(signals.acknowledgement),
    chatter: share('chatter'),
  };
}

/** Whether the author soon took back what the message says. */
export function isRetracted(talk: Talk, entry: Entry): boolean {
  const from = entry.place + 1;
  return talk.entries
    .slice(from, from + retractionReach)
    .some(
      ({ unit, signals }) =>
        signals.retraction && unit.post.author.id === entry.unit.post.author.id,
    );
}

/** Whether a message only takes back what its author said, or puts a guess in its place. */
export function isSlip({ unit, signals, cues }: Entry): boolean {
  return signals.retraction && (unit.wordCount <= fewWords || cues.has('hedge'));
}

/** The share of `enough` that there is. */
function upTo(count: number, enough: number): number {
  return Math.min(1, count / enough);
}
