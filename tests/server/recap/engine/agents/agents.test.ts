/** The Agents plugin's bridge, through its versions. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../../../server/clock.ts';
import { describeError } from '../../../../../server/log.ts';
import { ApiError } from '../../../../../server/mattermost/index.ts';
import type {
  PluginHttpRequest,
  PluginHttpResponse,
} from '../../../../../server/mattermost/index.ts';
import { agentsModel } from '../../../../../server/recap/engine/agents/index.ts';
import type { Question, Reply } from '../../../../../server/recap/engine/ai/index.ts';

const botId = 'b'.repeat(26);
const readerId = 'r'.repeat(26);
const question: Question = {
  system: 'Rules.',
  user: 'DATA',
  schema: { type: 'object' },
  maxAnswerTokens: 99,
  readerId,
  channelId: 'c'.repeat(26),
};

let routes: Record<string, PluginHttpResponse | Error>;
let requests: PluginHttpRequest[];

beforeEach(() => {
  requests = [];
  routes = { services: reply(200, { services: [] }), agents: reply(200, { agents: [] }) };
});

function reply(status: number, body: unknown): PluginHttpResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: new Headers(), body: new TextEncoder().encode(text) };
}

function ask(service = ''): Promise<Reply> {
  const model = agentsModel({
    clock: {
      ...systemClock,
      sleep: (ms, stop) => (ms === 5000 ? systemClock.sleep(ms, stop) : Promise.resolve()),
    },
    fraction: () => 0,
    timeoutMs: 5000,
    concurrency: 1,
    service,
    api: {
      pluginHttp: (request) => {
        requests.push(request);
        const route = /^\/mattermost-ai\/bridge\/v1\/([^?]+)/.exec(request.path)?.[1] ?? '';
        const answer = routes[route] ?? reply(404, { error: 'not found' });
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    },
  });
  return model.ask(question, new AbortController().signal);
}

const paths = (): string[] =>
  requests.map(({ path }) => path.replace('/mattermost-ai/bridge/v1/', ''));
const done = (text: string): PluginHttpResponse => reply(200, { completion: text });
const agent = (id: string, more: object = {}): object => ({
  id,
  username: `${id.slice(0, 3)}bot`,
  displayName: 'Copilot',
  ...more,
});

describe('the bridge', () => {
  test('is asked through a service where there is one, for the reader', async () => {
    routes['services'] = reply(200, {
      services: [{ id: 's1', name: 'Local model', type: 'ollama' }],
    });
    routes['completion/service/s1/nostream'] = done('{"highlights":[]}');
    expect(await ask()).toEqual({ text: '{"highlights":[]}', model: 'Local model' });
    expect(paths()).toEqual([`services?user_id=${readerId}`, 'completion/service/s1/nostream']);
    const [, request] = requests;
    expect(request?.method).toBe('POST');
    expect(JSON.parse(new TextDecoder().decode(request?.body))).toEqual({
      posts: [
        { role: 'system', message: 'Rules.' },
        { role: 'user', message: 'DATA' },
      ],
      max_generated_tokens: 99,
      json_output_format: { type: 'object' },
      user_id: readerId,
      channel_id: question.channelId,
      operation: 'recaps',
      operation_subtype: 'summarize_channel',
    });
  });

  test.each([
    ['by id', 's2', 'Other'],
    ['by name', 'Other', 'Other'],
  ])(
    'is asked through the service that the administrator names %s',
    async (_name, service, model) => {
      routes['services'] = reply(200, {
        services: [
          { id: 's1', name: 'One' },
          { id: 's2', name: 'Other' },
        ],
      });
      routes['completion/service/s2/nostream'] = done('{}');
      expect(await ask(service)).toMatchObject({ model });
    },
  );

  test('is asked through the default agent where no service is listed', async () => {
    routes['agents'] = reply(200, {
      agents: [agent('x'.repeat(26)), agent(botId, { is_default: true })],
    });
    routes[`completion/agent/${botId}/nostream`] = done('{}');
    expect(await ask()).toEqual({ text: '{}', model: 'Copilot' });
    expect(paths().at(-1)).toBe(`completion/agent/${botId}/nostream`);
  });

  test.each([
    ['does not know services', reply(404, { error: 'no route' })],
    ['has none to list', reply(200, { services: null })],
  ])('of a version that %s is asked through an agent', async (_name, services) => {
    routes['services'] = services;
    routes['agents'] = reply(200, { agents: [agent(botId)] });
    routes[`completion/agent/${botId}/nostream`] = done('{}');
    expect(await ask()).toMatchObject({ text: '{}' });
  });

  test('of the first versions knows an agent by its user name, and is asked once more by that', async () => {
    routes['agents'] = reply(200, { agents: [agent(botId)] });
    routes['completion/agent/bbbbot/nostream'] = done('{}');
    expect(await ask('bbbbot')).toMatchObject({ text: '{}' });
    expect(paths().slice(-2)).toEqual([
      `completion/agent/${botId}/nostream`,
      'completion/agent/bbbbot/nostream',
    ]);
  });

  test('never gets a path that would have to be escaped', async () => {
    routes['services'] = reply(200, { services: [{ id: '../../x?y=%25', name: '' }] });
    await expect(ask()).rejects.toMatchObject({ code: 'failed' });
    expect(requests).toHaveLength(1);
  });

  const withService = (answer: PluginHttpResponse | Error): void => {
    routes['services'] = reply(200, { services: [{ id: 's1', name: 'One' }] });
    routes['completion/service/s1/nostream'] = answer;
  };

  test.each<[string, PluginHttpResponse | Error, string, number]>([
    ['a request that it does not take', reply(400, { error: 'secret words' }), 'failed', 1],
    ['no plugin id', reply(401, ''), 'refused', 1],
    ['a user who may not', reply(403, { error: 'secret words' }), 'refused', 1],
    ['an agent that is gone', reply(404, { error: 'secret words' }), 'failed', 1],
    ['a service behind it that fails', reply(500, { error: 'secret words' }), 'failed', 3],
    ['another answer', reply(200, { answer: 'secret words' }), 'failed', 1],
    ['no JSON', reply(200, '<h1>secret words</h1>'), 'failed', 1],
    ['an answer without end', reply(200, { completion: 'x'.repeat(600_000) }), 'too_large', 1],
    ['no answer', new ApiError('unavailable', 'PluginHTTP', 'no answer'), 'unreachable', 1],
  ])('with %s fails in our words', async (_name, answer, code, tries) => {
    withService(answer);
    const thrown: unknown = await ask().catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code });
    expect(describeError(thrown)).not.toContain('secret words');
    expect(paths().filter((path) => path.startsWith('completion'))).toHaveLength(tries);
  });

  test('is said to be absent where the plugin is not active', async () => {
    routes = {};
    await expect(ask()).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('has nobody to ask where the reader may use nothing', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'refused' });
    await expect(ask('other')).rejects.toMatchObject({ code: 'refused' });
  });
});
