/** Recaps by an AI, the whole path: the packaged plugin in a host, its settings, and the message that says who wrote it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { pluginId } from '../../server/contract/index.ts';
import type { Post } from '../../server/mattermost/index.ts';
import type { Client } from '../host/demo/client.ts';
import { itemsOf, LlmServer, refuses, says } from '../support/llm_server.ts';
import type { LlmTurn } from '../support/llm_server.ts';
import {
  channelIds,
  createSchedule,
  eventually,
  historyOf,
  ProductWorld,
} from '../support/product_world.ts';
import { scriptBundle } from '../support/script_bundle.ts';

const key = ['e2e', 'key', '0123456789'].join('-');

let world: ProductWorld;
let server: LlmServer;
let anna: Client;

beforeAll(async () => {
  server = await LlmServer.start();
  world = await ProductWorld.start();
  anna = await world.login('anna.weber');
}, 60_000);
afterAll(async () => {
  await world.close();
  await server.close();
}, 30_000);

function configure(settings: Record<string, string | boolean | number>): void {
  world.host.config.savePlugin(pluginId, settings);
}

/** Makes a one-off schedule that is due at once, and gives its message and what its history says. */
async function recap(
  channels: readonly string[],
  engine: 'automatic' | 'built_in' | 'ai' = 'automatic',
): Promise<{ post: Post; engine: string | undefined }> {
  const before = world.recapsOf(anna).length;
  const schedule = await createSchedule(anna, {
    title: `By ${engine}`,
    recurrence: { type: 'once', at: 'now' },
    timezone: 'Europe/Berlin',
    channel_ids: await channelIds(anna, channels),
    time_period: 'last_week',
    content: { engine, custom_instructions: 'Only the harbour matters.' },
  });
  const post = await eventually('the recap', 60_000, () => {
    const all = world.recapsOf(anna);
    return all.length > before ? all.at(-1) : undefined;
  });
  const [run] = await eventually('its history', 10_000, async () => {
    const rows = await historyOf(anna, schedule.id);
    return rows[0]?.status === 'delivered' ? rows : undefined;
  });
  return { post, engine: run?.summary?.engine };
}

/** A model that takes the first message of each portion for its highlight. */
const tells: LlmTurn = (request, response) => {
  const [first] = itemsOf(request);
  const text = `${String(first?.['by'])} began, says the endpoint. See https://evil.example @all.`;
  says(JSON.stringify({ highlights: [{ ids: [1], text }] }))(request, response);
};

describe('through an endpoint', () => {
  beforeEach(() =>
    configure({
      AIEngine: 'openai',
      OpenAIBaseURL: server.baseUrl,
      OpenAIKey: key,
      OpenAIModel: 'harbour-1',
    }),
  );

  test('a recap is in the words of the model, and names it', async () => {
    server.script(tells);
    const { post, engine } = await recap(['Incidents']);
    expect(engine).toBe('openai');
    expect(post.message).toContain('began, says the endpoint.');
    expect(post.message).toContain('Written by AI (harbour-1)');
    expect(post.message).toMatch(/\/harbour\/pl\/[a-z0-9]{26}/);
    expect(post.message).not.toMatch(/evil|@all|Person_/);
    expect(server.requests[0]?.headers['authorization']).toBe(`Bearer ${key}`);
    const sent = JSON.stringify(server.requests);
    expect(sent).toContain('Only the harbour matters.');
    expect(sent).not.toContain('anna.weber');
  }, 90_000);

  test('a private channel stays here, and the recap says so', async () => {
    server.script(tells);
    const { post, engine } = await recap(['Incidents', 'Leadership']);
    expect(engine).toBe('openai');
    expect(post.message).toMatch(
      /because such channels are not shown to the AI here: Leadership\./,
    );
    expect(server.requests.length).toBeGreaterThan(0);
    const leadership = world.host.workspace.posts.rows(
      (await channelIds(anna, ['Leadership']))[0] ?? '',
    );
    const words = leadership
      .map((post) => post.message.slice(0, 40))
      .filter((text) => text.length === 40);
    expect(words.length).toBeGreaterThan(3);
    for (const text of words) expect(JSON.stringify(server.requests)).not.toContain(text);
  }, 90_000);

  test('who wants the built-in engine gets it', async () => {
    server.script(tells);
    const { post, engine } = await recap(['Incidents'], 'built_in');
    expect(engine).toBe('built_in');
    expect(post.message).toContain('without AI');
    expect(server.requests).toEqual([]);
  }, 90_000);

  test('that fails, the channels are quoted, and no key is in the log', async () => {
    server.script(refuses(401, `Incorrect API key provided: ${key}`));
    const { post, engine } = await recap(['Incidents'], 'ai');
    expect(engine).toBe('built_in');
    expect(post.message).toContain('because the AI was not available: Incidents.');
    const log = JSON.stringify(world.host.log.lines);
    expect(log).toContain('the AI did not write it');
    expect(log).not.toContain(key);
  }, 90_000);
});

describe('through the Agents plugin', () => {
  beforeAll(async () => {
    const bundle = await scriptBundle({ id: 'mattermost-ai' }, 'tests/support/bridge_plugin.ts');
    await world.host.install(bundle);
  }, 60_000);
  beforeEach(() => configure({ AIEngine: 'agents' }));

  test('that is not enabled, the channels are quoted', async () => {
    const { post } = await recap(['Incidents'], 'ai');
    expect(post.message).toContain('because the AI was not available: Incidents.');
  }, 90_000);

  test('a recap is in the words of its service, and names both', async () => {
    await world.host.enable('mattermost-ai');
    const { post, engine } = await recap(['Incidents']);
    expect(engine).toBe('agents');
    expect(post.message).toContain('began, says the model.');
    expect(post.message).toContain('Written by AI (Mattermost Agents, Harbour model)');
    const response = await anna.request('GET', '/plugins/mattermost-ai/asked');
    expect(await response.json()).toEqual(
      expect.arrayContaining([
        { path: '/bridge/v1/services', user: anna.account.id, from: pluginId },
        expect.objectContaining({
          path: '/bridge/v1/completion/service/svc1/nostream',
          from: pluginId,
          body: expect.objectContaining({
            user_id: anna.account.id,
            operation: 'recaps',
          }) as object,
        }),
      ]),
    );
  }, 90_000);
});
