/** What the compilers of single kinds of types need from the compilation they are part of. */

import type { DecodeTarget } from './decode_target.ts';
import type { Decode } from './incoming_type.ts';
import type { TypeDefinition } from './wire_type.ts';

/** The compilation, seen from one type. */
export interface Parts {
  /** What a part of the type is. */
  definition(id: number): TypeDefinition;
  /** The decoder of a part of the type. */
  decoder(id: number, target: DecodeTarget): Decode;
  /**
   * The least bytes that each element (or each entry, of two types) takes in the message that holds their
   * count: 0 when one of the types has values that hold interfaces, since all the rest may come in later
   * messages then; otherwise 1 for each type, as even an empty struct has an end.
   */
  bytesEach(...ids: readonly number[]): number;
}
