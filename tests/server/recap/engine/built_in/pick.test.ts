/** How much of a channel is told. */
import { describe, expect, test } from '@jest/globals';
import { quotas } from '../../../../../server/recap/engine/built_in/limits.ts';
import { pick } from '../../../../../server/recap/engine/built_in/pick.ts';
import { scoreTalks } from '../../../../../server/recap/engine/built_in/score.ts';
import { channel } from '../../fixtures.ts';
import { restless, talksOf } from './steps.ts';

const cargo = 'apples bricks cement drills engines flour gravel hammers iron jars'.split(' ');
const ports = 'Aarhus Bergen Cadiz Dublin Emden Faro Genoa Hull Izmir Jaffa'.split(' ');
const lines = Array.from({ length: 100 }, (_, at) => {
  const time = `${String(8 + Math.floor(at / 10)).padStart(2, '0')}:${String((at % 10) * 6).padStart(2, '0')}`;
  const [what = '', where = ''] = [cargo[at % 10], ports[Math.floor(at / 10)]];
  return `${time} ana${at % 7}: Ship ${at} brought ${at * 13} crates of ${what} to ${where} this time.`;
});

async function picked(
  texts: readonly string[],
  length: keyof typeof quotas,
  told: readonly string[] = [],
): Promise<string[]> {
  const talks = await talksOf(texts);
  const scores = await scoreTalks(talks, 'rita', restless);
  const reading = { channel: channel('steps', texts), talks, scores, weight: 0 };
  const options = { quota: quotas[length], told: new Set(told), of: () => true };
  return (await pick(reading, options, restless)).map(({ entry }) => entry.unit.clean.text);
}

describe('a channel', () => {
  test('is told by the root of its messages', async () => {
    const few = (await picked(lines.slice(0, 25), 'standard')).length;
    const many = (await picked(lines, 'standard')).length;
    expect(few).toBeGreaterThan(0);
    expect(many / few).toBeLessThanOrEqual(2.5);
  });

  test('is told longer to who wants more', async () => {
    const brief = (await picked(lines, 'brief')).length;
    const standard = (await picked(lines, 'standard')).length;
    const detailed = (await picked(lines, 'detailed')).length;
    expect(brief).toBeLessThan(standard);
    expect(standard).toBeLessThan(detailed);
  });

  test('of noise is not told', async () => {
    expect(await picked(['09:00 ana: ok', '09:01 ben: lol', '09:02 ana: thx'], 'detailed')).toEqual(
      [],
    );
  });

  test('is not told again', async () => {
    const [first] = channel('steps', lines).posts;
    const again = await picked(lines, 'detailed', [first?.id ?? '']);
    expect(again).not.toContain(first?.message);
  });

  test('tells the same only once', async () => {
    const same = 'The crane at berth two stands still until two in the afternoon.';
    const all = await picked([`09:00 ana: ${same}`, `12:00 ben: ${same}`], 'detailed');
    expect(all).toEqual([same]);
  });

  test('tells a plain decision, a promise and an open question beside its best messages', async () => {
    const extras = [
      '18:00 ana: We decided to drop it.',
      "19:00 ben: I'll do it by Friday then.",
      '20:00 cleo: Who has the keys of the second warehouse in Hull, and since when?',
    ];
    const all = await picked([...lines, ...extras], 'standard');
    for (const extra of extras) expect(all).toContain(extra.slice(extra.indexOf(': ') + 2));
  });

  test('asks back nothing that was a joke', async () => {
    const texts = [...lines, '20:00 cleo: Shall we all go and have lunch on the crane in Hull?'];
    expect((await picked(texts, 'standard')).join()).not.toContain('lunch');
  });
});
