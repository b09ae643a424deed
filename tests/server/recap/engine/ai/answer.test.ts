import { describe, expect, test } from '@jest/globals';
import { readAnswer } from '../../../../../server/recap/engine/ai/answer.ts';

const known = (id: number): boolean => id >= 1 && id <= 5;
const read = (text: string): ReturnType<typeof readAnswer> => readAnswer(text, known);
const good = { ids: [1], text: 'Something happened.' };
const empty = { forYou: [], decisions: [], tasks: [], questions: [], highlights: [] };

describe('an answer', () => {
  test.each([
    ['plain', (json: string) => json],
    ['in a fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
    ['with words around it', (json: string) => `Here you are:\n${json}\nAnything else?`],
    ['after thinking aloud', (json: string) => `<think>{"ids":[9]} or so?</think>\n${json}`],
    ['with a trailing comma', (json: string) => json.replace(/\]\}$/, ',]}')],
    ['in single quotes', (json: string) => json.replaceAll('"', "'")],
    ['with keys unquoted', (json: string) => json.replaceAll(/"(\w+)":/g, '$1:')],
    ['with a comment', (json: string) => json.replace('{', '{ // the recap\n')],
  ])('%s is read', (_name, wrap) => {
    expect(read(wrap(JSON.stringify({ highlights: [good] })))).toEqual({
      kind: 'answer',
      answer: { ...empty, highlights: [good] },
    });
  });

  test('of a small model has its ids as texts, and leaves away what it does not know', () => {
    const text = JSON.stringify({
      action_items: [{ ids: ['#2'], text: ' Call Ben. ', who: null }],
      for_you: null,
    });
    expect(read(text)).toEqual({
      kind: 'answer',
      answer: { ...empty, tasks: [{ ids: [2], text: 'Call Ben.', who: 0, due: '' }] },
    });
  });

  test.each([
    ['an id that was not sent', { ids: [1, 6], text: 'a' }],
    ['an id that is no number', { ids: ['one'], text: 'a' }],
    ['half an id', { ids: [1.5], text: 'a' }],
    ['no ids', { ids: [], text: 'a' }],
    ['no text', { ids: [1], text: ' ' }],
    ['a text that is none', { ids: [1], text: { a: 1 } }],
    ['something else', 'a'],
  ])('loses an item with %s', (_name, item) => {
    expect(read(JSON.stringify({ highlights: [item, good] }))).toEqual({
      kind: 'answer',
      answer: { ...empty, highlights: [good] },
    });
  });

  test('that is empty is one', () => {
    expect(read('{"highlights":[]}')).toEqual({ kind: 'answer', answer: empty });
  });

  test.each([
    ['no JSON', 'I cannot help with that.', 'invalid'],
    ['nothing', '', 'invalid'],
    ['another object', '{"summary":"All is well."}', 'invalid'],
    ['a list', '[1,2]', 'invalid'],
    ['lists that are none', '{"highlights":"many"}', 'invalid'],
    ['broken off in a text', '{"highlights":[{"ids":[1],"text":"Some', 'truncated'],
    ['broken off between items', '{"highlights":[{"ids":[1],"text":"a"},', 'truncated'],
    ['nothing but unknown ids', '{"highlights":[{"ids":[77],"text":"a"}]}', 'wrong_ids'],
  ])('of %s is refused', (_name, text, kind) => {
    expect(read(text)).toEqual({ kind });
  });

  test('of a thousand items is read up to a limit', () => {
    const many = Array.from({ length: 1000 }, () => good);
    const reading = read(JSON.stringify({ highlights: many }));
    expect(reading.kind === 'answer' && reading.answer.highlights.length).toBe(40);
  });
});
