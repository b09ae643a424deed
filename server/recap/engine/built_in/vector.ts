/** Topics as sparse vectors: words weighed by how rare they are in the channel (tf-idf). */
import type { Lexicon } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** Word to weight, of length 1 (or 0 where there is no word). */
export type Vector = ReadonlyMap<string, number>;

/** In how many messages of a channel each word occurs. */
export class WordCounts {
  readonly #counts = new Map<string, number>();
  #messages = 0;

  /** Takes one message into account. */
  add(unit: Unit): void {
    this.#messages += 1;
    for (const word of new Set(topicWords(unit))) {
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  /** How much a word tells: the fewer messages have it, the more. */
  weight(word: string): number {
    return Math.log(1 + this.#messages / (1 + (this.#counts.get(word) ?? 0)));
  }
}

/** The topic of one message. */
export function vectorOf(unit: Unit, counts: WordCounts, lexicon: Lexicon): Vector {
  const vector = new Map<string, number>();
  for (const word of topicWords(unit)) {
    if (lexicon.stopWords.has(word)) continue;
    vector.set(word, (vector.get(word) ?? 0) + counts.weight(word));
  }
  return normalize(vector);
}

/** The middle of several topics. */
export function centroidOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) {
    for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  }
  return normalize(sum);
}

/** How alike two topics are: 0 for nothing in common, 1 for the same. */
export function likeness(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let product = 0;
  for (const [word, weight] of small) product += weight * (large.get(word) ?? 0);
  return product;
}

/** Words; where none are written apart, pairs of letters, as the segmenter does not always cut alike. */
function topicWords(unit: Unit): string[] {
  const words: string[] = [];
  for (const { kind, text, unspaced } of unit.tokens) {
    if (kind !== 'word' || text.length < 2) continue;
    if (unspaced !== true || text.length === 2) words.push(text);
    else for (let at = 0; at + 2 <= text.length; at += 1) words.push(text.slice(at, at + 2));
  }
  return words;
}

function normalize(vector: Map<string, number>): Vector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  if (squares === 0) return vector;
  const length = Math.sqrt(squares);
  for (const [word, weight] of vector) vector.set(word, weight / length);
  return vector;
}
