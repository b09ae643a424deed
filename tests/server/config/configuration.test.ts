import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  defaultConfiguration,
  readConfiguration,
  shownConfiguration,
} from '../../../server/config/index.ts';
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

  test.each([
    ['AIEngine', 'agents', { aiEngine: 'agents' }],
    ['AIEngine', 'openai', { aiEngine: 'openai' }],
    ['OpenAIBaseURL', ' https://ai.example/v1 ', { openAiBaseUrl: 'https://ai.example/v1' }],
    ['OpenAIBaseURL', 'http://127.0.0.1:1234/v1', { openAiBaseUrl: 'http://127.0.0.1:1234/v1' }],
    ['OpenAIKey', 'k', { openAiKey: 'k' }],
    ['AgentsService', 'Local model', { agentsService: 'Local model' }],
    ['AIPrivateChannels', true, { aiPrivateChannels: true }],
    ['AIDirectMessages', 'true', { aiDirectMessages: true }],
    ['AITimeoutSeconds', '20', { aiTimeoutSeconds: 20 }],
  ])('takes %s of %j', (key, value, expected) => {
    const { log, warnings } = listening();
    expect(readConfiguration({ [key]: value }, log)).toEqual({
      ...defaultConfiguration,
      ...expected,
    });
    expect(warnings).toEqual([]);
  });

  test.each([
    ['AIEngine', 'on'],
    ['AIEngine', true],
    ['OpenAIBaseURL', 'ai.example'],
    ['OpenAIBaseURL', 'ftp://ai.example/v1'],
    ['OpenAIBaseURL', 'https://me:secret@ai.example/v1'],
    ['OpenAIBaseURL', 'https://ai.example/v1?key=secret'],
    ['OpenAIKey', 'two\nlines'],
    ['OpenAIKey', 7],
    ['OpenAIModel', 'm'.repeat(201)],
    ['AIPrivateChannels', 'yes'],
    ['AITimeoutSeconds', 4],
  ])('does not take %s of %j, and does not repeat it', (key, value) => {
    const { log, warnings } = listening();
    expect(readConfiguration({ [key]: value }, log)).toEqual(defaultConfiguration);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(new RegExp(`^${key}: `));
    if (typeof value === 'string') expect(warnings[0]).not.toContain(value);
  });

  test('sends nothing anywhere, and shows nothing private, unless the administrator says so', () => {
    expect(defaultConfiguration).toMatchObject({
      aiEngine: 'off',
      openAiBaseUrl: '',
      aiPrivateChannels: false,
      aiDirectMessages: false,
    });
  });

  test('shows of a secret only that it is there', () => {
    const shown = shownConfiguration(readConfiguration({ OpenAIKey: 'abc-123' }, silentLog));
    expect(shown).toMatchObject({ openAiKey: '(set)', openAiModel: '', historyDays: 90 });
    expect(JSON.stringify(shown)).not.toContain('abc-123');
    expect(shownConfiguration(defaultConfiguration)).toMatchObject({ openAiKey: '' });
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
        settings: z.array(
          z.object({
            key: z.string(),
            type: z.string(),
            default: z.union([z.number(), z.boolean(), z.string()]).optional(),
            options: z.array(z.object({ value: z.string() })).optional(),
            secret: z.boolean().optional(),
          }),
        ),
      }),
    })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../plugin.json'), 'utf8')));
  // A custom one only shows something.
  const settings = manifest.settings_schema.settings.flatMap((setting) => {
    const { default: value } = setting;
    return setting.type === 'custom' || value === undefined ? [] : [{ ...setting, default: value }];
  });

  test('offers each setting with the default that holds', () => {
    const offered = Object.fromEntries(settings.map(({ key, default: value }) => [key, value]));
    const { log, warnings } = listening();
    expect(readConfiguration(offered, log)).toEqual(defaultConfiguration);
    expect(warnings).toEqual([]);
    expect(settings).toHaveLength(Object.keys(defaultConfiguration).length);
  });

  test.each(settings)('offers no setting that does nothing: $key', (setting) => {
    const { log } = listening();
    for (const value of otherValues(setting)) {
      const changed = readConfiguration({ [setting.key]: value }, log);
      expect(changed).not.toEqual(defaultConfiguration);
    }
  });

  test('marks as secret what is one', () => {
    const secrets = settings.filter(({ secret }) => secret === true).map(({ key }) => key);
    expect(secrets).toEqual(['OpenAIKey']);
  });

  /** Values beside the default: every option of a list, or one of the setting's type. */
  function otherValues(setting: (typeof settings)[number]): readonly unknown[] {
    if (setting.key === 'AccessTeam') return ['harbour'];
    const { default: value, options } = setting;
    if (options !== undefined) {
      return options.filter((option) => option.value !== value).map((option) => option.value);
    }
    if (typeof value === 'number') return [value + 1];
    return typeof value === 'boolean' ? [!value] : ['https://ai.example/v1'];
  }
});
