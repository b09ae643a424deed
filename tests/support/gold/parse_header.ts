/** The first part of a gold file: what the channel is, who is in it, and for whom the recap is. */
import type { Person, Window } from '../../../server/recap/collected.ts';
import { GoldError } from './gold_error.ts';
import type { GoldLine } from './parse_posts.ts';

/** The first part of a gold file. */
export interface GoldHeader {
  readonly title: string;
  readonly language: string;
  readonly window: Window;
  readonly reader: Person;
  /** By user name, which is also their id. */
  readonly people: ReadonlyMap<string, Person>;
}

const languages = ['en', 'de', 'es', 'fr', 'pt', 'ja', 'mixed'];
const fieldLine = /^(title|kind|language|reader|window): (.+)$/;
const personLine = /^(person|bot) ([a-z0-9._-]+): (.+)$/;

/**
 * Reads the header of a channel.
 *
 * @throws {GoldError} for the first line that is not understood, or for the last where a field is missing.
 */
export function parseHeader(file: string, lines: readonly GoldLine[]): GoldHeader {
  const fields = new Map<string, string>();
  const people = new Map<string, Person>();
  const last = lines.at(-1)?.number ?? 1;
  for (const { number, text } of lines) {
    const [, role, username = '', name = ''] = personLine.exec(text) ?? [];
    const [, field, value = ''] = fieldLine.exec(text) ?? [];
    if (role !== undefined) {
      if (people.has(username)) throw new GoldError(file, number, `${username} is there twice`);
      people.set(username, { id: username, username, name, isBot: role === 'bot' });
    } else if (field !== undefined) {
      if (fields.has(field)) throw new GoldError(file, number, `${field} is there twice`);
      fields.set(field, value.trim());
    } else {
      throw new GoldError(file, number, 'neither a field nor a person');
    }
  }
  const field = (name: string): string => {
    const value = fields.get(name);
    if (value === undefined) throw new GoldError(file, last, `${name} is missing`);
    return value;
  };
  const language = field('language');
  if (!languages.includes(language)) throw new GoldError(file, last, `language ${language}?`);
  const reader = people.get(field('reader'));
  if (reader === undefined || reader.isBot) {
    throw new GoldError(file, last, 'the reader must be one of the people');
  }
  field('kind');
  return {
    title: field('title'),
    language,
    reader,
    people,
    window: readWindow(file, last, field('window')),
  };
}

function readWindow(file: string, line: number, text: string): Window {
  const [from = NaN, to = NaN, ...more] = text.split(/ +/).map((time) => Date.parse(time));
  if (!(from < to) || more.length > 0)
    throw new GoldError(file, line, 'the window is no span of time');
  return { from, to };
}
