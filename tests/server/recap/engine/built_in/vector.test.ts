/** Likeness of topics, in scripts with spaces and without. */
import { describe, expect, test } from '@jest/globals';
import { likeness } from '../../../../../server/recap/engine/built_in/vector.ts';
import { entriesOf } from './steps.ts';

async function likenessOf(first: string, second: string): Promise<number> {
  const [a, b] = await entriesOf([
    `09:00 ana: ${first}`,
    `12:00 ben: ${second}`,
    '15:00 cleo: something else entirely 別の話です',
  ]);
  if (a === undefined || b === undefined) throw new Error('no messages');
  return likeness(a.entry.vector, b.entry.vector);
}

describe('likeness', () => {
  test.each([
    ['the same words', 'crane berth broken', 'crane berth broken', 0.99, 1.01],
    ['nothing in common', 'crane berth broken', 'invoice paid twice', 0, 0.01],
    ['Japanese by pairs of letters', 'データベース障害の原因', 'データベースが復旧', 0.3, 1],
    ['Japanese, nothing in common', 'データベース障害', '昼食の予定', 0, 0.01],
    ['Thai by pairs of letters', 'ฐานข้อมูลหยุดทำงาน', 'ฐานข้อมูลกลับมาแล้ว', 0.2, 1],
  ])('%s', async (_, first, second, least, most) => {
    const value = await likenessOf(first, second);
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  });
});
