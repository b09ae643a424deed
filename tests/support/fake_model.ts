/** A model that answers as a test says. */
import type { Model, Question } from '../../server/recap/engine/ai/index.ts';

/** One message as the model is shown it. */
export interface ShownItem {
  readonly id: number;
  readonly by: string;
  readonly text: string;
  readonly re?: number;
  readonly to_reader?: boolean;
  readonly earlier?: boolean;
}

/** The messages in a question. */
export function shownItems({ user }: Pick<Question, 'user'>): readonly ShownItem[] {
  const data = /^DATA (\w+)\n([^]*?)\nEND \1/m.exec(user)?.[2] ?? '';
  return data.split('\n').map((line) => JSON.parse(line) as ShownItem);
}

/** Gives what `answer` makes of each question: an object becomes JSON. */
export class FakeModel implements Model {
  readonly engine = 'openai';
  readonly questions: Question[] = [];
  readonly #answer: (items: readonly ShownItem[], question: Question) => unknown;

  constructor(answer: (items: readonly ShownItem[], question: Question) => unknown) {
    this.#answer = answer;
  }

  async ask(question: Question, signal: AbortSignal): Promise<{ text: string; model: string }> {
    signal.throwIfAborted();
    this.questions.push(question);
    const answer = await this.#answer(shownItems(question), question);
    return { text: typeof answer === 'string' ? answer : JSON.stringify(answer), model: 'fake-1' };
  }
}
