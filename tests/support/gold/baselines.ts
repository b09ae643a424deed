/**
 * Plain extractive summarizers to measure the engine against. Each orders the posts of a channel by how much they
 * are worth; the first so many are its choice. They get the same cleaned words as the engine.
 */
import type { CollectedChannel, CollectedPost } from '../../../server/recap/collected.ts';
import { quote } from '../../../server/recap/engine/built_in/quote.ts';
import { readUnit } from '../../../server/recap/engine/built_in/unit.ts';

/** A post with its words, in lower case. */
interface Document {
  readonly post: CollectedPost;
  /** Characters that a recap would quote of it. */
  readonly characters: number;
  readonly words: readonly string[];
}

/** A way to order posts: by what it scores them, the best first, the older of two equal ones. */
export interface Baseline {
  readonly name: string;
  readonly score: (documents: readonly Document[]) => readonly number[];
}

/** Share of the rank that flows along edges, as both papers have it. */
const damping = 0.85;
/** Rounds of the power iteration; the order of fifty posts is steady long before. */
const rounds = 50;
/** Cosine from which two posts count as neighbours in LexRank. */
const lexRankThreshold = 0.1;

/** The first messages; the longest; the two graph rankings; likeness to the middle of the channel. */
export const baselines: readonly Baseline[] = [
  { name: 'LEAD', score: (documents) => documents.map((_, at) => -at) },
  { name: 'LONGEST', score: (documents) => documents.map(({ words }) => words.length) },
  { name: 'TextRank', score: (documents) => rank(edges(documents, sharedWords)) },
  { name: 'LexRank', score: lexRank },
  { name: 'Centroid', score: centroid },
];

/** How much a baseline may choose of a channel: so many posts, of so many characters as quoted. */
export interface Budget {
  readonly posts: number;
  readonly characters: number;
}

/** Ids of the posts of a channel that a baseline chooses, the best first; what no longer fits is passed over. */
export function chooseByBaseline(
  baseline: Baseline,
  { posts }: CollectedChannel,
  budget: Budget,
): Set<string> {
  const documents = posts.map(toDocument);
  const scores = baseline.score(documents);
  const order = documents.map((_, at) => at);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const chosen = new Set<string>();
  let characters = 0;
  for (const at of order) {
    const document = documents[at];
    if (document === undefined || chosen.size >= budget.posts) break;
    if (characters + document.characters > budget.characters) continue;
    characters += document.characters;
    chosen.add(document.post.id);
  }
  return chosen;
}

function toDocument(post: CollectedPost): Document {
  const unit = readUnit(post, false);
  const words = unit.tokens.filter(({ kind }) => kind === 'word');
  return { post, characters: quote(unit).text.length, words: words.map(({ text }) => text) };
}

/** Shared words by the logarithms of both lengths (Mihalcea and Tarau 2004). */
function sharedWords(a: Document, b: Document): number {
  const [first, second] = [new Set(a.words), new Set(b.words)];
  if (first.size < 2 || second.size < 2) return 0;
  return first.intersection(second).size / (Math.log(first.size) + Math.log(second.size));
}

/** Thresholded cosine of tf-idf (Erkan and Radev 2004). */
function lexRank(documents: readonly Document[]): readonly number[] {
  const vectors = new Map(tfIdf(documents).map((vector, at) => [documents[at], vector]));
  const cosine = (a: Document, b: Document): number => {
    const like = product(vectors.get(a) ?? new Map(), vectors.get(b) ?? new Map());
    return like >= lexRankThreshold ? 1 : 0;
  };
  return rank(edges(documents, cosine));
}

function centroid(documents: readonly Document[]): readonly number[] {
  const vectors = tfIdf(documents);
  const sum = new Map<string, number>();
  for (const vector of vectors) {
    for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  }
  return vectors.map((vector) => product(vector, sum));
}

/** Words by how often they are in the post and how rarely in others, of length 1. */
function tfIdf(documents: readonly Document[]): Map<string, number>[] {
  const frequency = new Map<string, number>();
  for (const { words } of documents) {
    for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return documents.map(({ words }) => {
    const vector = new Map<string, number>();
    for (const word of words) {
      const idf = Math.log(documents.length / (frequency.get(word) ?? 1));
      vector.set(word, (vector.get(word) ?? 0) + idf);
    }
    const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0));
    return new Map([...vector].map(([word, weight]) => [word, length === 0 ? 0 : weight / length]));
  });
}

function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}

function edges(
  documents: readonly Document[],
  weight: (a: Document, b: Document) => number,
): number[][] {
  return documents.map((a) => documents.map((b) => (a === b ? 0 : weight(a, b))));
}

/** PageRank over weighted edges. */
function rank(weights: readonly (readonly number[])[]): readonly number[] {
  const outgoing = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = weights.map(() => 1 / weights.length);
  for (let round = 0; round < rounds; round += 1) {
    ranks = ranks.map((_, to) => {
      let flow = 0;
      for (const [from, row] of weights.entries()) {
        const total = outgoing[from] ?? 0;
        if (total > 0) flow += ((ranks[from] ?? 0) * (row[to] ?? 0)) / total;
      }
      return (1 - damping) / weights.length + damping * flow;
    });
  }
  return ranks;
}
