/** Serves the plugin API to one plugin process: answers as net/rpc handlers, counted, and subject to faults. */
import { apiMethods } from '../../../server/mattermost/api/api.ts';
import type { Method } from '../../../server/mattermost/api/method.ts';
import { pluginHttpMethod } from '../../../server/mattermost/api/plugin_http.ts';
import { appErrorField } from '../../../server/mattermost/api/results.ts';
import { GoError } from '../../../server/mattermost/model/index.ts';
import type { AppErrorInput } from '../../../server/mattermost/model/index.ts';
import type { Schema, StructSchema } from '../../../server/wire/gob/index.ts';
import { rpcHandler, type RpcHandler } from '../../../server/wire/netrpc/index.ts';
import { AppFailure } from '../app_failure.ts';
import type { Faults, FaultTarget } from '../faults.ts';
import type { ApiAnswers } from './answers.ts';
import { channelAnswers } from './channel_answers.ts';
import type { ApiContext } from './context.ts';
import { kvAnswers } from './kv_answers.ts';
import { fileAnswers, postAnswers, reactionAnswers } from './post_answers.ts';
import { interactionAnswers, logAnswers, serverAnswers } from './server_answers.ts';
import { botAnswers, permissionAnswers, teamAnswers, userAnswers } from './user_answers.ts';

/** Counts calls by Go name. */
export type CallCounts = Map<string, number>;

/** What stands between the wire and the answers. */
export interface ApiServerOptions {
  readonly faults: Faults;
  readonly target: FaultTarget;
  readonly counts: CallCounts;
}

/** An answer with its types folded away; arguments and result are those of the method it is kept under. */
type AnyAnswer = (...args: readonly unknown[]) => unknown;

/** The handlers of one process's API stream. A method that is not there is answered by net/rpc itself. */
export function apiHandlers(
  context: ApiContext,
  options: ApiServerOptions,
): ReadonlyMap<string, RpcHandler> {
  const answers: ApiAnswers = {
    ...kvAnswers(context),
    ...botAnswers(context),
    ...userAnswers(context),
    ...teamAnswers(context),
    ...permissionAnswers(context),
    ...channelAnswers(context),
    ...postAnswers(context),
    ...reactionAnswers(context),
    ...fileAnswers(context),
    ...serverAnswers(context),
    ...logAnswers(context),
    ...interactionAnswers(context),
  };
  const handlers = new Map<string, RpcHandler>();
  for (const key of keysOf(apiMethods)) {
    const method: Method = apiMethods[key];
    // The map type of `ApiAnswers` has checked each answer against its method.
    const answer = answers[key] as AnyAnswer;
    handlers.set(`Plugin.${method.name}`, methodHandler(method, answer, options));
  }
  handlers.set(`Plugin.${pluginHttpMethod.name}`, pluginHttpHandler(context, options));
  return handlers;
}

function methodHandler(method: Method, answer: AnyAnswer, options: ApiServerOptions): RpcHandler {
  const { reply } = method.result;
  return rpcHandler<StructSchema, Schema>(method.args, reply, (values) => {
    const args = Object.values(values);
    count(options.counts, method.name);
    const faults = options.faults.meet(method.name, options.target.node, () => args);
    // Without faults the answer stays synchronous: the round trip of a call is a benchmark.
    if (faults.length === 0) return reported(reply, () => answer(...args));
    return reported(reply, async () => {
      await options.faults.strike(faults, 'before', options.target);
      const value = await answer(...args);
      await options.faults.strike(faults, 'after', options.target);
      return value;
    });
  });
}

function pluginHttpHandler(context: ApiContext, options: ApiServerOptions): RpcHandler {
  const { name, args, reply } = pluginHttpMethod;
  return rpcHandler(args, reply, async ({ request, requestBody }) => {
    count(options.counts, name);
    const faults = options.faults.meet(name, options.target.node, () => [request, requestBody]);
    try {
      await options.faults.strike(faults, 'before', options.target);
      const response = await context.callPlugin({
        method: request.method === '' ? 'GET' : request.method,
        url: request.url,
        headers: request.header ?? new Map<string, string[]>(),
        body: requestBody,
      });
      await options.faults.strike(faults, 'after', options.target);
      return {
        response: {
          status: String(response.status),
          statusCode: response.status,
          header: new Map([...response.headers].map(([key, values]) => [key, [...values]])),
        },
        responseBody: response.body,
      };
    } catch (error) {
      // The server has no error result here: it answers with an absent response.
      if (error instanceof AppFailure) return {};
      throw error;
    }
  });
}

/** A reply struct with the answer's value, or with its failure where the method has a place for one. */
function reported(reply: Schema, run: () => unknown): unknown {
  try {
    const value = run();
    return value instanceof Promise
      ? value.then(
          (later: unknown) => ({ a: later }),
          (error: unknown) => failed(reply, error),
        )
      : { a: value };
  } catch (error) {
    return failed(reply, error);
  }
}

/** @throws what was thrown, when the method's results have no place for it. */
function failed(reply: Schema, thrown: unknown): unknown {
  const fields = isStruct(reply) ? Object.entries(reply.fields) : [];
  const [key, schema] = fields.at(-1) ?? [];
  if (key === undefined || !(thrown instanceof Error)) throw thrown;
  if (schema === GoError) return { [key]: toGoError(thrown) };
  if (thrown instanceof AppFailure && isAppErrorField(schema)) return { [key]: toAppError(thrown) };
  throw thrown;
}

function toGoError(error: Error): unknown {
  return error instanceof AppFailure
    ? { type: '*model.AppError', value: toAppError(error) }
    : { type: '*plugin.ErrorString', value: { code: 0, err: error.message } };
}

function toAppError(failure: AppFailure): AppErrorInput {
  const { code, message, detail, statusCode, where } = failure;
  return { id: code, message, detailedError: detail, statusCode, where };
}

function isStruct(schema: Schema): schema is StructSchema {
  return schema.kind === 'struct';
}

function isAppErrorField(schema: unknown): boolean {
  return schema === appErrorField;
}

function count(counts: CallCounts, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function keysOf<T extends object>(object: T): (keyof T)[] {
  return Object.keys(object) as (keyof T)[];
}
