/** One call of the API over the wire, with the wire's errors made into the API's. */
import type { Infer, Input, Schema } from '../../wire/gob/index.ts';
import type { RpcCallOptions, RpcClient } from '../../wire/netrpc/index.ts';
import { fromGoError, fromRpcError } from './errors.ts';
import { toStruct } from './method.ts';
import type { Method } from './method.ts';

/** The part of an RPC client that the API needs. */
export type Caller = Pick<RpcClient, 'call'>;

/** Calls a method by its Go name. @throws {ApiError} as a rejection. */
export async function send<A extends Schema, R extends Schema>(
  caller: Caller,
  name: string,
  args: A,
  value: Input<A>,
  reply: R,
  options?: RpcCallOptions,
): Promise<Infer<R>> {
  try {
    return await caller.call(`Plugin.${name}`, args, value, reply, options);
  } catch (thrown) {
    throw fromRpcError(name, thrown);
  }
}

/** Calls a method of the table with its arguments in order. @throws {ApiError} as a rejection. */
export async function invoke<Value>(
  caller: Caller,
  { name, args, result }: Method<readonly Schema[], Value>,
  values: readonly unknown[],
): Promise<Value> {
  const outcome = result.read(await send(caller, name, args, toStruct(values), result.reply));
  if (outcome.ok) return outcome.value;
  throw fromGoError(name, outcome.error);
}
