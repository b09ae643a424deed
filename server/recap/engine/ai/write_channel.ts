/** One channel in a model's words: ask for each chunk, believe nothing unchecked, put it together. */
import type { Collected, CollectedChannel, TrimmedChannel } from '../../collected.ts';
import type { RecapItem, RecapSection } from '../../document.ts';
import { answerSchema, readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { Cast } from './cast.ts';
import { AiError } from './errors.ts';
import { maxAnswerTokens, quotas } from './limits.ts';
import { Mask } from './mask.ts';
import type { Model, Question } from './model.ts';
import { askAgain, writePrompt } from './prompt.ts';
import { Composer } from './compose.ts';
import type { AnsweredChunk } from './compose.ts';
import { writeTranscript } from './transcript.ts';

/** How a channel is to be written. */
export interface WriteChannelOptions {
  readonly length: keyof typeof quotas;
  /** BCP 47 tag of the language to write in. */
  readonly language: string;
  /** The reader's own wishes; may be empty. */
  readonly instructions: string;
  /** Only what concerns the reader. */
  readonly onlyReader: boolean;
  /** A new random word for each call. */
  readonly nonce: () => string;
  readonly signal: AbortSignal;
}

/** A channel that a model wrote. */
export interface WrittenChannel {
  readonly sections: readonly RecapSection[];
  readonly forYou: readonly RecapItem[];
  /** Set where the oldest messages were too many to send. */
  readonly trimmed?: TrimmedChannel;
  /** The model or service as people know it. */
  readonly model: string;
}

/**
 * Writes a channel that has posts.
 *
 * @throws {AiError}, or whatever the signal was aborted with.
 */
export async function writeChannel(
  model: Model,
  channel: CollectedChannel,
  { reader, people }: Collected,
  options: WriteChannelOptions,
): Promise<WrittenChannel> {
  const cast = new Cast(reader, [...channel.roots.values(), ...channel.posts], people);
  const mask = new Mask();
  const quota = quotas[options.length];
  const { chunks, trimmed } = writeTranscript(channel, cast, mask);
  const answered: AnsweredChunk[] = [];
  let name = '';
  for (const chunk of chunks) {
    options.signal.throwIfAborted();
    const prompt = writePrompt({ ...options, items: chunk.items, quota, nonce: options.nonce() });
    const question: Question = {
      ...prompt,
      schema: answerSchema,
      maxAnswerTokens,
      readerId: reader.id,
      channelId: channel.id,
    };
    const known = (id: number): boolean => chunk.posts.has(id);
    const { answer, model: by } = await ask(model, question, known, options.signal);
    answered.push({ chunk, answer });
    name = by;
  }
  const composer = new Composer({ cast, mask, readerId: reader.id, quota });
  return {
    sections: composer.sections(answered, options.onlyReader),
    forYou: composer.forYou(answered),
    ...(trimmed === undefined ? {} : { trimmed }),
    model: name,
  };
}

/** Asks, and once more where the answer is of no use. */
async function ask(
  model: Model,
  question: Question,
  known: (id: number) => boolean,
  signal: AbortSignal,
): Promise<{ answer: Answer; model: string }> {
  const first = await model.ask(question, signal);
  const reading = readAnswer(first.text, known);
  if (reading.kind === 'answer') return { answer: reading.answer, model: first.model };
  const user = question.user + askAgain(reading.kind);
  const second = await model.ask({ ...question, user }, signal);
  const last = readAnswer(second.text, known);
  if (last.kind === 'answer') return { answer: last.answer, model: second.model };
  throw new AiError('invalid_answer', `the answer was ${reading.kind}, then ${last.kind}`);
}
