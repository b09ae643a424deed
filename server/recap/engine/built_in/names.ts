/** Whom a message means without an at sign: people of the channel by the name they are called by. */
import type { Person } from '../../collected.ts';
import type { Unit } from './unit.ts';

/** Letters that a name has at least; shorter ones are too often another word. */
const leastLetters = 3;
/** In scripts without spaces names are shorter, and are followed by one of these. */
const leastUnspacedLetters = 2;
const honorific = /^(?:さん|くん|君|様|先生)/u;
const unspacedScript = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
/** Between words of a display name. */
const between = /[\s\u3000]+/u;

/** A person named in a text. */
export interface NameMatch {
  readonly personId: string;
  readonly start: number;
  readonly end: number;
}

/** The names by which the people of a channel call each other. */
export class Names {
  readonly #byWord = new Map<string, string | undefined>();
  readonly #unspaced: (readonly [name: string, personId: string])[] = [];

  constructor(people: Iterable<Person>) {
    for (const { id, name, username, isBot } of people) {
      if (isBot) continue;
      const [first = '', last = ''] = name.split(between);
      if (unspacedScript.test(first)) {
        for (const part of [first, last]) {
          if (part.length >= leastUnspacedLetters) this.#unspaced.push([part, id]);
        }
      } else {
        this.#add(first.toLowerCase(), id);
        if (username !== first.toLowerCase()) this.#add(username, id);
      }
    }
  }

  /** A name that two people share means nobody. */
  #add(word: string, id: string): void {
    if (word.length < leastLetters) return;
    const other = this.#byWord.get(word);
    if (!this.#byWord.has(word)) this.#byWord.set(word, id);
    else if (other !== id) this.#byWord.set(word, undefined);
  }

  /**
   * Everybody named in a message, in the order of the text. Names are written with a capital; without one, by who
   * writes none at all, they count at the start of a sentence, where one is spoken to.
   */
  in(unit: Unit): NameMatch[] {
    const { text } = unit.clean;
    const found: NameMatch[] = [];
    for (const { kind, text: word, start, end } of unit.tokens) {
      if (kind !== 'word') continue;
      const personId = this.#byWord.get(word) ?? this.#byWord.get(word.replace(/'s$/, ''));
      if (personId === undefined) continue;
      const isName =
        /\p{Lu}/u.test(text.charAt(start)) || unit.sentences.some((one) => one.start === start);
      if (isName) found.push({ personId, start, end });
    }
    for (const [name, personId] of this.#unspaced) {
      const start = text.indexOf(name);
      if (start === -1 || !honorific.test(text.slice(start + name.length))) continue;
      found.push({ personId, start, end: start + name.length });
    }
    return found.sort((a, b) => a.start - b.start);
  }
}
