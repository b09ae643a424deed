/** The best of several, none like another. */
import { describe, expect, test } from '@jest/globals';
import { byTime, choose } from '../../../../../server/recap/engine/built_in/select.ts';
import { entriesOf } from './steps.ts';

async function candidates(scores: readonly number[], lines: readonly string[]) {
  const found = await entriesOf(lines);
  return found.map((one, at) => ({ ...one, score: scores[at] ?? 0 }));
}
const texts = (chosen: Awaited<ReturnType<typeof candidates>>): string[] =>
  chosen.map(({ entry }) => entry.unit.clean.text);

const lines = [
  '09:00 ana: the crane at berth two stands still',
  '12:00 ben: invoices were paid twice last month',
  '15:00 cleo: the crane at berth two stands still',
  '18:00 dan: new badges are at the reception',
];

describe('choosing', () => {
  test('takes the best first', async () => {
    const chosen = choose(await candidates([0.1, 0.9, 0.2, 0.5], lines), 2, 4);
    expect(texts(chosen)).toEqual([lines[1]?.slice(11), lines[3]?.slice(11)]);
  });

  test('passes over what was said already', async () => {
    const chosen = choose(await candidates([0.9, 0.1, 0.8, 0.2], lines), 3, 4);
    expect(texts(chosen)).toHaveLength(3);
    expect(new Set(texts(chosen)).size).toBe(3);
  });

  test('leaves room for other conversations', async () => {
    const thread = [
      '09:00 ana: alpha',
      '> 09:01 ben: beta',
      '> 09:02 ana: gamma',
      '12:00 dan: delta',
    ];
    const chosen = choose(await candidates([0.9, 0.8, 0.7, 0.1], thread), 4, 2);
    expect(texts(chosen)).toEqual(['alpha', 'beta', 'delta']);
  });

  test('does not depend on chance: the older of two equal ones comes first', async () => {
    const all = await candidates([0.5, 0.5, 0.5, 0.5], lines);
    expect(choose(all, 1, 4)).toEqual(choose(all.toReversed(), 1, 4));
    expect(all.toReversed().sort(byTime)).toEqual(all);
  });
});
