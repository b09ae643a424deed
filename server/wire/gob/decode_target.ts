/** What a value is decoded into: a schema, or one of two targets that take any type. */

import type { SchemaNode } from './schema.ts';

/** Reads and forgets. Always structurally: what interfaces hold may define types, so no length can be trusted. */
export const skipped = { kind: 'skipped' } as const;

/** Builds a `GobValue` from whatever type arrives. */
export const anything = { kind: 'anything' } as const;

/** What a decoder is compiled for, beside the type on the wire. Compared by identity. */
export type DecodeTarget = SchemaNode | typeof skipped | typeof anything;
