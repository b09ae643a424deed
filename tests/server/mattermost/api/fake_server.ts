/** The server's end of the API over a stream in memory: what it was asked, and what it answers. */
import { systemClock } from '../../../../server/clock.ts';
import { silentLog } from '../../../../server/log.ts';
import { createApi } from '../../../../server/mattermost/index.ts';
import type { Api } from '../../../../server/mattermost/index.ts';
import type { Schema } from '../../../../server/wire/gob/index.ts';
import { RpcClient, RpcServer, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
import type { RpcHandler } from '../../../../server/wire/netrpc/index.ts';
import { memoryStreamPair } from '../../../support/memory_stream.ts';

/** One method as the server knows it. */
export interface ServedMethod {
  readonly name: string;
  readonly args: Schema;
  readonly reply: Schema;
  readonly answer: (args: unknown) => unknown;
}

/** An API whose server knows `methods` and nothing else. */
export function serve(...methods: readonly ServedMethod[]): { api: Api; close: () => void } {
  const [near, far] = memoryStreamPair();
  const handlers = new Map(
    methods.map(({ name, args, reply, answer }): [string, RpcHandler] => [
      `Plugin.${name}`,
      rpcHandler(args, reply, (values) => answer(values)),
    ]),
  );
  const server = new RpcServer(far, handlers, { log: silentLog });
  const client = new RpcClient(near, { clock: systemClock, log: silentLog });
  return {
    api: createApi(client),
    close: () => {
      client.close();
      server.close();
    },
  };
}
