/** A session whose peer is the test, and what the tests of sessions share. */
import { silentLog } from '../../server/log.ts';
import type { ByteStream } from '../../server/wire/bytes/index.ts';
import { YamuxSession } from '../../server/wire/yamux/index.ts';
import type { Role, YamuxConfig } from '../../server/wire/yamux/index.ts';
import { ManualClock, settle } from './manual_clock.ts';
import { ScriptedTransport } from './scripted_transport.ts';

/** A session, its clock, its peer, and the streams the peer opened. */
export interface ScriptedSession {
  session: YamuxSession;
  transport: ScriptedTransport;
  clock: ManualClock;
  streams: ByteStream[];
  /** The peer sends these chunks; what the session answers, in words, once all is quiet. */
  exchange(...chunks: Uint8Array[]): Promise<string[]>;
}

/** Makes a session. With `listen: false` nobody takes the peer's streams yet. */
export function scriptedSession(
  options: { role?: Role; config?: Partial<YamuxConfig>; listen?: boolean } = {},
): ScriptedSession {
  const transport = new ScriptedTransport();
  const clock = new ManualClock();
  const session = new YamuxSession(transport, {
    role: options.role ?? 'server',
    log: silentLog,
    clock,
    config: options.config ?? {},
  });
  const streams: ByteStream[] = [];
  if (options.listen !== false) session.onStream((stream) => streams.push(stream));
  return {
    session,
    transport,
    clock,
    streams,
    async exchange(...chunks) {
      transport.feed(...chunks);
      await settle();
      return transport.takeWords();
    },
  };
}

/** The code of what a promise rejects with, or of what it resolves with when that is an error. */
export async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  const result = await promise.catch((thrown: unknown) => thrown);
  if (!(result instanceof Error)) return undefined;
  return 'code' in result ? String(result.code) : result.message;
}
