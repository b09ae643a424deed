/** What a model may answer: ids of messages and short texts, nothing else. Read with tolerance, believed with none. */
import { jsonrepair } from 'jsonrepair';
import * as z from 'zod';
import { maxListedItems } from './limits.ts';

/** One line of an answer. */
export interface AnswerItem {
  /** Ids of the messages that it rests on; never empty. */
  readonly ids: readonly number[];
  readonly text: string;
}

/** A task. */
export interface AnswerTask extends AnswerItem {
  /** The number of the person who is to do it; 0 where nobody is named. */
  readonly who: number;
  /** The deadline in the words of the message; empty where there is none. */
  readonly due: string;
}

/** A whole answer. */
export interface Answer {
  readonly forYou: readonly AnswerItem[];
  readonly decisions: readonly AnswerItem[];
  readonly tasks: readonly AnswerTask[];
  readonly questions: readonly AnswerItem[];
  readonly highlights: readonly AnswerItem[];
}

/** How reading went. `truncated`: the answer broke off. `wrong_ids`: nothing in it rests on a message that was sent. */
export type Reading =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'invalid' | 'truncated' | 'wrong_ids' };

/** Small models write ids as texts. */
const WholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^#?\d{1,6}$/)
    .transform((text) => Number(text.replace('#', ''))),
]);

const Line = z.object({
  ids: z.array(WholeNumber).min(1).max(100),
  text: z.string().trim().min(1),
});

const Task = z.object({
  ...Line.shape,
  who: WholeNumber.nullish().catch(0),
  due: z.string().nullish().catch(''),
});

const List = z.array(z.unknown()).nullish();

/** Each list by itself may be missing; at least one must be there. */
const Lists = z.object({
  for_you: List,
  decisions: List,
  action_items: List,
  open_questions: List,
  highlights: List,
});

const line = {
  type: 'object',
  properties: {
    ids: { type: 'array', items: { type: 'integer' } },
    text: { type: 'string' },
  },
  required: ['ids', 'text'],
  additionalProperties: false,
};

/** The same as JSON Schema, in the few words that every service understands. */
export const answerSchema = {
  type: 'object',
  properties: {
    for_you: { type: 'array', items: line },
    decisions: { type: 'array', items: line },
    action_items: {
      type: 'array',
      items: {
        ...line,
        properties: { ...line.properties, who: { type: 'integer' }, due: { type: 'string' } },
        required: ['ids', 'text', 'who', 'due'],
      },
    },
    open_questions: { type: 'array', items: line },
    highlights: { type: 'array', items: line },
  },
  required: ['for_you', 'decisions', 'action_items', 'open_questions', 'highlights'],
  additionalProperties: false,
};

/** Reads an answer. Items with an id that is not in `known` are dropped whole: their text rests on nothing. */
export function readAnswer(text: string, known: (id: number) => boolean): Reading {
  const json = jsonIn(text);
  if (json === undefined) return { kind: 'invalid' };
  if (json === 'truncated') return { kind: 'truncated' };
  const lists = Lists.safeParse(json);
  if (!lists.success || Object.values(lists.data).every((list) => (list ?? null) === null)) {
    return { kind: 'invalid' };
  }
  let listed = 0;
  let kept = 0;
  const items = <T extends AnswerItem>(
    list: unknown[] | null | undefined,
    item: z.ZodType<T>,
  ): T[] =>
    (list ?? []).slice(0, maxListedItems).flatMap((value) => {
      listed += 1;
      const parsed = item.safeParse(value);
      if (!parsed.success || !parsed.data.ids.every(known)) return [];
      kept += 1;
      return [parsed.data];
    });
  const { data } = lists;
  const answer: Answer = {
    forYou: items(data.for_you, Line),
    decisions: items(data.decisions, Line),
    tasks: items(
      data.action_items,
      Task.transform((task) => ({ ...task, who: task.who ?? 0, due: task.due ?? '' })),
    ),
    questions: items(data.open_questions, Line),
    highlights: items(data.highlights, Line),
  };
  return listed > 0 && kept === 0 ? { kind: 'wrong_ids' } : { kind: 'answer', answer };
}

/** The JSON in an answer, which may think aloud first, explain itself, or stand in a fence. */
function jsonIn(text: string): unknown {
  const said = text.split('</think>').at(-1) ?? '';
  const start = said.indexOf('{');
  if (start === -1) return undefined;
  const end = said.lastIndexOf('}');
  const candidate = said.slice(start, end > start ? end + 1 : undefined);
  try {
    return JSON.parse(candidate);
  } catch {
    // A tail that closes nothing has lost its end; a repair would make whole sentences of half ones.
    if (!isClosed(candidate)) return 'truncated';
  }
  try {
    return JSON.parse(jsonrepair(candidate));
  } catch {
    return undefined;
  }
}

/** Whether the brackets outside of texts are closed at the end. */
function isClosed(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) depth += 1;
    else if (!quoted && (character === '}' || character === ']')) depth -= 1;
  }
  return depth <= 0;
}
