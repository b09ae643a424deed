import { describe, expect, test } from '@jest/globals';

import {
  any,
  create,
  int,
  interfaceOf,
  map,
  optional,
  slice,
  string,
  struct,
  type GobValue,
} from '../../../../server/wire/gob/index.ts';
import { composites, holder, payload, pointers } from '../../../support/gob_schemas.ts';

describe('create', () => {
  test('gives the zero value when there is none', () => {
    expect(create(composites)).toMatchObject({
      ints: [],
      bools: [false, false],
      grid: [
        [0, 0],
        [0, 0],
      ],
      byName: new Map(),
      inner: { x: 0, y: 0 },
    });
    expect(Object.values(create(pointers))).toEqual(Array.from({ length: 11 }));
    expect(create(holder)).toStrictEqual({
      a: null,
      err: undefined,
      list: [],
      map: new Map(),
      pair: [null, null],
      last: '',
    });
    expect(create(payload('gobEncoder'))).toBeUndefined();
  });

  test('fills up what is given, as deep as it goes', () => {
    const item = struct('Item', { id: string, tags: slice(string) });
    const schema = struct('S', {
      items: slice(item),
      byId: map(string, item),
      last: optional(item),
      held: interfaceOf({ item }),
    });
    const full = { id: 'a', tags: [] };
    expect(
      create(schema, {
        items: [{ id: 'a' }],
        byId: new Map([['k', { id: 'a' }]]),
        last: { id: 'a' },
        held: { type: 'item', value: { id: 'a' } },
      }),
    ).toStrictEqual({
      items: [full],
      byId: new Map([['k', full]]),
      last: full,
      held: { type: 'item', value: full },
    });
  });

  test('copies: nothing is shared with the value it was given', () => {
    const bytes = Uint8Array.of(1);
    const given = { a: [{ b: bytes }] };
    const made = create(any, given) as { readonly a: readonly [{ readonly b: Uint8Array }] };
    bytes[0] = 2;
    given.a.push({ b: bytes });
    expect(made).toEqual({ a: [{ b: Uint8Array.of(1) }] });
  });

  test('gives anys the form that decoding gives them', () => {
    const value = JSON.parse('{"__proto__":1,"list":[]}') as GobValue;
    const made = create(any, { n: 5n, big: 2n ** 60n, value, lone: '\ud800' }) as object;
    expect(Object.getPrototypeOf(made)).toBeNull();
    expect(made).toEqual({ n: 5, big: 2n ** 60n, value, lone: '\ufffd' });
  });

  test('makes new containers each time', () => {
    const schema = struct('S', { list: slice(int) });
    create(schema).list.push(1);
    expect(create(schema).list).toEqual([]);
  });
});
