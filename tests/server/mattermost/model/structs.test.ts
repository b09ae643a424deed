import { describe, expect, test } from '@jest/globals';
import { ErrorString } from '../../../../server/mattermost/index.ts';
import * as model from '../../../../server/mattermost/model/index.ts';
import type { Schema, StructSchema } from '../../../../server/wire/gob/index.ts';
import { decodeOnce, encodeOnce } from '../../../../server/wire/gob/index.ts';
import { kindOf, surface, withoutPointers } from '../surface.ts';

/** Structs of which only a part is read, on purpose. */
const partial = new Set([
  'Config',
  'ServiceSettings',
  'TeamSettings',
  'LocalizationSettings',
  'DataRetentionSettings',
  'ClusterSettings',
  'MetricsSettings',
  'License',
  'Response',
  'PrivacySettings',
  'HTTPRequestSubset',
]);

function isStruct(value: unknown): value is StructSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'struct';
}

/** Wire names and kinds of a struct's fields. */
function fieldsOf(struct: StructSchema): [string, string][] {
  return Object.entries(struct.fields).map(([key, field]) => {
    if ('wireName' in field) return [field.wireName, kindOf(field.schema)];
    return [key.charAt(0).toUpperCase() + key.slice(1), kindOf(field)];
  });
}

const exported: readonly unknown[] = Object.values(model);
const structs = exported
  .filter(isStruct)
  .map((struct): [string, StructSchema] => [kindOf(struct), struct]);

describe('each struct has the fields of its Go type', () => {
  test.each(structs)('%s', (goName, struct) => {
    const go = new Map(
      surface.structs[goName]?.map(([name, kind]) => [name, withoutPointers(kind)]),
    );
    expect(go.size).toBeGreaterThan(0);
    const fields = fieldsOf(struct);
    for (const [name, kind] of fields) expect([name, go.get(name)]).toEqual([name, kind]);
    if (!partial.has(goName))
      expect(new Set(go.keys())).toEqual(new Set(fields.map(([name]) => name)));
  });

  test('and none was left out of the list', () => {
    expect(structs.length).toBeGreaterThanOrEqual(60);
  });
});

describe('a struct that refers to itself', () => {
  test('AutocompleteData keeps its sub-commands and their arguments', () => {
    const text = {
      type: '*model.AutocompleteTextArg',
      value: { hint: '[name]', pattern: '' },
    } as const;
    const input = {
      trigger: 'recap',
      subCommands: [
        { trigger: 'show', arguments: [{ type: 'TextInput', required: true, data: text }] },
      ],
    };
    const back = decodeOnce(model.AutocompleteData, encodeOnce(model.AutocompleteData, input));
    expect(back.subCommands[0]?.trigger).toBe('show');
    expect(back.subCommands[0]?.arguments[0]?.data).toEqual(text);
    expect(back.subCommands[0]?.subCommands).toEqual([]);
  });

  test('CommandResponse keeps its further responses', () => {
    const schema: Schema<model.CommandResponse, model.CommandResponseInput> = model.CommandResponse;
    const back = decodeOnce(schema, encodeOnce(schema, { extraResponses: [{ text: 'more' }] }));
    expect(back.extraResponses.map(({ text }) => text)).toEqual(['more']);
  });
});

test('a Go error holds a registered type', () => {
  const input = { type: '*plugin.ErrorString', value: { code: 1, err: 'EOF' } } as const;
  const holder = model.GoError;
  expect(holder.concretes['*plugin.ErrorString']).toBe(ErrorString);
  expect(input.value).toEqual(decodeOnce(ErrorString, encodeOnce(ErrorString, input.value)));
});
