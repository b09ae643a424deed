/**
 * People as a model knows them: by number. Names stay on this server, and so a model can neither learn one nor make
 * one up.
 */
import type { CollectedPost, Person } from '../../collected.ts';

/** Everybody in one channel, numbered from 1; the reader is number 1. */
export class Cast {
  readonly #numbers = new Map<string, number>();
  readonly #people: Person[] = [];
  readonly #byUsername = new Map<string, Person>();

  constructor(reader: Person, posts: Iterable<CollectedPost>, people: ReadonlyMap<string, Person>) {
    const meet = (person: Person | undefined): void => {
      if (person === undefined || this.#numbers.has(person.id)) return;
      this.#people.push(person);
      this.#numbers.set(person.id, this.#people.length);
      this.#byUsername.set(person.username.toLowerCase(), person);
    };
    meet(reader);
    for (const post of posts) {
      meet(post.author);
      for (const id of post.mentionedIds) meet(people.get(id));
    }
  }

  /** `Person_2`, or `Somebody` for whom nobody knows. */
  label(id: string): string {
    const number = this.#numbers.get(id);
    return number === undefined ? 'Somebody' : `Person_${number}`;
  }

  /** The person with a number, if there is one. */
  person(number: number): Person | undefined {
    return this.#people[number - 1];
  }

  /** A message with labels in place of user names, and with nothing in it that looks like a label by itself. */
  hide(text: string): string {
    return text
      .replaceAll(/Person_(?=\d)/gi, 'Person ')
      .replaceAll(/@([a-z0-9][a-z0-9._-]{0,63})/gi, (_found, name: string) => {
        const bare = name.toLowerCase().replace(/[._-]+$/, '');
        if (['all', 'channel', 'here'].includes(bare)) return 'everybody';
        const person = this.#byUsername.get(bare) ?? this.#byUsername.get(name.toLowerCase());
        return person === undefined ? 'Somebody' : this.label(person.id) + name.slice(bare.length);
      });
  }

  /** A text with names in place of labels. A label that was never given becomes an ellipsis. */
  reveal(text: string): string {
    return text.replaceAll(/\{?Person[_ ](\d{1,6})\}?/gi, (_found, digits: string) => {
      const person = this.person(Number(digits));
      // Backticks would make code of what stands between two names.
      return person === undefined ? '…' : person.name.replaceAll('`', "'");
    });
  }
}
