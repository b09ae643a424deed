/** Tokens and sentences in several scripts. */
import { describe, expect, test } from '@jest/globals';
import { splitSentences, tokenize } from '../../../../../server/recap/engine/built_in/words.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);
const sentences = (text: string): string[] =>
  splitSentences(text).map((sentence) => text.slice(sentence.start, sentence.end));

describe('tokens', () => {
  test.each([
    ['words and stops', "We won't ship. Why?", ['we', "won't", 'ship', '.', 'why', '.']],
    ['names', 'ask @Ana.Silva now', ['ask', '@ana.silva', 'now']],
    ['marks', '+1 for that 👍 :tada:', ['+1', 'for', 'that', '👍', ':tada:']],
    ['no code, no addresses', 'see `x = 1` at https://a.example/b.', ['see', 'at']],
    ['composed letters', 'Cafe\u0301', ['café']],
    ['curly apostrophes', 'I’ll go', ["i'll", 'go']],
    ['Japanese', '今日は晴れです。', ['今日', 'は', '晴れ', 'です', '.']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('stand where they say', () => {
    const text = 'Ask @ana: 今日は、 +1 I’ll';
    for (const token of tokenize(text)) {
      const found = text.slice(token.start, token.end).toLowerCase().replaceAll('’', "'");
      expect(found).toBe(token.text);
    }
  });

  test('are bounded', () => {
    expect(tokenize('a '.repeat(5000)).length).toBeLessThanOrEqual(400);
    expect(tokenize('今日は'.repeat(5000)).length).toBeLessThanOrEqual(2000);
  });
});

describe('sentences', () => {
  test.each([
    ['two', 'It works. Ship it.', ['It works.', 'Ship it.']],
    ['marks and quotes', 'Really?! "Yes." Good', ['Really?!', '"Yes."', 'Good']],
    [
      'short forms',
      'Ask Dr. Ode, e.g. today, approx. 5 people.',
      ['Ask Dr. Ode, e.g. today, approx. 5 people.'],
    ],
    [
      'German short forms',
      'Das gilt z.B. Montag bzw. Dienstag. Gut.',
      ['Das gilt z.B. Montag bzw. Dienstag.', 'Gut.'],
    ],
    [
      'versions and addresses',
      'Version 4.2 is at a.example/b.html now. Go',
      ['Version 4.2 is at a.example/b.html now.', 'Go'],
    ],
    ['lines of the message', 'one · two · three', ['one', 'two', 'three']],
    ['Japanese', '晴れです。行きます。', ['晴れです。', '行きます。']],
    ['no end', 'just words', ['just words']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});
