/** Where a hook's call came from. Source: plugin.Context. */
import { named, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** The session and client behind a hook's call; fields are empty where there is none. */
export const Context = struct('Context', {
  sessionId: string,
  requestId: string,
  ipAddress: named('IPAddress', string),
  acceptLanguage: string,
  userAgent: string,
  /** Websocket connection; newer servers only. */
  connectionId: string,
});
/** A decoded `Context`. */
export type Context = Infer<typeof Context>;
