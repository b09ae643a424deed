/** Reading one record of several: one that cannot be understood must not hide the others. */
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { StoreError } from './errors.ts';

/**
 * What was read; `unreadable`, and a line in the log, for a record of a later version or a broken one.
 *
 * @throws {StoreError} when the key-value store does not answer.
 */
export async function understood<T>(
  scheduleId: string,
  read: Promise<T>,
  log: Log,
): Promise<T | 'unreadable'> {
  try {
    return await read;
  } catch (thrown) {
    const code = thrown instanceof StoreError ? thrown.code : undefined;
    if (code !== 'newer_format' && code !== 'corrupt') throw thrown;
    log.warn('the record of a schedule cannot be understood', {
      schedule: scheduleId,
      error: toError(thrown),
    });
    return 'unreadable';
  }
}
