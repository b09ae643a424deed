/** Markdown for a terminal. */
import { expect, test } from '@jest/globals';
import { countLinks, plainText } from './plain_text.ts';

test.each([
  ['[12:40](http://127.0.0.1:8065/team/pl/x) done', '12:40 done'],
  ['**Anna** said', 'Anna said'],
  ['_said_ in snake_case_words (_(2 replies)_)', 'said in snake_case_words ((2 replies))'],
  ['@\u200Bben', '@ben'],
  ['## Title', 'Title\n-----'],
  ['a \\* b \\[c\\]', 'a * b [c]'],
  ['[a \\] b](http://x)', 'a ] b'],
  ['plain (text) [not a link]', 'plain (text) [not a link]'],
])('%s', (markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test('links are counted', () => {
  expect(countLinks('[a](http://x) and [b](https://y), not [c]')).toBe(2);
});
