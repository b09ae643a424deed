import { describe, expect, test } from '@jest/globals';

import { GobDecoder, int, struct } from '../../../../server/wire/gob/index.ts';
import { maxPlansPerSchema } from '../../../../server/wire/gob/limits.ts';
import { cachedPlan, cachePlan } from '../../../../server/wire/gob/plan_cache.ts';
import { bytesOf, int as id, message, structDefinition } from '../../../support/gob_bytes.ts';

const plan = (): undefined => undefined;

describe('the plan cache', () => {
  test('keeps a plan for each target and signature', () => {
    const [first, second] = [struct('A', {}), struct('A', {})];
    cachePlan(first, 's', plan);
    expect(cachedPlan(first, 's')).toBe(plan);
    expect(cachedPlan(first, 't')).toBeUndefined();
    expect(cachedPlan(second, 's')).toBeUndefined();
  });

  test('lets go of all plans of a target that has met too many types', () => {
    const target = struct('A', {});
    for (let index = 0; index < maxPlansPerSchema; index++) cachePlan(target, `${index}`, plan);
    expect(cachedPlan(target, '0')).toBe(plan);
    cachePlan(target, 'one more', plan);
    expect([cachedPlan(target, '0'), cachedPlan(target, 'one more')]).toEqual([undefined, plan]);
  });

  test('does not confuse types whose parts differ deep inside', () => {
    const schema = struct('S', { a: struct('I', { x: int }) });
    const decodeWith = (inner: Readonly<Record<string, number>>, hex: string): unknown => {
      const decoder = new GobDecoder();
      const types = [structDefinition(65, { A: 66 }), structDefinition(66, inner)];
      decoder.push(bytesOf(...types, message(id(65), '01', hex, '00')));
      return decoder.decode(schema);
    };
    expect(decodeWith({ X: 2 }, '01 02 00')).toEqual({ a: { x: 1 } });
    expect(decodeWith({ Y: 2, X: 2 }, '01 04 01 06 00')).toEqual({ a: { x: 3 } });
    expect(decodeWith({ X: 2, Y: 2 }, '01 04 01 06 00')).toEqual({ a: { x: 2 } });
    expect(decodeWith({ Y: 6, X: 2 }, '01 01 61 01 06 00')).toEqual({ a: { x: 3 } });
  });
});
