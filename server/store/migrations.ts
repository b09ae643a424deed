/**
 * Records of schedules as earlier versions of the plugin wrote them, brought to the layout of today, one step a
 * layout. A record is rewritten in the new layout by its next change, never just because it was read: while a cluster
 * is upgraded, nodes of the earlier version may still be at work.
 */
import { StoreError } from './errors.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The step from each layout to the next. */
const steps: Readonly<Record<number, (record: Fields) => Fields>> = {
  1: (record) => {
    const schedule = fieldsOf(record['schedule']);
    const isPaused = schedule['enabled'] === false && schedule['finished_at'] === null;
    return {
      ...record,
      format: 2,
      notice_at: null,
      deleted_at: null,
      schedule: {
        ...schedule,
        pause_until: null,
        resume_at: null,
        pause_reason: isPaused ? 'owner' : null,
        failures: 0,
      },
    };
  },
};

/**
 * The record in the layout `current`. What has no known layout is given back as it is, for the schema to refuse.
 *
 * @throws {StoreError} `newer_format` for a record of a later version of the plugin.
 */
export function migrate(stored: unknown, current: number): unknown {
  let record = fieldsOf(stored);
  const format = record['format'];
  if (typeof format === 'number' && format > current) {
    throw new StoreError(
      'newer_format',
      `the record has layout ${format}, and this version knows those up to ${current}`,
    );
  }
  for (let layout = format; typeof layout === 'number' && layout < current; layout += 1) {
    const step = steps[layout];
    if (step === undefined) return stored;
    record = step(record);
  }
  return record;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
