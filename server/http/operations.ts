/** The operations of the contract as routes: what each takes is checked here, what it does is in a handler. */
import type { Hono } from 'hono';
import type { z } from 'zod';
import { operations } from '../contract/index.ts';
import type { Operation, OperationId, Operations } from '../contract/index.ts';
import { errorAnswer, nothingHere } from './errors.ts';
import { readJson, refuseOtherMethods } from './routing.ts';
import type { Environment } from './routing.ts';

/** A checked request. */
export interface OperationRequest<O> {
  /** Who is signed in. */
  readonly userId: string;
  /** The ids in the path; empty where the route has none. One that is malformed is as unknown as any other. */
  readonly scheduleId: string;
  readonly postId: string;
  readonly query: O extends { readonly query: infer Q extends z.ZodType } ? z.infer<Q> : undefined;
  readonly body: O extends { readonly body: infer B extends z.ZodType } ? z.infer<B> : undefined;
  /** Sets a header of the answer. */
  readonly header: (name: string, value: string) => void;
}

type Answer<O> = O extends { readonly answer: infer A extends z.ZodType } ? z.infer<A> : undefined;

/** What does the work of each operation. Handlers throw what `answerTo` translates. */
export type Handlers = {
  readonly [Id in OperationId]: (
    request: OperationRequest<Operations[Id]>,
  ) => Promise<Answer<Operations[Id]>>;
};

/** Tells whether a user manages the system. */
export type MayAdminister = (userId: string) => Promise<boolean>;

type AnyHandler = (request: OperationRequest<unknown>) => Promise<unknown>;

/** Adds every operation to the interface; its routes answer all other methods with 405. */
export function addOperations(
  api: Hono<Environment>,
  handlers: Handlers,
  mayAdminister: MayAdminister,
): void {
  const entries = Object.entries(operations) as readonly [OperationId, Operation][];
  for (const [id, operation] of entries) {
    // The handler of an id takes what the schemas of the same id yield, which the types cannot say of a loop.
    addOperation(api, operation, handlers[id], mayAdminister);
  }
  const routes = Map.groupBy(entries, ([, operation]) => operation.route);
  for (const [route, sharing] of routes) {
    const methods = sharing.map(([, { method }]) => method.toUpperCase());
    refuseOtherMethods(api, route, methods.join(', '));
  }
}

function addOperation(
  api: Hono<Environment>,
  operation: Operation,
  handle: AnyHandler,
  mayAdminister: MayAdminister,
): void {
  const { method, route, query, body, status } = operation;
  api[method](route, async (c) => {
    if (operation.admin === true && !(await mayAdminister(c.get('userId')))) {
      return errorAnswer(c, 'not_found', nothingHere);
    }
    const parameters: Readonly<Record<string, string>> = c.req.param();
    const answer = await handle({
      userId: c.get('userId'),
      scheduleId: parameters['schedule_id'] ?? '',
      postId: parameters['post_id'] ?? '',
      query: query?.parse(c.req.query()) as undefined,
      body: (body === undefined ? undefined : body.parse(await readJson(c.req.raw))) as undefined,
      header: (name, value) => {
        c.header(name, value);
      },
    });
    if (status === 204) return c.body(null, 204);
    return new Response(JSON.stringify(answer), {
      status,
      headers: { ...Object.fromEntries(c.res.headers), 'Content-Type': 'application/json' },
    });
  });
}
