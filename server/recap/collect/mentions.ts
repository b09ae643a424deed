/** Who is named in a message. */
import type { Reader } from '../collected.ts';
import { maxMentionsPerPost } from './limits.ts';

/** User names after an at sign, lower case, without repetition. A full stop at the end belongs to the sentence. */
export function mentionedNames(message: string): string[] {
  const names = new Set<string>();
  for (const match of message.matchAll(/(?<![a-z0-9])@([a-z0-9][a-z0-9._-]{0,63})/giu)) {
    names.add((match[1] ?? '').toLowerCase().replace(/[._-]+$/, ''));
    if (names.size >= maxMentionsPerPost) break;
  }
  return [...names];
}

/** Whether a message names the reader, by user name or by one of the words they want to be told about. */
export function namesReader(
  message: string,
  names: readonly string[],
  reader: Pick<Reader, 'username' | 'keywords'>,
): boolean {
  if (names.includes(reader.username)) return true;
  if (reader.keywords.length === 0) return false;
  const text = message.toLowerCase();
  return reader.keywords.some((keyword) => hasWord(text, keyword));
}

/** The words that mean a user, from the notification settings of the profile. */
export function keywordsOf(user: {
  readonly firstName: string;
  readonly username: string;
  readonly notifyProps: ReadonlyMap<string, string>;
}): string[] {
  const keys = (user.notifyProps.get('mention_keys') ?? '')
    .split(',')
    .map((key) => key.trim().toLowerCase())
    .filter((key) => key !== '' && key !== `@${user.username}`);
  const byFirstName = user.notifyProps.get('first_name') === 'true' && user.firstName !== '';
  return byFirstName ? [...keys, user.firstName.toLowerCase()] : keys;
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!isWordChar(text.charAt(at - 1)) && !isWordChar(text.charAt(at + word.length))) return true;
  }
  return false;
}

function isWordChar(char: string): boolean {
  return char !== '' && /[\p{L}\p{N}_]/u.test(char);
}
