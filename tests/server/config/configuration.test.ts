import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { defaultConfiguration, readConfiguration } from '../../../server/config/index.ts';
import type { Log } from '../../../server/log.ts';
import { silentLog } from '../../../server/log.ts';

function listening(): { log: Log; warnings: string[] } {
  const warnings: string[] = [];
  const warn: Log['warn'] = (message, fields) => {
    const { setting, range } = fields ?? {};
    warnings.push(setting === undefined ? message : `${String(setting)}: ${String(range)}`);
  };
  return { log: { ...silentLog, warn }, warnings };
}

describe('the configuration', () => {
  test.each([undefined, null, {}, { other: { a: 1 } }])('of %j is the default', (stored) => {
    const { log, warnings } = listening();
    expect(readConfiguration(stored, log)).toEqual(defaultConfiguration);
    expect(warnings).toEqual([]);
  });

  test('takes numbers, and numbers in quotes, under keys in any case', () => {
    const stored = { maxschedulesperuser: 3, MaxChannelsPerSchedule: '7', HISTORYDAYS: '' };
    const { log, warnings } = listening();
    expect(readConfiguration(stored, log)).toEqual({
      ...defaultConfiguration,
      schedulesPerUser: 3,
      channelsPerSchedule: 7,
    });
    expect(warnings).toEqual([]);
  });

  test.each([0, 101, 1.5, 'many', true, [], {}, -4])('does not take %j', (value) => {
    const { log, warnings } = listening();
    expect(readConfiguration({ MaxSchedulesPerUser: value }, log)).toEqual(defaultConfiguration);
    expect(warnings).toEqual(['MaxSchedulesPerUser: 1 to 100']);
  });

  test.each(['{}', [], 7])('that is %j is the default, and said to be wrong', (stored) => {
    const { log, warnings } = listening();
    expect(readConfiguration(stored, log)).toEqual(defaultConfiguration);
    expect(warnings).toHaveLength(1);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(readConfiguration({}, silentLog))).toBe(true);
    expect(defaultConfiguration).toMatchObject({
      schedulesPerUser: 10,
      channelsPerSchedule: 20,
      postsPerChannel: 1000,
      postsPerRecap: 3000,
      historyDays: 90,
    });
  });
});

describe('the manifest', () => {
  const manifest = z
    .object({
      settings_schema: z.object({
        settings: z.array(z.object({ key: z.string(), default: z.number() })),
      }),
    })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../plugin.json'), 'utf8')));
  const { settings } = manifest.settings_schema;

  test('offers each setting with the default that holds', () => {
    const offered = Object.fromEntries(settings.map(({ key, default: value }) => [key, value]));
    const { log, warnings } = listening();
    expect(readConfiguration(offered, log)).toEqual(defaultConfiguration);
    expect(warnings).toEqual([]);
    expect(settings).toHaveLength(Object.keys(defaultConfiguration).length);
  });

  test.each(settings)('offers no setting that does nothing: $key', ({ key, default: value }) => {
    const { log } = listening();
    const changed = readConfiguration({ [key]: value + 1 }, log);
    expect(changed).not.toEqual(defaultConfiguration);
  });
});
