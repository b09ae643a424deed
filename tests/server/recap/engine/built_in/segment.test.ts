/** Which messages belong together. */
import { describe, expect, test } from '@jest/globals';
import { segment } from '../../../../../server/recap/engine/built_in/segment.ts';
import { readUnit } from '../../../../../server/recap/engine/built_in/unit.ts';
import type { CollectedChannel } from '../../../../../server/recap/collected.ts';
import { channel } from '../../fixtures.ts';
import { restless } from './steps.ts';

async function cut(of: CollectedChannel): Promise<string[]> {
  const units = of.posts.map((post) => readUnit(post, false));
  const conversations = await segment(of, units, restless);
  return conversations.map(({ isThread, units: members }) => {
    return `${isThread ? 'thread' : 'run'} ${members.map((unit) => unit.clean.text).join(' ')}`;
  });
}

describe('conversations', () => {
  test.each([
    ['a thread is one', ['09:00 ana: a', '> 09:01 ben: b', '> 15:00 ana: c'], ['thread a b c']],
    ['messages outside threads run together', ['09:00 ana: a', '09:20 ben: b'], ['run a b']],
    ['... until everybody pauses', ['09:00 ana: a', '09:31 ben: b'], ['run a', 'run b']],
    [
      'a thread does not cut the run around it',
      ['09:00 ana: a', '09:01 ben: b', '> 09:02 ana: c', '09:10 ana: d'],
      ['run a d', 'thread b c'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await cut(channel('c', lines))).toEqual(expected);
  });

  test('a root older than the window is known, and no news', async () => {
    const of = channel('c', ['09:00 ana: a', '> 09:01 ben: b']);
    const [root, reply] = of.posts;
    if (root === undefined || reply === undefined) throw new Error('no posts');
    const later = { ...of, posts: [reply], roots: new Map([[root.id, root]]) };
    const [conversation] = await segment(later, [readUnit(reply, false)], restless);
    expect(conversation?.root).toMatchObject({ earlier: true, clean: { text: 'a' } });
    expect(conversation?.units).toHaveLength(1);
  });
});
