/** Reads values that nobody wants. What is skipped may define types, so every part is read all the same. */

import { skipped } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { Decode } from './incoming_type.ts';
import type { Parts } from './parts.ts';
import type { Source } from './source.ts';
import { fieldOutOfRange } from './reader.ts';
import type { TypeDefinition } from './wire_type.ts';

const skipNumber: Decode = (source) => source.skipNumber();
const skipBytes: Decode = (source) => source.skipBytes();

/** The function that passes over values of a type. */
export function compileSkip(definition: TypeDefinition, parts: Parts): Decode {
  switch (definition.kind) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
      return skipNumber;
    case 'complex':
      return (source) => {
        source.skipNumber();
        source.skipNumber();
      };
    case 'string':
    case 'bytes':
    case 'opaque':
      return skipBytes;
    case 'interface':
      return (source) => {
        if (source.interfaceName() !== '') source.concrete(skipped);
      };
    case 'slice': {
      const element = parts.decoder(definition.element, skipped);
      const bytesEach = parts.bytesEach(definition.element);
      return (source) => skipElements(source, source.count(bytesEach), element);
    }
    case 'array': {
      const { length } = definition;
      const element = parts.decoder(definition.element, skipped);
      return (source) => {
        if (source.uint() !== length)
          throw new GobError('malformed', `it is no array of ${length}`);
        skipElements(source, length, element);
      };
    }
    case 'map': {
      const key = parts.decoder(definition.key, skipped);
      const element = parts.decoder(definition.element, skipped);
      const bytesEach = parts.bytesEach(definition.key, definition.element);
      return (source) =>
        skipElements(source, source.count(bytesEach), () => {
          key(source);
          element(source);
        });
    }
    case 'struct': {
      return skipStruct(definition.fields.map((field) => parts.decoder(field.id, skipped)));
    }
  }
}

/** Every element takes at least a byte, so a count that lies ends with the message. */
function skipElements(source: Source, count: number, element: Decode): void {
  source.enter(0);
  for (let index = 0; index < count; index++) element(source);
  source.leave();
}

function skipStruct(fields: readonly Decode[]): Decode {
  return (source) => {
    source.enter(0);
    let number = -1;
    for (let delta = source.uint(); delta !== 0; delta = source.uint()) {
      number += delta;
      const field = fields[number];
      if (field === undefined) throw fieldOutOfRange();
      field(source);
    }
    source.leave();
  };
}
