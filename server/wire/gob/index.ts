/** Go's encoding/gob: schemas that describe Go types, and the codec of one stream. */
export { create } from './create.ts';
export { decodeOnce, GobDecoder, incomplete } from './decode.ts';
export { encodeOnce, GobEncoder } from './encode.ts';
export { GobError, type GobErrorCode } from './errors.ts';
export { defaultLimits, type GobLimits } from './limits.ts';
export * from './schema.ts';
