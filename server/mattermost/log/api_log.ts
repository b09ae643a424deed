/** Logging through the server's own log. */
import { createLog } from '../../log.ts';
import type { Log, LogLevel } from '../../log.ts';
import type { LogApi, LogPairs } from '../api/index.ts';
import { maxOutstandingLogCalls, maxTextLength } from './limits.ts';

/** The part of the API that logs. */
export type LogCalls = Pick<LogApi, 'logDebug' | 'logInfo' | 'logWarn' | 'logError'>;

/**
 * A log that sends every line to the server. Lines never wait and never fail: while too many are under way they
 * are dropped, and the next line that gets through is followed by how many were.
 */
export function apiLog(api: LogCalls): Log {
  const calls: Readonly<Record<LogLevel, (message: string, pairs: LogPairs) => Promise<void>>> = {
    debug: (message, pairs) => api.logDebug(message, pairs),
    info: (message, pairs) => api.logInfo(message, pairs),
    warn: (message, pairs) => api.logWarn(message, pairs),
    error: (message, pairs) => api.logError(message, pairs),
  };
  let outstanding = 0;
  let dropped = 0;

  const send = (level: LogLevel, message: string, pairs: LogPairs): void => {
    outstanding += 1;
    const done = (): void => {
      outstanding -= 1;
      reportDropped();
    };
    calls[level](message, pairs).then(done, done);
  };

  const reportDropped = (): void => {
    if (dropped === 0) return;
    const count = dropped;
    dropped = 0;
    send('warn', 'log lines were dropped', [['count', String(count)]]);
  };

  return createLog((level, message, fields) => {
    if (outstanding >= maxOutstandingLogCalls) {
      dropped += 1;
      return;
    }
    const pairs = fields.map(([key, value]): readonly [string, string] => [key, cut(value)]);
    send(level, cut(message), pairs);
  });
}

function cut(text: string): string {
  return text.length <= maxTextLength ? text : `${text.slice(0, maxTextLength - 1)}…`;
}
