/** Who is behind a request. */
import type { Context } from '../model/index.ts';

/** Who is behind an HTTP request, on the server's word. */
export interface HttpCaller {
  /**
   * The signed-in user. Undefined without a session, and also when a request that changes something failed the
   * server's check against forged requests. Under `sourcePluginId` it is that plugin's word only.
   */
  readonly userId: string | undefined;
  /** The plugin that sent the request by PluginHTTP; undefined for everyone else. */
  readonly sourcePluginId: string | undefined;
  /** Session, address and client of the request. */
  readonly context: Context;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}
