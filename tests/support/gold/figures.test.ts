/** What a recap is worth, told of one whose worth is plain. */
import { describe, expect, test } from '@jest/globals';
import type {
  RecapDocument,
  RecapItem,
  RecapLine,
  SectionKind,
} from '../../../server/recap/document.ts';
import { measureRecap, sumFigures } from './figures.ts';
import { parseGold } from './gold_files.ts';
import { shareOf } from './ratio.ts';

const posts = Array.from({ length: 8 }, (_, at) => {
  return `p${at + 1} 2026-03-02T0${at}:00Z ben: message ${at + 1}`;
});
const gold = parseGold(
  'plain.txt',
  `title: Plain
kind: test
language: en
reader: anna
window: 2026-03-02T00:00Z 2026-03-03T00:00Z
person anna: Anna
person ben: Ben
===
${posts.join('\n')}
===
must_include: p1 p2 p3 p4
must_not_include: p8
decisions: p1 p2
actions: p3 ben | p4 all
questions: p5 -> p6 | p7
`,
);

function line(id: number): RecapLine {
  const extras = { codeLines: 0, tableRows: 0, images: 0, fileNames: [] };
  return {
    postId: `p${id}`,
    channelId: 'plain',
    authorId: 'ben',
    author: 'Ben',
    createAt: id,
    text: `message ${id}`,
    cutBefore: false,
    cutAfter: false,
    extras,
    earlier: false,
  };
}

function item(id: number, more: Partial<RecapItem> = {}): RecapItem {
  return { line: line(id), followUps: [], replies: 0, people: 1, ...more };
}

function recap(sections: Partial<Record<SectionKind, RecapItem[]>>): RecapDocument {
  const { for_you: forYou, ...rest } = sections;
  const numbers = { messages: 8, people: 1, files: 0 };
  return {
    engine: 'test',
    window: gold.window,
    ...(forYou === undefined ? {} : { forYou: { kind: 'for_you', items: forYou, more: 0 } }),
    channels: [
      {
        channelId: 'plain',
        name: 'Plain',
        kind: 'public',
        teamName: 'team',
        linkName: 'plain',
        sections: Object.entries(rest).map(([kind, items]) => {
          return { kind: kind as SectionKind, items, more: 0 };
        }),
        numbers,
        activity: [],
        participants: [],
      },
    ],
    quiet: [],
    numbers,
    leftOut: { unreadableChannels: 0, excessChannels: 0, botPosts: 0, trimmed: [] },
  };
}

describe('the figures', () => {
  test('of a mixed recap', () => {
    const figures = measureRecap(
      gold,
      recap({
        for_you: [item(4)],
        decisions: [item(1), item(5)],
        action_items: [item(3, { assigneeId: 'ben' })],
        open_questions: [item(7)],
        highlights: [item(6), item(8)],
      }),
    );
    expect(figures).toMatchObject({
      quoted: 7,
      mustInclude: { hits: 3, of: 4 },
      mustNotInclude: { hits: 1, of: 7 },
      decisionPrecision: { hits: 1, of: 2 },
      decisionRecall: { hits: 1, of: 2 },
      actionPrecision: { hits: 1, of: 1 },
      actionRecall: { hits: 2, of: 2 },
      assignee: { hits: 1, of: 1 },
      openPrecision: { hits: 1, of: 1 },
      openRecall: { hits: 1, of: 1 },
      answerRecall: { hits: 1, of: 1 },
      answerShown: { hits: 1, of: 1 },
      duplicates: { hits: 0, of: 7 },
      order: { hits: 2, of: 2 },
    });
  });

  test('count a labelled message below an item for the item', () => {
    const figures = measureRecap(gold, recap({ decisions: [item(1, { followUps: [line(2)] })] }));
    expect(figures.decisionPrecision).toEqual({ hits: 1, of: 1 });
    expect(figures.decisionRecall).toEqual({ hits: 2, of: 2 });
  });

  test('count a task that a decision tells with the right person, apart from those told as tasks', () => {
    const named = recap({ decisions: [item(3, { assigneeId: 'ben' })] });
    expect(measureRecap(gold, named)).toMatchObject({
      actionRecall: { hits: 0, of: 2 },
      actionNamed: { hits: 1, of: 2 },
    });
    const wrong = recap({ decisions: [item(3, { assigneeId: 'anna' })] });
    expect(measureRecap(gold, wrong).actionNamed.hits).toBe(0);
  });

  test('count a topic for nothing', () => {
    const figures = measureRecap(gold, recap({ highlights: [item(6, { topic: line(8) })] }));
    expect(figures.mustNotInclude).toEqual({ hits: 0, of: 1 });
  });

  test.each([
    ['the same message', [item(6), item(6)]],
    ['the same words', [item(6), { ...item(7), line: { ...line(7), text: 'Message 6!' } }]],
  ])('see %s told twice', (_, highlights) => {
    expect(measureRecap(gold, recap({ highlights })).duplicates.hits).toBe(1);
  });

  test('see what is out of order', () => {
    expect(measureRecap(gold, recap({ highlights: [item(6), item(2)] })).order).toEqual({
      hits: 0,
      of: 1,
    });
  });

  test('see who was named wrongly, or named at all', () => {
    const actions = [item(3, { assigneeId: 'anna' }), item(4, { assigneeId: 'ben' })];
    expect(measureRecap(gold, recap({ action_items: actions })).assignee.hits).toBe(0);
  });

  test('add up', () => {
    const one = measureRecap(gold, recap({ decisions: [item(1)] }));
    expect(sumFigures([one, one])).toMatchObject({
      quoted: 2,
      mustInclude: { hits: 2, of: 8 },
      decisionPrecision: { hits: 2, of: 2 },
    });
    expect(shareOf(sumFigures([]).mustInclude)).toBe(1);
  });
});
