/**
 * Strings kept in order, with access by position: what a database index gives `ORDER BY … LIMIT … OFFSET`.
 *
 * A list of chunks, each sorted and of bounded size, so that a million keys can be added one by one.
 */

/** A chunk beyond this many keys is cut in two. */
const maxChunk = 1024;

/** An ordered set of strings. */
export class SortedKeys {
  readonly #compare: (a: string, b: string) => number;
  #chunks: string[][] = [];
  #size = 0;

  /** `compare` is the collation; left out, strings sort by their code units. */
  constructor(compare: (a: string, b: string) => number = (a, b) => (a < b ? -1 : a > b ? 1 : 0)) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a key; false when it was there. */
  add(key: string): boolean {
    const place = this.#find(key);
    if (place.found) return false;
    this.#size += 1;
    const chunk = this.#chunks[place.chunk];
    if (chunk === undefined) {
      this.#chunks.push([key]);
      return true;
    }
    chunk.splice(place.index, 0, key);
    if (chunk.length > maxChunk) {
      this.#chunks.splice(place.chunk + 1, 0, chunk.splice(chunk.length >> 1));
    }
    return true;
  }

  /** Removes a key; false when it was not there. */
  delete(key: string): boolean {
    const place = this.#find(key);
    const chunk = this.#chunks[place.chunk];
    if (!place.found || chunk === undefined) return false;
    this.#size -= 1;
    chunk.splice(place.index, 1);
    if (chunk.length === 0) this.#chunks.splice(place.chunk, 1);
    return true;
  }

  /** How many keys sort before `key`. */
  rank(key: string): number {
    const place = this.#find(key);
    let rank = place.index;
    for (let at = 0; at < place.chunk; at += 1) rank += this.#chunks[at]?.length ?? 0;
    return rank;
  }

  /** The keys from position `offset` on. */
  *from(offset: number): Generator<string, void, undefined> {
    let skip = offset;
    for (const chunk of this.#chunks) {
      if (skip >= chunk.length) {
        skip -= chunk.length;
        continue;
      }
      for (let at = skip; at < chunk.length; at += 1) yield chunk[at]!;
      skip = 0;
    }
  }

  #find(key: string): { chunk: number; index: number; found: boolean } {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = this.#chunks[middle]?.at(-1) ?? '';
      if (this.#compare(last, key) < 0) low = middle + 1;
      else high = middle;
    }
    const chunk = this.#chunks[low] ?? [];
    let from = 0;
    let to = chunk.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#compare(chunk[middle] ?? '', key) < 0) from = middle + 1;
      else to = middle;
    }
    return { chunk: low, index: from, found: chunk[from] === key };
  }
}
