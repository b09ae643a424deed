/** What is seen in a message and around it. */
import { describe, expect, test } from '@jest/globals';
import {
  featureNames,
  isRetracted,
  readFeatures,
} from '../../../../../server/recap/engine/built_in/features.ts';
import type { FeatureName } from '../../../../../server/recap/engine/built_in/features.ts';
import { Answers } from '../../../../../server/recap/engine/built_in/relations.ts';
import type { Extras } from '../../fixtures.ts';
import { entriesOf } from './steps.ts';

const thread = [
  '09:00 ana: The export of the invoices has been failing since 8:00, 14 customers wait.',
  '> 09:05 ben: looking',
  '> 11:00 ben: Found it: the disk was full. Fixed since 10:50.',
  '> 11:05 ana: Who tells the customers?',
];

async function featuresOf(at: number, lines = thread, extras: Extras = {}) {
  const found = (await entriesOf(lines, { [at]: extras }))[at];
  if (found === undefined) throw new Error('no message');
  return readFeatures(found.talk, found.entry, new Answers(), 'rita');
}

describe('features', () => {
  test.each<[FeatureName, number, number]>([
    ['root', 0, 1],
    ['root', 1, 0],
    ['reply', 2, 1],
    ['afterPause', 1, 0],
    ['afterPause', 2, 1],
    ['last', 3, 1],
    ['last', 2, 0],
    ['openQuestion', 3, 1],
    ['numbers', 0, 1],
    ['dated', 0, 1],
    ['fullStop', 0, 1],
    ['fullStop', 1, 0],
    ['capital', 1, 0],
    ['outcome', 2, 1],
    ['onlyAsks', 3, 1],
  ])('%s of message %d is %d', async (name, at, value) => {
    expect((await featuresOf(at))[name]).toBe(value);
  });

  test.each<[FeatureName, Extras]>([
    ['pinned', { pinned: true }],
    ['agreedByMany', { reactions: [{ emoji: '+1', userIds: ['cleo', 'dan'] }] }],
    ['alarmed', { reactions: [{ emoji: 'eyes', userIds: ['cleo'] }] }],
  ])('%s comes with the message', async (name, extras) => {
    expect((await featuresOf(0, thread, extras))[name]).toBe(1);
    expect((await featuresOf(0))[name]).toBe(0);
  });

  test.each<[FeatureName, string, number]>([
    ['words6', 'looking at it', 0.4],
    ['words13', 'looking at it', 0],
    ['words13', `It ${'is up '.repeat(6)}.`, 1],
    ['words25', `It ${'is up '.repeat(9)}.`, 0.5],
    ['words75', `It ${'is up '.repeat(30)}.`, (61 - 45) / 30],
    ['words75', `It ${'is up '.repeat(60)}.`, 1],
    ['outcome', 'it is fixed for all of them', 1],
    ['outcome', `${'it is so '.repeat(13)} fixed`, 0.25],
    ['lines', 'one\ntwo\nthree', 0.5],
    ['aside', 'My old job had a bell for that', 1],
    ['aside', 'They had a bell for that in 2011', 1],
    ['aside', 'They have a bell for that', 0],
    ['self', 'I would have said so, I would', 1],
    ['callsReader', 'Rita has the keys', 1],
    ['callsReader', 'Ben has the keys', 0],
  ])('%s of "%s" is %d', async (name, text, value) => {
    const reader = '08:00 rita: good morning';
    expect((await featuresOf(1, [reader, `09:00 ana: ${text}`]))[name]).toBeCloseTo(value, 5);
  });

  test('longest is a share of the longest message of the conversation', async () => {
    expect((await featuresOf(0))['longest']).toBe(1);
    expect((await featuresOf(1))['longest']).toBeCloseTo(1 / 14, 5);
  });

  test('are all from 0 to 1, whatever is written', async () => {
    const lines = [`09:00 ana: ${'Why 1 2 3? We decided to fail again! '.repeat(60)}`, ...thread];
    for (let at = 0; at < lines.length; at += 1) {
      const features = await featuresOf(at, lines);
      expect(Object.keys(features).sort()).toEqual([...featureNames].sort());
      for (const value of Object.values(features)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1.000001);
      }
    }
  });
});

describe('what its author takes back', () => {
  test.each([
    ['is retracted', '> 09:02 ben: no wait, that was the old cluster', true],
    ['not by somebody else', '> 09:02 cleo: no wait, that was the old cluster', false],
    ['not by going on', '> 09:02 ben: and the backups are kept for a year', false],
  ])('%s', async (_, line, expected) => {
    const lines = ['09:00 ana: How long do we keep logs?', '> 09:01 ben: 30 days I think', line];
    const found = (await entriesOf(lines))[1];
    if (found === undefined) throw new Error('no message');
    expect(isRetracted(found.talk, found.entry)).toBe(expected);
  });
});
