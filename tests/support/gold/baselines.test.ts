/** The baselines, on a channel small enough to choose by eye. */
import { describe, expect, test } from '@jest/globals';
import { channel } from '../../server/recap/fixtures.ts';
import { baselines, chooseByBaseline } from './baselines.ts';

const small = channel('c', [
  '09:00 ana: good morning',
  '09:10 ben: the crane at berth two is broken since the storm, the mechanic comes at noon',
  '09:20 cleo: the crane is broken and the mechanic comes',
  '09:30 dan: crane mechanic',
  '09:40 eve: soup',
]);
const place = new Map(small.posts.map((post, at) => [post.id, at]));

function chosen(name: string, posts: number, characters = Infinity): (number | undefined)[] {
  const baseline = baselines.find((one) => one.name === name);
  if (baseline === undefined) throw new Error(`no baseline ${name}`);
  return [...chooseByBaseline(baseline, small, { posts, characters })].map((id) => place.get(id));
}

describe('baselines', () => {
  test.each([
    ['LEAD', [0, 1]],
    ['LONGEST', [1, 2]],
    ['TextRank', [2, 1]],
    ['LexRank', [1, 2]],
    ['Centroid', [2, 1]],
  ])('%s', (name, expected) => {
    expect(chosen(name, 2)).toEqual(expected);
  });

  test('pass over what no longer fits', () => {
    expect(chosen('LONGEST', 5, 56)).toEqual([2, 0]);
  });

  test.each(baselines.map(({ name }) => name))('%s takes all where there is room', (name) => {
    expect(chosen(name, 9).toSorted()).toEqual([0, 1, 2, 3, 4]);
  });
});
