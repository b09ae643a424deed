/** The error family of the gob codec. */

import { CodedError } from '../../errors.ts';

/**
 * What went wrong, while decoding:
 *
 * - `malformed`: the bytes break a rule of the format;
 * - `truncated`: a message ended in the middle of a value;
 * - `undefined_type`: a type id was used that the stream never defined;
 * - `duplicate_type`: a type id was defined twice, or is reserved;
 * - `mismatch`: the type on the wire cannot be decoded into the schema;
 * - `limit`: a limit of `GobLimits` was passed;
 * - `incomplete`: the bytes given to `decodeOnce` do not hold exactly one value.
 *
 * While encoding:
 *
 * - `bad_value`: the value does not fit its schema; `path` names the place.
 *
 * In both directions:
 *
 * - `opaque`: the `toBytes` or `fromBytes` of an opaque schema threw; see `cause`;
 * - `bad_schema`: the schema describes no Go type.
 */
export type GobErrorCode =
  | 'malformed'
  | 'truncated'
  | 'undefined_type'
  | 'duplicate_type'
  | 'mismatch'
  | 'limit'
  | 'incomplete'
  | 'bad_value'
  | 'opaque'
  | 'bad_schema';

/**
 * Thrown by everything in this folder. A decoder that has thrown one is dead: its stream cannot be
 * understood any further and must be closed. An encoder that has thrown one has sent nothing and goes on.
 *
 * Messages name types and fields, never values.
 */
export class GobError extends CodedError<GobErrorCode> {
  /** Where in the value it went wrong, such as `posts[3].props.x`; empty when it is the value itself. */
  readonly path: string;

  constructor(
    code: GobErrorCode,
    message: string,
    options: { cause?: unknown; path?: string } = {},
  ) {
    super(code, message, 'cause' in options ? { cause: options.cause } : {});
    this.path = options.path ?? '';
  }
}
