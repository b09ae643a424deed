/** Whole messages or whole sentences. */
import { describe, expect, test } from '@jest/globals';
import { quote, quoteTopic } from '../../../../../server/recap/engine/built_in/quote.ts';
import { readUnit } from '../../../../../server/recap/engine/built_in/unit.ts';
import { channel } from '../../fixtures.ts';

function unitOf(text: string) {
  const [post] = channel('c', [`09:00 ana: ${text}`]).posts;
  if (post === undefined) throw new Error('no post');
  return readUnit(post, false);
}
const filler = 'The cranes of the harbour worked all day without a pause. ';

describe('a quote', () => {
  test('is the whole of a short message', () => {
    expect(quote(unitOf('It works. Ship it.'))).toMatchObject({
      text: 'It works. Ship it.',
      cutBefore: false,
      cutAfter: false,
    });
  });

  test('has the wanted sentence of a long one, and whole neighbours', () => {
    const unit = unitOf(`${filler.repeat(8)}The second gate opens on Sunday. ${filler.repeat(8)}`);
    const { text } = unit.clean;
    const line = quote(unit, ({ start, end }) => text.slice(start, end).includes('second gate'));
    expect(line.text).toContain('The second gate opens on Sunday.');
    expect(line.text.length).toBeLessThanOrEqual(320);
    expect(line.text).toMatch(/^The .*\.$/);
    expect(line).toMatchObject({ cutBefore: true, cutAfter: true });
  });

  test('cuts a sentence that is too long between words', () => {
    const line = quote(unitOf('word '.repeat(200).trim()));
    expect(line.text).toMatch(/^(?:word )+word$/);
    expect(line.cutAfter).toBe(true);
  });

  test('never cuts a letter in two', () => {
    const line = quote(unitOf('a'.repeat(319) + '😀'.repeat(50)));
    expect(line.text.isWellFormed()).toBe(true);
  });

  test('as context is short', () => {
    expect(quoteTopic(unitOf(filler.repeat(4))).text.length).toBeLessThanOrEqual(90);
  });
});
