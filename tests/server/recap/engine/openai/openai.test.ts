/** The client against servers as they are: hosted ones, Ollama, LM Studio, broken ones and hostile ones. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../../../server/clock.ts';
import type { Clock } from '../../../../../server/clock.ts';
import { describeError } from '../../../../../server/log.ts';
import type { Model, Question, Reply } from '../../../../../server/recap/engine/ai/index.ts';
import { openAiModel } from '../../../../../server/recap/engine/openai/index.ts';
import { completion, json, LlmServer, refuses, says } from '../../../../support/llm_server.ts';
import type { LlmTurn } from '../../../../support/llm_server.ts';

const key = ['test', 'key', '0123456789'].join('-');
const secretWord = 'the merger is on Friday';
const question: Question = {
  system: 'Rules.',
  user: `DATA: ${secretWord}`,
  schema: { type: 'object', properties: {}, additionalProperties: false },
  maxAnswerTokens: 321,
  readerId: 'r',
  channelId: 'c',
};
const { signal } = new AbortController();

let server: LlmServer;
let model: Model;
let pauses: number[];

/** Real time for calls; pauses between tries are noted and skipped. */
const clock: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic(),
  sleep: (ms, stop) => {
    if (stop !== undefined && ms === timeoutMs) return systemClock.sleep(ms, stop);
    pauses.push(ms);
    return Promise.resolve();
  },
};
const timeoutMs = 400;

beforeAll(async () => {
  server = await LlmServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  pauses = [];
  model = make(server.baseUrl);
});

function make(baseUrl: string, own = key): Model {
  const guard = { clock, fraction: () => 0.5, timeoutMs, concurrency: 4 };
  return openAiModel({ ...guard, baseUrl, key: own, model: 'llama3.2' });
}

const ask = (): Promise<Reply> => model.ask(question, signal);

/** How asking failed; nothing of content or key may be in it. */
async function failure(): Promise<{ code: unknown; message: string }> {
  const thrown = await ask().then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  );
  const text = describeError(thrown) + JSON.stringify(thrown) + String((thrown as Error).stack);
  expect(text).not.toContain(key);
  expect(text).not.toContain(secretWord);
  return thrown as { code: unknown; message: string };
}

const formatOf = (at: number): unknown =>
  (server.requests[at]?.body['response_format'] as { type?: string } | undefined)?.type;

describe('a hosted service', () => {
  test('is asked once, with the key, and answers', async () => {
    server.script(says('{"highlights":[]}'));
    expect(await ask()).toEqual({ text: '{"highlights":[]}', model: 'llama3.2' });
    const [request, ...more] = server.requests;
    expect(more).toEqual([]);
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers['authorization']).toBe(`Bearer ${key}`);
    expect(request?.body).toEqual({
      model: 'llama3.2',
      messages: [
        { role: 'system', content: 'Rules.' },
        { role: 'user', content: `DATA: ${secretWord}` },
      ],
      temperature: 0.2,
      max_tokens: 321,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'recap', strict: true, schema: question.schema },
      },
    });
  });

  test('that wants max_completion_tokens and no temperature gets that, from then on', async () => {
    server.script(
      refuses(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        { param: 'max_tokens', code: 'unsupported_parameter' },
      ),
      refuses(400, "Unsupported value: 'temperature' does not support 0.2 with this model.", {
        param: 'temperature',
        code: 'unsupported_value',
      }),
      says('{}'),
    );
    await ask();
    expect(server.requests).toHaveLength(3);
    const last = server.requests[2]?.body;
    expect(last).toMatchObject({ max_completion_tokens: 321 });
    expect(last).not.toHaveProperty('max_tokens');
    expect(last).not.toHaveProperty('temperature');
    server.script(says('{}'));
    await ask();
    expect(server.requests.map(({ body }) => body)).toEqual([last]);
  });

  test('with a wrong key is not asked again, and the key is not repeated', async () => {
    server.script(refuses(401, `Incorrect API key provided: ${key}.`, { code: 'invalid_api_key' }));
    const failed = await failure();
    expect(failed).toMatchObject({ code: 'refused' });
    expect(failed.message).toContain('401 (invalid_api_key');
    expect(server.requests).toHaveLength(1);
  });

  test('that repeats what it was sent is not repeated', async () => {
    server.script(refuses(400, `Your message "${secretWord}" is against the rules`));
    expect(await failure()).toMatchObject({ code: 'failed' });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['in seconds', { 'Retry-After': '7' }, 7000],
    ['in milliseconds', { 'Retry-After-Ms': '1500' }, 1500],
    ['too far away', { 'Retry-After': '3600' }, 60_000],
    ['that makes no sense', { 'Retry-After': 'soon' }, 500],
    ['that is not said', {}, 500],
  ])('that is busy is asked again at a time %s', async (_name, headers, pause) => {
    server.script(refuses(429, 'Rate limit', {}, headers), says('{}'));
    await ask();
    expect(pauses).toEqual([pause]);
  });

  test('that is busy until a date is asked again then', async () => {
    const date = new Date(Date.now() + 5000).toUTCString();
    server.script(refuses(429, 'Rate limit', {}, { 'Retry-After': date }), says('{}'));
    await ask();
    expect(pauses[0]).toBeGreaterThan(3000);
    expect(pauses[0]).toBeLessThanOrEqual(5000);
  });

  test.each([500, 502, 503, 529])('with status %d is asked twice more', async (status) => {
    server.script(json(status, {}));
    expect(await failure()).toMatchObject({ code: 'failed' });
    expect(server.requests).toHaveLength(3);
  });

  test('that declines is told from one that fails', async () => {
    server.script(says(null, { refusal: 'I cannot help with that.' }));
    expect(await failure()).toMatchObject({ code: 'invalid_answer' });
  });
});

describe('a server without structured output', () => {
  test('such as an old Ollama is asked in its own way, from then on', async () => {
    server.script(
      refuses(400, 'json: cannot unmarshal object into response_format of type string'),
      refuses(400, 'response_format is not supported'),
      says('{}'),
    );
    await ask();
    expect([formatOf(0), formatOf(1), formatOf(2)]).toEqual([
      'json_schema',
      'json_object',
      undefined,
    ]);
    server.script(says('{}'));
    await ask();
    expect(formatOf(0)).toBeUndefined();
  });

  test('such as LM Studio writes errors as a text', async () => {
    server.script(
      json(400, { error: "'response_format.type' must be 'text'" }),
      json(400, { error: "'response_format.type' must be 'text'" }),
      says('{}'),
    );
    await ask();
    expect(server.requests).toHaveLength(3);
  });

  test('that wants no key gets none', async () => {
    model = make(server.baseUrl, '');
    server.script(says('{}'));
    await ask();
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('that refuses everything is asked no more often than there is to leave away', async () => {
    server.script(
      refuses(400, 'temperature max_tokens max_completion_tokens response_format json_schema'),
    );
    expect(await failure()).toMatchObject({ code: 'failed' });
    expect(server.requests).toHaveLength(6);
  });

  test('is learnt once by calls at the same time', async () => {
    const turn: LlmTurn = (request, response) => {
      const refused = 'response_format' in request.body;
      (refused ? refuses(400, 'response_format') : says('{}'))(request, response);
    };
    server.script(turn);
    await Promise.all([ask(), ask(), ask()]);
    server.script(turn);
    await ask();
    expect(server.requests).toHaveLength(1);
  });
});

describe('a broken server', () => {
  test.each<[string, LlmTurn, string, number]>([
    [
      'gives a page',
      (_, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>'),
      'failed',
      1,
    ],
    [
      'gives an error page',
      (_, response) =>
        response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>'),
      'failed',
      3,
    ],
    [
      'calls a page JSON',
      (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('<h1>'),
      'failed',
      1,
    ],
    ['gives another object', json(200, { ok: true }), 'failed', 1],
    ['gives no choice', json(200, { ...completion('x'), choices: [] }), 'failed', 1],
    ['hangs up', (_, response) => response.destroy(), 'unreachable', 3],
    [
      'hangs up halfway',
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
        response.write('{"choices":[');
        setImmediate(() => response.destroy());
      },
      'unreachable',
      3,
    ],
    ['says nothing', () => undefined, 'timed_out', 1],
    [
      'drips',
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      'timed_out',
      1,
    ],
    [
      'never ends',
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const pour = (): void => {
          while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
          if (!response.destroyed) response.once('drain', pour);
        };
        response.on('error', () => undefined);
        pour();
      },
      'too_large',
      1,
    ],
    [
      'gives an endless error',
      (_, response) => {
        response.writeHead(400, { 'Content-Type': 'application/json' });
        const pour = (): void => {
          while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
          if (!response.destroyed) response.once('drain', pour);
        };
        response.on('error', () => undefined);
        pour();
      },
      'failed',
      1,
    ],
  ])('that %s is given up', async (_name, turn, code, requests) => {
    server.script(turn);
    expect(await failure()).toMatchObject({ code });
    expect(server.requests).toHaveLength(requests);
  });

  test('that is not there is said to be so', async () => {
    model = make('http://127.0.0.1:9/v1');
    const failed = await failure();
    expect(failed.code).toBe('unreachable');
    expect(failed.message).toMatch(/no connection/);
  });

  test('is left alone after five failures', async () => {
    server.script(json(500, {}));
    await failure();
    await failure();
    expect(await failure()).toMatchObject({ code: 'resting' });
    expect(server.requests).toHaveLength(5);
  });
});

describe('a server that leads away', () => {
  test.each([
    ['to another host', 307, 'http://localhost:1/v1/chat/completions'],
    ['to a file', 307, 'file:///etc/passwd'],
    ['without keeping the body', 302, '/v1/other'],
    ['to nowhere', 308, 'http://'],
    ['round in circles', 307, '/v1/chat/completions'],
  ])('%s is not followed', async (_name, status, location) => {
    server.script((_request, response) => response.writeHead(status, { Location: location }).end());
    expect(await failure()).toMatchObject({ code: 'redirected' });
  });

  test('to another port never sees the messages', async () => {
    let seen = 0;
    const other = createServer((_request, response) => {
      seen += 1;
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    server.script((_request, response) =>
      response.writeHead(307, { Location: `http://127.0.0.1:${port}/v1/chat/completions` }).end(),
    );
    expect(await failure()).toMatchObject({ code: 'redirected' });
    expect(seen).toBe(0);
    await new Promise((resolve) => other.close(resolve));
  });

  test('within its host is followed', async () => {
    server.script(
      (_request, response) => response.writeHead(307, { Location: '/v2/chat/completions' }).end(),
      says('{}'),
    );
    expect(await ask()).toMatchObject({ text: '{}' });
    expect(server.requests[1]).toMatchObject({
      path: '/v2/chat/completions',
      body: { model: 'llama3.2' },
    });
  });
});

test('stops when the recap is given up', async () => {
  server.script(() => undefined);
  const stop = new AbortController();
  const asking = model.ask(question, stop.signal).catch((error: unknown) => error);
  setTimeout(() => stop.abort(new Error('lost')), 20);
  expect(await asking).toMatchObject({ message: 'lost' });
});
