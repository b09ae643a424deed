/** The reader of gold files: what it makes of one, and where it says that one is wrong. */
import { describe, expect, test } from '@jest/globals';
import { parseGold, readGold } from './gold_files.ts';
import { toCollected } from './to_collected.ts';

const good = `title: Payments
kind: incident
language: en
reader: anna
window: 2026-03-02T00:00Z 2026-03-03T00:00Z
person anna: Anna Weber
person ben: Ben Okafor
bot ci: Build Bot
===
// a comment
p1 2026-03-01T08:00Z ben: before the window
  p2 2026-03-02T08:00Z anna: a reply to it
p3 2026-03-02T09:00Z ben: @anna look
  | at this:
  |   indented
  +thumbsup anna, ben
  !file plan.pdf
  !pin
  p4 2026-03-02T12:00Z anna: Shall we?
    +eyes ben
p5 2026-03-02T10:00Z ci: Build 12 passed
===
must_include: p3
must_not_include: p5
decisions:
actions: p3 anna | p4 all
questions: p4
`;

describe('a gold file', () => {
  const gold = parseGold('payments.txt', good);

  test('gives posts with all that belongs to them', () => {
    expect(gold.posts.map((post) => post.id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    expect(gold.posts[2]).toMatchObject({
      message: '@anna look\nat this:\n  indented',
      reactions: [{ emoji: 'thumbsup', userIds: ['anna', 'ben'] }],
      fileNames: ['plan.pdf'],
      pinned: true,
      mentionsReader: true,
      mentionedIds: ['anna'],
    });
    expect(gold.posts[3]).toMatchObject({ rootId: 'p3', pinned: false });
  });

  test('gives the verdict', () => {
    expect(gold.verdict).toEqual({
      mustInclude: ['p3'],
      mustNotInclude: ['p5'],
      decisions: [],
      actions: [
        { postId: 'p3', assignee: 'anna' },
        { postId: 'p4', assignee: 'all' },
      ],
      questions: [{ postId: 'p4', answerId: undefined }],
    });
  });

  test('comes to the engine as collecting would give it', () => {
    const { channels, leftOut, people } = toCollected(gold);
    const [channel] = channels;
    // In the order of time, without bots, and with the older root as context.
    expect(channel?.posts.map((post) => post.id)).toEqual(['p2', 'p3', 'p4']);
    expect([...(channel?.roots.keys() ?? [])]).toEqual(['p1']);
    expect(leftOut.botPosts).toBe(1);
    expect(people.get('ben')?.name).toBe('Ben Okafor');
  });

  test.each([
    ['an id out of order', 'p5 2026', 'p6 2026', 21, 'the id must be p5'],
    ['an unknown author', 'ci: Build 12', 'cj: Build 12', 21, 'nobody is called cj'],
    ['a time that is none', '2026-03-02T10:00Z ci', '2026-13-02T10:00Z ci', 21, 'there is no time'],
    ['a reply before its root', 'T12:00Z anna', 'T08:30Z anna', 19, 'older than p3'],
    ['a post after the window', '02T10:00Z ci', '04T10:00Z ci', 21, 'after the window'],
    ['an unknown mark', '!pin', '!pim', 18, 'begins with'],
    ['an unknown reaction', '+eyes ben', '+eyes bob', 20, 'nobody is called bob'],
    ['a wrong indent', '  !pin', '   !pin', 18, 'not indented by 2'],
    ['a label on no post', 'questions: p4', 'questions: p9', 27, 'there is no post p9'],
    ['a label on context', 'include: p3', 'include: p1', 23, 'older than the window'],
    ['labels that contradict', 'not_include: p5', 'not_include: p3', 24, 'must be and must not'],
    ['an unknown assignee', 'p3 anna |', 'p3 bob |', 26, 'nobody is called "bob"'],
    ['a label twice', 'include: p3', 'include: p3 p3', 23, 'p3 is there twice'],
    ['an unknown label', 'questions: p4', 'question: p4', 27, 'begins with none of'],
    ['a missing field', 'kind: incident\n', '', 7, 'kind is missing'],
    ['an unknown language', 'language: en', 'language: xx', 8, 'language xx'],
    ['a reader who is a bot', 'reader: anna', 'reader: ci', 8, 'one of the people'],
    ['a part too many', 'questions: p4', 'questions: p4\n===', 1, 'three parts'],
  ])('is refused for %s', (_, from, to, line, what) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    expect(() => parseGold('payments.txt', bad)).toThrow(`payments.txt:${line}: `);
    expect(() => parseGold('payments.txt', bad)).toThrow(what);
  });
});

test.each([
  ['tuning', 50],
  ['held_back', 25],
] as const)('the part %s can be read', (part, channels) => {
  const all = readGold(part);
  expect(all).toHaveLength(channels);
  for (const { posts, verdict } of all) {
    expect(posts.length).toBeGreaterThanOrEqual(40);
    expect(verdict.mustInclude.length).toBeGreaterThan(0);
  }
});
