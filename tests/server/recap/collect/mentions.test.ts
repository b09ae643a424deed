/** Who is named in a message. */
import { describe, expect, test } from '@jest/globals';
import {
  keywordsOf,
  mentionedNames,
  namesReader,
} from '../../../../server/recap/collect/mentions.ts';

describe('names after an at sign', () => {
  test.each([
    ['plain', 'ask @ana and @Ben', ['ana', 'ben']],
    ['with a full stop', 'that was @ana.silva.', ['ana.silva']],
    ['twice', '@ana @ana', ['ana']],
    ['in an e-mail address', 'ana@shop.example', []],
    ['after a bracket', '(@ana)', ['ana']],
    ['too many', '@a1 '.repeat(5) + Array.from({ length: 50 }, (_, at) => `@u${at}`).join(' '), 20],
  ])('%s', (_, message, expected) => {
    const names = mentionedNames(message);
    if (typeof expected === 'number') expect(names).toHaveLength(expected);
    else expect(names).toEqual(expected);
  });
});

describe('the reader', () => {
  test.each([
    ['by user name', 'ping @rita please', true],
    ['by a keyword', 'The Harbour is full', true],
    ['by a keyword of two words', 'on call: night shift!', true],
    ['not by a part of a word', 'harbourmaster', false],
    ['not at all', 'ping @ana', false],
  ])('is named %s', (_, message, expected) => {
    const reader = { username: 'rita', keywords: ['harbour', 'night shift'] };
    expect(namesReader(message, mentionedNames(message), reader)).toBe(expected);
  });

  test('has the keywords of the profile, and the first name if wanted', () => {
    const user = {
      username: 'rita',
      firstName: 'Rita',
      notifyProps: new Map([
        ['mention_keys', ' @rita, Harbour ,,'],
        ['first_name', 'true'],
      ]),
    };
    expect(keywordsOf(user)).toEqual(['harbour', 'rita']);
    expect(keywordsOf({ ...user, notifyProps: new Map() })).toEqual([]);
  });
});
