/** Texts laid into messages of bounded length. */
import { describe, expect, test } from '@jest/globals';
import { layOut, maxMessageLength, maxMessages } from '../../../../server/recap/render/pages.ts';
import type { Block } from '../../../../server/recap/render/pages.ts';

const block = (heading: string, ...texts: readonly string[]): Block => ({
  heading,
  continued: `${heading} (continued)`,
  texts,
});
const long = 'x'.repeat(9000);

describe('messages', () => {
  test('hold what fits into one', () => {
    expect(layOut([block('A', '1', '2'), block('\nB', '3')], 0)).toEqual({
      pages: ['A\n1\n2\n\nB\n3'],
      dropped: 0,
    });
  });

  test('repeat the heading where a block goes on', () => {
    const { pages } = layOut([block('A', long, long)], 0);
    expect(pages).toEqual([`A\n${long}`, `A (continued)\n${long}`]);
  });

  test('never end with a heading', () => {
    const { pages } = layOut([block('A', long), block('\nB', long)], 0);
    expect(pages).toEqual([`A\n${long}`, `B\n${long}`]);
  });

  test('count what finds no place', () => {
    const texts = Array.from({ length: maxMessages + 2 }, () => `${long}\n    - more`);
    const { pages, dropped } = layOut([block('A', ...texts)], 0);
    expect(pages).toHaveLength(maxMessages);
    expect(dropped).toBe(4);
  });

  test('keep room free', () => {
    const reserved = 10_000;
    for (const page of layOut([block('A', 'x'.repeat(5000), 'y'.repeat(5000))], reserved).pages) {
      expect(page.length).toBeLessThanOrEqual(maxMessageLength - reserved);
    }
  });

  test('cut a text that no message holds after a whole line', () => {
    const { pages, dropped } = layOut([block('A', `- a\n${long}\n${long}\n- b`)], 0);
    expect(pages).toEqual([`A\n- a\n${long}`]);
    expect(dropped).toBe(2);
  });
});
