/** The server's logs. */
import { any, slice, string } from '../../wire/gob/index.ts';
import { AuditRecord } from '../model/index.ts';
import type { AuditRecordInput } from '../model/index.ts';
import { method } from './method.ts';
import { nothing } from './results.ts';

/** Facts beside a log line, as text. */
export type LogPairs = readonly (readonly [key: string, value: string])[];

/** Calls that write logs. The server adds the plugin's id. */
export interface LogApi {
  /** Logs at debug level. */
  logDebug(message: string, pairs: LogPairs): Promise<void>;
  /** Logs at info level. */
  logInfo(message: string, pairs: LogPairs): Promise<void>;
  /** Logs at warn level. */
  logWarn(message: string, pairs: LogPairs): Promise<void>;
  /** Logs at error level. */
  logError(message: string, pairs: LogPairs): Promise<void>;
  /** Adds to the server's audit log; `unsupported` on servers before 10.10. */
  logAuditRec(record: AuditRecordInput): Promise<void>;
}

const pairs = slice(any);

/** The wire forms of `LogApi`: the pairs travel as one flat list of texts, as Go's own client sends them. */
export const logMethods = {
  logDebug: method('LogDebug', [string, pairs], nothing),
  logInfo: method('LogInfo', [string, pairs], nothing),
  logWarn: method('LogWarn', [string, pairs], nothing),
  logError: method('LogError', [string, pairs], nothing),
  logAuditRec: method('LogAuditRec', [AuditRecord], nothing),
};
