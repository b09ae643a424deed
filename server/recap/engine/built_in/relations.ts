/** Which message answers, accepts or takes up which other one. */
import type { CollectedPost } from '../../collected.ts';
import {
  acceptanceReach,
  agreeingReactions,
  answerReach,
  conversationGapMs,
  threadReach,
} from './limits.ts';
import { isAgreement } from './reactions.ts';
import type { Entry, Talk } from './talk.ts';
import { likeness } from './vector.ts';

/** Words that answer a question although they say little. */
const bareAnswers =
  /^(?:yes|yep|yeah|no|nope|done|gone|fixed|sent|sorted|deleted|removed|added|merged|me|mine|ja|nein|erledigt|gemacht|gelöscht|raus|ich|sí|si|no|hecho|listo|enviado|borrado|yo|oui|non|fait|envoyé|supprimé|moi|sim|não|feito|pronto|enviado|apagado|eu|はい|いいえ|完了|済み)(?![\p{L}\p{N}'’])/iu;
/** Words of a reply that answers nothing unless one is a number, and of one that answers nothing if it is unsure. */
const mostEmptyWords = 1;
const mostUnsureWords = 5;
/** What an answer loses of its value with each message between it and the question. */
const lateness = 0.7;
/** ... and what a guess has of the value of an answer. */
const hedged = 0.5;
/** A reply outside a thread belongs to the question before it when it comes this soon, in ms. */
const directReplyMs = 5 * 60_000;
/** ... or when the two have this much in common. */
const leastLikeness = 0.08;

/** The answers to the questions of one channel; each is looked for once. */
export class Answers {
  readonly #found = new Map<Entry, Entry | undefined>();

  /** The answer to a question, if any. */
  to(talk: Talk, question: Entry): Entry | undefined {
    if (!this.#found.has(question)) this.#found.set(question, findAnswer(talk, question));
    return this.#found.get(question);
  }

  /** The latest question that `answer` is the answer to, if any. */
  questionOf(talk: Talk, answer: Entry): Entry | undefined {
    const reach = talk.conversation.isThread ? threadReach : answerReach;
    for (let place = answer.place - 1; place >= Math.max(0, answer.place - reach); place -= 1) {
      const entry = talk.entries[place];
      if (entry?.signals.question === true && this.to(talk, entry) === answer) return entry;
    }
    return undefined;
  }
}

/**
 * The best answer that somebody else gave to a question, if any. Long ones are better than short ones, and a later
 * one must be much better to be taken for the answer.
 */
export function findAnswer(talk: Talk, question: Entry): Entry | undefined {
  let best: Entry | undefined;
  let most = -1;
  for (const entry of laterEntries(talk, question, answerReach)) {
    if (entry.unit.post.author.id === question.unit.post.author.id) continue;
    if (!isAnswer(entry) || !belongsTo(talk, question, entry)) continue;
    const weight = Math.log2(2 + entry.unit.wordCount) * (entry.cues.has('hedge') ? hedged : 1);
    const value = weight * lateness ** (entry.place - question.place);
    if (value > most) [best, most] = [entry, value];
  }
  return best;
}

/** The first message in which somebody else accepts a proposal, if any. */
export function findAcceptance(talk: Talk, proposal: Entry): Entry | undefined {
  for (const entry of laterEntries(talk, proposal, acceptanceReach)) {
    const other = entry.unit.post.author.id !== proposal.unit.post.author.id;
    if (other && entry.signals.acceptance && belongsTo(talk, proposal, entry)) return entry;
    // A newer proposal or question takes over: what is accepted after it is not this one.
    const { acceptance, proposal: proposes, question } = entry.signals;
    if (!acceptance && (proposes || question)) return undefined;
  }
  return undefined;
}

/** Whether enough other people agreed by an emoji. */
function isAgreedByReaction(post: CollectedPost): boolean {
  const people = new Set<string>();
  for (const reaction of post.reactions) {
    if (isAgreement(reaction.emoji)) reaction.userIds.forEach((id) => people.add(id));
  }
  people.delete(post.author.id);
  return people.size >= agreeingReactions;
}

/** Whether a proposal was taken, in words or by enough emoji. */
export function isTaken(talk: Talk, proposal: Entry): boolean {
  return isAgreedByReaction(proposal.unit.post) || findAcceptance(talk, proposal) !== undefined;
}

/** The first message after `entry` that `personId` wrote in the same conversation, thanks aside. */
export function findReplyBy(talk: Talk, entry: Entry, personId: string): Entry | undefined {
  return laterEntries(talk, entry, answerReach).find(
    (later) => later.unit.post.author.id === personId && isAnswer(later),
  );
}

function laterEntries(talk: Talk, entry: Entry, reach: number): readonly Entry[] {
  const from = entry.place + 1;
  return talk.entries.slice(from, from + (talk.conversation.isThread ? threadReach : reach));
}

/** Whether a message says something in return; asking back counts only after a statement. */
function isAnswer(entry: Entry): boolean {
  const { text } = entry.unit.clean;
  if (entry.signals.chatter || isUnsure(entry)) return false;
  if (bareAnswers.test(text)) return true;
  if (entry.unit.wordCount <= mostEmptyWords && entry.signals.numbers === 0) return false;
  if (!entry.signals.question) return !entry.signals.acknowledgement;
  const [first, ...rest] = entry.unit.sentences;
  return (
    first !== undefined && rest.length > 0 && !/[?？؟]/u.test(text.slice(first.start, first.end))
  );
}

/** Few words that only say that the author does not know. */
function isUnsure({ unit, cues }: Entry): boolean {
  return unit.wordCount <= mostUnsureWords && cues.has('hedge');
}

/** In a thread everything belongs together; outside one it must be close in time, in topic, or by name. */
function belongsTo(talk: Talk, first: Entry, second: Entry): boolean {
  if (talk.conversation.isThread) return true;
  const between = second.unit.post.createAt - first.unit.post.createAt;
  if (between > conversationGapMs) return false;
  // In a direct channel the next message of the other is the reply, however long it took.
  const soon = talk.isDirect || between <= directReplyMs;
  if (second.place === first.place + 1 && soon) return true;
  if (second.unit.post.mentionedIds.includes(first.unit.post.author.id)) return true;
  return likeness(first.vector, second.vector) >= leastLikeness;
}
