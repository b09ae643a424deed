/** The way to the server's API, for code that is made before there is one. */
import type { Caller } from '../api/index.ts';
import { RpcError } from '../../wire/netrpc/index.ts';

/**
 * Stands for the RPC client that exists only once the server has activated the plugin. Calls before that fail
 * with `closed`, as they do when the connection is lost.
 */
export class ApiConnection implements Caller {
  #caller: Caller = {
    call: (method) =>
      Promise.reject(new RpcError('closed', `${method}: the plugin is not activated yet`)),
  };

  /** Sends the calls from now on through `caller`. */
  attach(caller: Caller): void {
    this.#caller = caller;
  }

  call: Caller['call'] = (...call) => this.#caller.call(...call);
}
