import { expect, test } from '@jest/globals';
import { defaultConfiguration } from '../../../server/config/index.ts';
import { clientConfigOf } from '../../../server/plugin/client_config.ts';

test.each([
  ['none', {}, { available: false, name: '' }],
  ['the Agents plugin', { aiEngine: 'agents' }, { available: true, name: 'Agents' }],
  [
    'an endpoint',
    { aiEngine: 'openai', openAiBaseUrl: 'http://localhost:1/v1', openAiModel: 'small' },
    { available: true, name: 'small' },
  ],
  [
    'half an endpoint',
    { aiEngine: 'openai', openAiModel: 'small' },
    { available: false, name: '' },
  ],
] as const)('with %s as AI', (_name, changes, ai) => {
  expect(clientConfigOf({ ...defaultConfiguration, ...changes })).toEqual({
    schedules_per_user: 10,
    channels_per_schedule: 20,
    ai,
  });
});
