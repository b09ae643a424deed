import { describe, expect, test } from '@jest/globals';
import { defaultConfiguration, parseConfiguration } from '../../../server/config/index.ts';
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
  test.each(['', '{}', 'null', '{"other": {"a": 1}}'])('of %j is the default', (json) => {
    const { log, warnings } = listening();
    expect(parseConfiguration(json, log)).toEqual(defaultConfiguration);
    expect(warnings).toEqual([]);
  });

  test('takes numbers, and numbers in quotes, under keys in any case', () => {
    const json = '{"maxschedulesperuser": 3, "MaxChannelsPerSchedule": "7", "HISTORYDAYS": ""}';
    const bytes = new TextEncoder().encode(json);
    const { log, warnings } = listening();
    expect(parseConfiguration(bytes, log)).toEqual({
      ...defaultConfiguration,
      schedulesPerUser: 3,
      channelsPerSchedule: 7,
    });
    expect(warnings).toEqual([]);
  });

  test.each([0, 101, 1.5, '"many"', true, '[]', '{}', -4])('does not take %s', (value) => {
    const { log, warnings } = listening();
    expect(parseConfiguration(`{"MaxSchedulesPerUser": ${value}}`, log)).toEqual(
      defaultConfiguration,
    );
    expect(warnings).toEqual(['MaxSchedulesPerUser: 1 to 100']);
  });

  test.each(['{', '[]', '7'])('that is %j is the default, and said to be wrong', (json) => {
    const { log, warnings } = listening();
    expect(parseConfiguration(json, log)).toEqual(defaultConfiguration);
    expect(warnings).toHaveLength(1);
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(parseConfiguration('', silentLog))).toBe(true);
    expect(defaultConfiguration).toMatchObject({
      schedulesPerUser: 10,
      channelsPerSchedule: 20,
      postsPerChannel: 1000,
      postsPerRecap: 3000,
      historyDays: 90,
    });
  });
});
