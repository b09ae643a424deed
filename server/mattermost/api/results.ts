/** The shapes that replies of the plugin API have: a value, an error, both or neither. */
import { optional, struct } from '../../wire/gob/index.ts';
import type { OptionalSchema, Schema } from '../../wire/gob/index.ts';
import { AppError, GoError } from '../model/index.ts';

/** What a reply said. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Exclude<GoError, undefined> };

/** The results of a Go method: the schema of the reply, and how it is read. */
export interface Result<Value, Out = unknown> {
  readonly reply: Schema<Out>;
  /** Splits a decoded reply into value or error. Method syntax on purpose: results of any kind are one family. */
  read(reply: Out): Outcome<Value>;
}

/** The schema of a `*model.AppError` result. */
export const appErrorField: OptionalSchema<typeof AppError> = optional(AppError);

/** No result at all. */
export const nothing: Result<void> = {
  reply: struct('Returns', {}),
  read: () => ({ ok: true, value: undefined }),
};

/** One result and no error. */
export function value<V>(schema: Schema<V>): Result<V, { a: V }> {
  return { reply: struct('Returns', { a: schema }), read: ({ a }) => ({ ok: true, value: a }) };
}

/** A `*model.AppError` alone. */
export const appErrorOnly: Result<void, { a: AppError | undefined }> = {
  reply: struct('Returns', { a: appErrorField }),
  read: ({ a }) => outcome(undefined, fromAppError(a)),
};

/** An `error` alone. */
export const goErrorOnly: Result<void, { a: GoError }> = {
  reply: struct('Returns', { a: GoError }),
  read: ({ a }) => outcome(undefined, a),
};

/** A result and a `*model.AppError`. */
export function orAppError<V>(schema: Schema<V>): Result<V, { a: V; b: AppError | undefined }> {
  return {
    reply: struct('Returns', { a: schema, b: appErrorField }),
    read: ({ a, b }) => outcome(a, fromAppError(b)),
  };
}

/** A result and an `error`. */
export function orGoError<V>(schema: Schema<V>): Result<V, { a: V; b: GoError }> {
  return {
    reply: struct('Returns', { a: schema, b: GoError }),
    read: ({ a, b }) => outcome(a, b),
  };
}

/** A pointer that is never nil, and no error. Absent counts as an error: it tells of a call that went wrong. */
export function present<V>(schema: Schema<V>): Result<V, { a: V | undefined }> {
  return {
    reply: struct('Returns', { a: optional(schema) }),
    read: ({ a }) => presence(a, undefined),
  };
}

/** A pointer that is nil only beside an error, and a `*model.AppError`. */
export function presentOrAppError<V>(
  schema: Schema<V>,
): Result<V, { a: V | undefined; b: AppError | undefined }> {
  return {
    reply: struct('Returns', { a: optional(schema), b: appErrorField }),
    read: ({ a, b }) => presence(a, fromAppError(b)),
  };
}

function outcome<V>(result: V, error: GoError): Outcome<V> {
  return error === undefined ? { ok: true, value: result } : { ok: false, error };
}

function presence<V>(result: V | undefined, error: GoError): Outcome<V> {
  if (error !== undefined) return { ok: false, error };
  if (result !== undefined) return { ok: true, value: result };
  const err = 'the server sent neither a result nor an error';
  return { ok: false, error: { type: '*plugin.ErrorString', value: { code: 0, err } } };
}

function fromAppError(error: AppError | undefined): GoError {
  return error === undefined ? undefined : { type: '*model.AppError', value: error };
}
