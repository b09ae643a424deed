/** A type that a stream has defined, as a decoder sees it. */

import type { DecodeTarget } from './decode_target.ts';
import type { Source } from './source.ts';
import type { TypeDefinition } from './wire_type.ts';

/** Reads one value and leaves the source behind it. */
export type Decode = (source: Source) => unknown;

/** A definition, and the functions compiled for it so far on this stream. */
export class IncomingType {
  readonly definition: TypeDefinition;
  /** Decoders of values inside others. */
  readonly inner = new WeakMap<DecodeTarget, Decode>();
  /** Decoders of values at top level and in interfaces. */
  readonly outer = new WeakMap<DecodeTarget, Decode>();

  constructor(definition: TypeDefinition) {
    this.definition = definition;
  }
}
