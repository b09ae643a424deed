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
   * The least bytes that each element of this type takes in the message that holds their count: 0 when its
   * values hold interfaces, since the rest may come in later messages; otherwise 1, as even an empty struct
   * has an end.
   */
  bytesEach(id: number): number;
}
