/** Which language a text is in, as far as cues are known for it. */
import { lexicons, noLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './words.ts';

/** Frequent words that must be found before a language is believed, and their weight. */
const leastHits = 2;
const leastWeight = 1;
/** Share of all words that must be frequent ones, by their weight. */
const leastShare = 0.1;
/** How far the best language must lead the second. */
const leastLead = 1.25;

/**
 * Which languages have a word among their frequent ones, by their place in `lexicons`. A word that several have tells
 * as many times less.
 */
const languagesOf = new Map<string, number[]>();
lexicons.forEach((lexicon, index) => {
  for (const word of lexicon.stopWords) {
    const known = languagesOf.get(word);
    if (known === undefined) languagesOf.set(word, [index]);
    else known.push(index);
  }
});

/** Weighs the frequent words of every known language. Feed it tokens, then ask. */
export class LanguageCount {
  readonly #hits: number[] = lexicons.map(() => 0);
  readonly #weights: number[] = lexicons.map(() => 0);
  #words = 0;

  /** Takes one message into account. */
  add(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      this.#words += 1;
      const sharing = languagesOf.get(token.text) ?? [];
      for (const index of sharing) {
        this.#hits[index] = (this.#hits[index] ?? 0) + 1;
        this.#weights[index] = (this.#weights[index] ?? 0) + 1 / sharing.length;
      }
    }
  }

  /** Takes another count into account. */
  merge(other: LanguageCount): void {
    this.#words += other.#words;
    lexicons.forEach((_, index) => {
      this.#hits[index] = (this.#hits[index] ?? 0) + (other.#hits[index] ?? 0);
      this.#weights[index] = (this.#weights[index] ?? 0) + (other.#weights[index] ?? 0);
    });
  }

  /** The language that the messages are in; undefined when they do not tell. */
  best(): Lexicon | undefined {
    let best: number | undefined;
    let most = 0;
    let second = 0;
    this.#weights.forEach((weight, index) => {
      if (weight > most) {
        second = most;
        most = weight;
        best = index;
      } else if (weight > second) {
        second = weight;
      }
    });
    if (best === undefined || (this.#hits[best] ?? 0) < leastHits) return undefined;
    const sure =
      most >= Math.max(leastWeight, this.#words * leastShare) && most >= second * leastLead;
    return sure ? lexicons[best] : undefined;
  }
}

/** The first language that is known, the narrowest evidence first; without cues where none is. */
export function chooseLexicon(...counts: readonly LanguageCount[]): Lexicon {
  for (const count of counts) {
    const lexicon = count.best();
    if (lexicon !== undefined) return lexicon;
  }
  return noLexicon;
}
