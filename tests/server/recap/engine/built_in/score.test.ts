/** What messages are worth against each other. */
import { describe, expect, test } from '@jest/globals';
import { likelihood, scoreTalks } from '../../../../../server/recap/engine/built_in/score.ts';
import { featureNames } from '../../../../../server/recap/engine/built_in/features.ts';
import type { Features } from '../../../../../server/recap/engine/built_in/features.ts';
import type { Extras } from '../../fixtures.ts';
import { entriesOf, restless, talksOf } from './steps.ts';

const nothing = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features;

async function worthOf(lines: readonly string[], extras: Record<number, Extras> = {}) {
  const talks = await talksOf(lines, extras);
  const scores = await scoreTalks(talks, 'rita', restless);
  const entries = talks.flatMap((talk) => talk.entries);
  entries.sort((a, b) => (a.unit.post.id < b.unit.post.id ? -1 : 1));
  return entries.map((entry) => scores.of(entry).worth);
}

describe('the likelihood', () => {
  test('is the logistic of the base where nothing is seen', () => {
    expect(likelihood(nothing, { base: 0, of: {} })).toBe(0.5);
  });

  test('grows by what speaks for it and shrinks by what speaks against it', () => {
    const seen = { ...nothing, pinned: 1 };
    expect(likelihood(seen, { base: 0, of: { pinned: 1 } })).toBeCloseTo(0.731, 3);
    expect(likelihood(seen, { base: 0, of: { pinned: -1 } })).toBeCloseTo(0.269, 3);
    expect(likelihood(seen, { base: 0, of: { lines: 5 } })).toBe(0.5);
  });
});

describe('worth more', () => {
  const plain = 'The export of the invoices was failing for 14 customers since 8:00.';
  test.each([
    ['a statement than thanks', plain, 'thank you very much!'],
    ['a statement than a bare link', plain, 'https://wiki.example.com/some/page'],
    ['what names the reader', `@rita ${plain}`, plain],
    ['a number than none', plain, 'The export of the invoices was failing for some customers.'],
    ['others than the reader', plain, `rita: ${plain}`],
  ])('%s', async (_, more, less) => {
    const line = (time: string, text: string): string =>
      text.startsWith('rita: ') ? `${time} ${text}` : `${time} ana: ${text}`;
    const [first = 0, second = 0] = await worthOf([line('09:00', more), line('15:00', less)]);
    expect(first).toBeGreaterThan(second);
  });

  test('pinned than not, agreed to than laughed at', async () => {
    const lines = [`09:00 ana: ${plain}`];
    const react = (emoji: string) => ({ 0: { reactions: [{ emoji, userIds: ['b', 'c'] }] } });
    const [bare = 0] = await worthOf(lines);
    const [pinned = 0] = await worthOf(lines, { 0: { pinned: true } });
    const [agreed = 0] = await worthOf(lines, react('+1'));
    const [laughed = 0] = await worthOf(lines, react('joy'));
    expect(pinned).toBeGreaterThan(bare);
    expect(agreed).toBeGreaterThan(bare);
    expect(laughed).toBeLessThan(bare);
  });

  test('what stands than what was taken back', async () => {
    const lines = ['09:00 ana: How long are the access logs kept, for the audit?'];
    const said = '> 09:05 ben: They are kept for 30 days, then they are deleted for good.';
    const [, stands = 0] = await worthOf([...lines, said, '> 09:06 cleo: ok']);
    const [, taken = 0] = await worthOf([...lines, said, '> 09:06 ben: no wait, ignore me']);
    expect(taken).toBeLessThan(stands);
  });
});

test('every message has a score', async () => {
  expect(await entriesOf(['09:00 ana: hi', '> 09:01 ben: hi'])).toHaveLength(2);
  for (const worth of await worthOf(['09:00 ana: hi', '> 09:01 ben: hi'])) {
    expect(worth).toBeGreaterThan(0);
  }
});
