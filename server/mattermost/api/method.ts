/**
 * How one method of the plugin API travels: a service method of net/rpc whose arguments are a struct with the
 * fields A, B, C in the order of the Go parameters, and whose reply is a struct with the results likewise.
 *
 * A method is plain data with types: the client calls by it, and a host can answer by it.
 */
import { struct } from '../../wire/gob/index.ts';
import type { Input, Schema, StructSchema } from '../../wire/gob/index.ts';
import type { Result } from './results.ts';

/** A method of the API. `Parameters` are the schemas of A, B, C. */
export interface Method<Parameters extends readonly Schema[] = readonly Schema[], Value = unknown> {
  /** The Go name, without the service in front. */
  readonly name: string;
  readonly parameters: Parameters;
  /** The arguments as one struct, with the keys a, b, c. */
  readonly args: StructSchema;
  readonly result: Result<Value>;
}

/** What a method takes, one value after the other. */
export type Arguments<Parameters extends readonly Schema[]> = {
  [K in keyof Parameters]: Input<Parameters[K]>;
};

/** Describes a method by its Go name, the schemas of its parameters, and its results. */
export function method<const Parameters extends readonly Schema[], Value, Out>(
  name: string,
  parameters: Parameters,
  result: Result<Value, Out>,
): Method<Parameters, Value> {
  const fields = Object.fromEntries(parameters.map((schema, index) => [letter(index), schema]));
  return { name, parameters, args: struct(`Z_${name}Args`, fields), result };
}

/** Arguments as the struct that travels: the first under `a`, the next under `b`. */
export function toStruct(values: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(values.map((value, index) => [letter(index), value]));
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
