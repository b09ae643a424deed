/** The two services of the control stream, the first stream of a session: `Control` and `Dispenser`. */
import { bool, string, uint } from '../gob/index.ts';
import { Empty, rpcHandler, type RpcHandler } from '../netrpc/index.ts';

/** Whether the plugin is alive. The argument is always true and means nothing. */
export const ping = { method: 'Control.Ping', args: bool, reply: Empty } as const;

/** Asks the plugin to exit once it has answered. The argument is always true and means nothing. */
export const quit = { method: 'Control.Quit', args: bool, reply: Empty } as const;

/** Asks for an implementation by name; the answer is the broker id it will be served on. */
export const dispense = { method: 'Dispenser.Dispense', args: string, reply: uint } as const;

/** What the control stream can make a plugin do. */
export interface ControlHandlers {
  /** The host asked for the end. Called after the answer has been queued. */
  readonly onQuit: () => void;
  /** Begins to serve `name` and returns its broker id. What it throws is the host's error text. */
  readonly onDispense: (name: string) => number;
}

/** The handlers of the control stream. */
export function controlHandlers(handlers: ControlHandlers): ReadonlyMap<string, RpcHandler> {
  return new Map([
    [ping.method, rpcHandler(ping.args, ping.reply, () => ({}))],
    [
      quit.method,
      rpcHandler(quit.args, quit.reply, () => {
        // The answer is written when this returns; a microtask runs after that.
        queueMicrotask(handlers.onQuit);
        return {};
      }),
    ],
    [dispense.method, rpcHandler(dispense.args, dispense.reply, handlers.onDispense)],
  ]);
}
