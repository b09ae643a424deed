/** What who manages the system gets to see. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { AiTest, Health } from '../../../server/contract/index.ts';
import type { Log } from '../../../server/log.ts';
import { silentLog } from '../../../server/log.ts';
import { json, LlmServer, refuses, says } from '../../support/llm_server.ts';
import { morning, people, PluginWorld } from '../plugin_world.ts';

const admin = { userId: people.admin };
let world: PluginWorld | undefined;

afterEach(() => world?.stop());

async function health(settings: Record<string, unknown> = {}): Promise<Health> {
  world ??= await PluginWorld.start(settings);
  return Health.parse(await (await world.send('GET', '/admin/health', admin)).json());
}

/** Waits until it is so, for as long as the test may take. */
async function until(check: (seen: Health) => boolean): Promise<Health> {
  for (;;) {
    const seen = await health();
    if (check(seen)) return seen;
    // Nothing here leaves the process: without a turn of the event loop only promises would ever go on.
    await nextTurn();
  }
}

afterEach(() => {
  world = undefined;
});

describe('health', () => {
  test('has the versions, this node, and nothing that waits', async () => {
    const seen = await until(({ nodes }) => nodes[0]?.last_tick_at !== null);
    expect(seen).toMatchObject({
      version: '1.2.3',
      server_version: '11.6.0',
      backlog: { count: 0, more: false, oldest_at: null },
      schedules: null,
      today: { runs: {}, failures: {} },
      ai: { engine: 'off', ready: false },
      unusable: [],
      no_team: false,
    });
    expect(seen.nodes).toHaveLength(1);
    expect(seen.nodes[0]).toMatchObject({ id: seen.node_id, version: '1.2.3' });
  });

  test('answers what the document says, and no more', async () => {
    world = await PluginWorld.start();
    const answer: unknown = await (await world.send('GET', '/admin/health', admin)).json();
    expect(answer).toEqual(Health.parse(answer));
  });

  test('counts the runs of today', async () => {
    world = await PluginWorld.start();
    const made = await world.send('POST', '/schedules', admin, morning);
    const { id } = (await made.json()) as { id: string };
    await world.send('POST', `/schedules/${id}/run`, admin);
    expect(await until(({ today }) => today.runs.delivered === 1)).toMatchObject({
      today: { failures: {} },
    });
  });

  test('names settings that are not usable, as the log does, and never their values', async () => {
    const warned: unknown[] = [];
    const log: Log = { ...silentLog, warn: (_, fields) => warned.push(fields?.['setting']) };
    world = new PluginWorld({}, log);
    await world.configure({
      maxschedulesperuser: 'plenty',
      openaikey: 'two\nlines',
    });
    await world.hooks.onActivate?.();
    const response = await world.send('GET', '/admin/health', admin);
    const text = await response.text();
    expect(Health.parse(JSON.parse(text)).unusable).toEqual([
      { key: 'MaxSchedulesPerUser', range: '1 to 100' },
      { key: 'OpenAIKey', range: 'at most 1024 characters in one line' },
    ]);
    expect(text).not.toMatch(/plenty|two/);
    expect(warned).toEqual(['MaxSchedulesPerUser', 'OpenAIKey']);
    await world.configure({});
    expect((await health()).unusable).toEqual([]);
  });

  test.each([
    ['no team', 'team', 'nowhere', true, []],
    ['no name of a team', 'team', 'two\nlines', true, []],
    ['nothing', 'team', '', true, []],
    ['none that counts', 'everybody', 'nowhere', false, []],
    ['one that is malformed and does not count', 'everybody', 'two\nlines', false, ['AccessTeam']],
  ])('says what a team that is %s leads to', async (_, access, accessteam, missing, unusable) => {
    const seen = await health({ access, accessteam });
    expect(seen.no_team).toBe(missing);
    expect(seen.unusable.map(({ key }) => key)).toEqual(unusable);
    // Nobody is let in by it.
    const made = await world!.send('POST', '/schedules', admin, morning);
    expect(made.status).toBe(missing ? 403 : 201);
  });

  test('says what the AI lacks', async () => {
    expect((await health({ aiengine: 'openai' })).ai).toEqual({
      engine: 'openai',
      name: '',
      ready: false,
    });
  });
});

describe('the test of the AI', () => {
  const key = ['test', 'key', '0123456789'].join('-');

  async function ask(): Promise<AiTest> {
    const response = await world!.send('POST', '/admin/test_ai', admin);
    const text = await response.text();
    expect(text).not.toContain(key);
    return AiTest.parse(JSON.parse(text));
  }

  test('without one says so', async () => {
    world = await PluginWorld.start();
    expect(await ask()).toEqual({ outcome: 'off', name: '', duration_ms: 0 });
  });

  test.each([
    ['answers', says('{"answer":"yes"}'), 'ok', 'small-model'],
    ['says nothing', says(''), 'invalid_answer', 'small-model'],
    ['refuses the key', refuses(401, `the key ${key} is not valid`), 'refused', ''],
    ['answers nonsense', json(200, { choices: [] }), 'failed', ''],
  ] as const)('of an endpoint that %s', async (_, turn, outcome, name) => {
    const server = await LlmServer.start();
    try {
      server.script(turn);
      world = await PluginWorld.start({
        aiengine: 'openai',
        openaibaseurl: server.baseUrl,
        openaikey: key,
        openaimodel: 'small-model',
      });
      expect(await ask()).toMatchObject({ outcome, name });
      expect(server.requests).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  test('is not asked for without end', async () => {
    world = await PluginWorld.start();
    for (let times = 0; times < 10; times += 1) await ask();
    const refused = await world.send('POST', '/admin/test_ai', admin);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
