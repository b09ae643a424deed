/** A served method, with its types folded away so that many of them fit in one map. */
import { isPromise } from 'node:util/types';
import { incomplete, type GobDecoder, type Infer, type Input, type Schema } from '../gob/index.ts';

/** What a handler knows about its request besides the arguments. */
export interface RpcContext {
  /** Aborts when the stream ends before the reply: nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** Sends a reply of any type with its schema; given by the server to a finished invocation. */
export type Reply = <S extends Schema>(schema: S, value: Input<S>) => void;

/** One decoded request, ready to run. Calls `reply` once, at once or later, unless it throws or rejects. */
export type Invocation = (context: RpcContext, reply: Reply) => Promise<void> | undefined;

/** A served method. Made by `rpcHandler`. */
export interface RpcHandler {
  /** Decodes the arguments, or says that they have not arrived whole. */
  decode(decoder: GobDecoder): Invocation | typeof incomplete;
}

/**
 * Serves a method with `handle`. Whatever `handle` throws is answered as the error text of its message; causes
 * stay here.
 */
export function rpcHandler<A extends Schema, R extends Schema>(
  args: A,
  reply: R,
  handle: (args: Infer<A>, context: RpcContext) => Promise<Input<R>> | Input<R>,
): RpcHandler {
  return {
    decode: (decoder) => {
      const value = decoder.decode(args);
      if (value === incomplete) return incomplete;
      return (context, send) => {
        const result = handle(value, context);
        if (isPromise(result)) return result.then((later) => send(reply, later));
        send(reply, result);
        return undefined;
      };
    },
  };
}
