/**
 * What decoded values cost in memory, in words of 8 bytes as measured in V8. A byte on the wire can become
 * hundreds in memory (an empty struct of many fields, a map, a `Uint8Array`), so decoders count the words of
 * a value while they build it, and stop at `GobLimits.maxWords`.
 */

import { asNode, type Schema } from './schema.ts';
import { fieldsOf } from './struct_fields.ts';

/** An object of a known shape, without its fields. */
const objectWords = 3;
/** An array, without its elements. */
export const arrayWords = 4;
/** An element: its place, and a small string or number in it. */
export const elementWords = 4;
/** A `Map`, or an object without a prototype, which is a dictionary. */
export const dictionaryWords = 24;
/** An entry of either. */
export const entryWords = 10;
/** A `Uint8Array` beside its bytes. */
export const bytesWords = 28;

/** What the zero value of `schema` costs beside the place it is in. */
export function zeroWords(schema: Schema): number {
  const node = asNode(schema);
  switch (node.kind) {
    case 'slice':
      return arrayWords;
    case 'array':
      return arrayWords + node.length * (1 + zeroWords(node.element));
    case 'map':
      return dictionaryWords;
    case 'complex':
      return objectWords + 2;
    case 'struct':
      return fieldsOf(node).reduce(
        (words, field) => words + 1 + zeroWords(field.schema),
        objectWords,
      );
    default:
      return 0;
  }
}
