/** A command as words, read one after the other. */
import { GrammarError } from './grammar_error.ts';
import type { Expected } from './grammar_error.ts';

/** Words without the commas between them, in lower case for comparing; characters of full width as their usual ones. */
export class Words {
  readonly #words: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#words = text
      .normalize('NFKC')
      .split(/[\s,;、]+/)
      .filter((word) => word !== '');
  }

  /** The word that comes next, in lower case; empty at the end. */
  get next(): string {
    return (this.#words[this.#next] ?? '').toLowerCase();
  }

  /** The word behind that, in lower case; empty where there is none. */
  get afterNext(): string {
    return (this.#words[this.#next + 1] ?? '').toLowerCase();
  }

  /** True when no word is left. */
  get done(): boolean {
    return this.#next >= this.#words.length;
  }

  /** What is left, as it was written. */
  get rest(): string {
    return this.#words.slice(this.#next).join(' ');
  }

  /** Takes the next word, in lower case. */
  take(): string {
    const word = this.next;
    this.#next += 1;
    return word;
  }

  /** Takes the next word if it is one of these. */
  accept(...wanted: readonly string[]): boolean {
    if (this.done || !wanted.includes(this.next)) return false;
    this.#next += 1;
    return true;
  }

  /** Takes these words, one after the other, or none of them. */
  acceptPhrase(...phrase: readonly string[]): boolean {
    const here = this.#words.slice(this.#next, this.#next + phrase.length);
    const fits = phrase.every((word, index) => here[index]?.toLowerCase() === word);
    if (fits) this.#next += phrase.length;
    return fits;
  }

  /** What is thrown where the next word does not fit. */
  wrong(expected: Expected): GrammarError {
    return new GrammarError(expected, this.#words[this.#next] ?? '');
  }
}
