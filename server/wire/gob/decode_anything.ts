/** Decodes values of any type without a schema, into what JSON has and a little more. */

import { anything } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { Decode } from './incoming_type.ts';
import type { Parts } from './parts.ts';
import { fieldOutOfRange } from './reader.ts';
import type { Source } from './source.ts';
import type { TypeDefinition } from './wire_type.ts';
import { arrayWords, dictionaryWords, elementWords, entryWords } from './words.ts';
import { decodeElements } from './decode_elements.ts';

/** An object that inherits nothing, so that no key from outside means anything. */
function emptyObject(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** The function that reads values of a type as a `GobValue`. */
export function compileAnything(definition: TypeDefinition, parts: Parts): Decode {
  switch (definition.kind) {
    case 'bool':
      return (source) => source.bool();
    case 'int':
      return (source) => source.exactInt();
    case 'uint':
      return (source) => source.exactUint();
    case 'float':
      return (source) => source.float();
    case 'complex':
      return (source) => Object.assign(emptyObject(), { re: source.float(), im: source.float() });
    case 'string':
      return (source) => source.string();
    case 'bytes':
    case 'opaque':
      return (source) => source.byteSlice();
    case 'interface':
      return (source) => (source.interfaceName() === '' ? null : source.concrete(anything));
    case 'slice': {
      const element = parts.decoder(definition.element, anything);
      const bytesEach = parts.bytesEach(definition.element);
      return (source) => decodeElements(source, source.count(bytesEach), element);
    }
    case 'array': {
      const { length } = definition;
      const element = parts.decoder(definition.element, anything);
      return (source) => {
        if (source.uint() !== length)
          throw new GobError('malformed', `it is no array of ${length}`);
        return decodeElements(source, length, element);
      };
    }
    case 'map': {
      const key = parts.decoder(definition.key, anything);
      const element = parts.decoder(definition.element, anything);
      const bytesEach = parts.bytesEach(definition.key, definition.element);
      const simple = isSimple(parts.definition(definition.key));
      return (source) => {
        const count = source.count(bytesEach);
        return simple
          ? decodeObject(source, count, key, element)
          : decodePairs(source, count, key, element);
      };
    }
    case 'struct':
      return compileStruct(
        definition.fields.map((field) => field.name),
        definition.fields.map((field) => parts.decoder(field.id, anything)),
      );
  }
}

/** Whether map keys of this type can be property names. */
function isSimple({ kind }: TypeDefinition): boolean {
  return ['string', 'int', 'uint', 'bool', 'float'].includes(kind);
}

function decodeObject(source: Source, count: number, key: Decode, element: Decode): unknown {
  source.enter(dictionaryWords + count * entryWords);
  const object = emptyObject();
  for (let index = 0; index < count; index++) object[String(key(source))] = element(source);
  source.leave();
  return object;
}

/** Maps whose keys cannot be property names: an array of `[key, value]`. */
function decodePairs(source: Source, count: number, key: Decode, element: Decode): unknown[] {
  source.enter(arrayWords + count * (elementWords + arrayWords + 2 * elementWords));
  const pairs: unknown[] = [];
  for (let index = 0; index < count; index++) pairs.push([key(source), element(source)]);
  source.leave();
  return pairs;
}

/** Only the fields that were sent: without a schema, an absent field cannot be told from a nil pointer. */
function compileStruct(names: readonly string[], fields: readonly Decode[]): Decode {
  return (source) => {
    source.enter(dictionaryWords);
    const object = emptyObject();
    let number = -1;
    for (let delta = source.uint(); delta !== 0; delta = source.uint()) {
      number += delta;
      const name = names[number];
      const field = fields[number];
      if (name === undefined || field === undefined) throw fieldOutOfRange();
      source.spend(entryWords);
      object[name] = field(source);
    }
    source.leave();
    return object;
  };
}
