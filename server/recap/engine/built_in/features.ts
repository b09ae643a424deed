/** Fourth step: what is seen in a message and around it, as numbers from 0 to 1 that can be weighed. */
import { retractionReach } from './limits.ts';
import type { Answers } from './relations.ts';
import type { Entry, Talk } from './talk.ts';
import { likeness } from './vector.ts';

/** Words from which on length says nothing more. */
const enoughWords = 40;
/** ... and the power of two where more words stop to count at all: the first ten tell most. */
const mostLengthBits = 6;
/** Words of an open question that explains itself. */
const enoughQuestionWords = 25;
/** Sentences and numbers from which on more of them say nothing more. */
const enoughSentences = 5;
const enoughNumbers = 4;
/** Words of a message that says little, whatever it says. */
const fewWords = 12;
/** An emoji or a smiley in the text. */
const smile = /\p{Extended_Pictographic}|:[a-z_]{2,}:|[:;]-?[)DP](?:\s|$)/u;
/** Phrases of one kind from which on more of them say nothing more. */
const enoughPhrases = 2;
/** A reply after so long comes when somebody has done something, in ms. */
const pauseMs = 30 * 60_000;
/** Bits of the number of replies that make a conversation long. */
const longThreadBits = 4;

/** Every feature that the engine knows, in groups: the words, the people, the place, the phrases. */
export const featureNames = [
  'length',
  'substance',
  'sentences',
  'numbers',
  'dated',
  'fullStop',
  'capital',
  'short',
  'smiles',
  'code',
  'table',
  'files',
  'question',
  'onlyAsks',
  'openQuestion',
  'openAtLength',
  'namesReader',
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
  'plan',
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
  'digest',
  'hedge',
  'retraction',
  'acknowledgement',
  'chatter',
] as const;

/** The name of a feature. */
export type FeatureName = (typeof featureNames)[number];

/** What was seen: each from 0 to 1. */
export type Features = Readonly<Record<FeatureName, number>>;

/** Reads the features of one message. */
export function readFeatures(talk: Talk, entry: Entry, answers: Answers): Features {
  const { unit, signals, moods, cues } = entry;
  const { post, clean, wordCount } = unit;
  const { isThread, root } = talk.conversation;
  const isRoot = isThread && root === unit;
  const isOpen = signals.question && answers.to(talk, entry) === undefined;
  const before = isThread ? talk.entries[entry.place - 1] : undefined;
  const since = before === undefined ? 0 : post.createAt - before.unit.post.createAt;
  const later = isThread ? talk.entries.length - 1 - entry.place : 0;
  const others = entry.names.filter(({ personId }) => personId !== post.author.id);
  const share = (cue: 'trouble' | 'outcome' | 'change'): number =>
    upTo(cues.of(cue).length, enoughPhrases);
  return {
    length: upTo(Math.log2(1 + wordCount), mostLengthBits),
    substance: upTo(wordCount, enoughWords),
    sentences: upTo(unit.sentences.length, enoughSentences),
    numbers: upTo(signals.numbers, enoughNumbers),
    dated: Number(signals.dated),
    fullStop: Number(/[.。!！）)…:]$/u.test(clean.text)),
    capital: Number(/^["«¿¡(*]?[\p{Lu}\p{Lo}\d@]/u.test(clean.text)),
    short: Number(wordCount <= fewWords),
    smiles: Number(smile.test(post.message)),
    code: Number(clean.codeLines > 0),
    table: Number(clean.tableRows > 0),
    files: Number(post.fileNames.length > 0),
    question: Number(signals.question),
    onlyAsks: Number(signals.onlyAsks),
    openQuestion: Number(isOpen),
    openAtLength: isOpen ? upTo(wordCount, enoughQuestionWords) : 0,
    namesReader: Number(post.mentionsReader),
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
    ruling: Number(cues.has('ruling') && !cues.has('undecided')),
    plan: Number(cues.has('plan') && !cues.has('undecided')),
    proposal: Number(signals.proposal),
    acceptance: Number(signals.acceptance),
    promise: Number(signals.task?.kind === 'promise'),
    request: Number(signals.task?.kind === 'request' || signals.task?.kind === 'heading'),
    asks: Number(cues.has('request')),
    everyone: Number(cues.has('everyone')),
    deadline: Number(signals.task?.due !== undefined),
    trouble: share('trouble'),
    outcome: share('outcome'),
    change: share('change'),
    digest: Number(cues.has('digest')),
    hedge: Number(cues.has('hedge')),
    retraction: Number(signals.retraction),
    acknowledgement: Number(signals.acknowledgement),
    chatter: Number(signals.chatter),
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
