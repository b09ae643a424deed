/** The stand-in against real processes of a small plugin: the whole life of a plugin, over one node and several. */
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pluginStates } from '../../server/mattermost/model/index.ts';
import { echoBundle } from '../support/script_bundle.ts';
import { fakeTimeMissing, generateSupportData, Host, type HostOptions } from './index.ts';

jest.setTimeout(60_000);

/** The plugin of these tests. */
const id = 'echo';
let bundle: Uint8Array;
let host: Host | undefined;

beforeAll(async () => {
  bundle = await echoBundle('1.0.0', [{ name: 'public/hello.txt', content: 'hello' }]);
});

afterEach(async () => {
  await host?.close();
  host = undefined;
});

/** A host on which the plugin runs. Busy machines get more than Mattermost's 3 seconds for a start. */
async function running(options: HostOptions = {}): Promise<Host> {
  host = await Host.start({ startTimeoutMs: 30_000, ...options });
  await host.install(bundle);
  await host.enable(id);
  return host;
}

function get(on: Host, path: string, init?: RequestInit, node = 0): Promise<Response> {
  return fetch(`${on.url(node)}/plugins/${id}${path}`, init);
}

/** What Linux says of a process: `T` is stopped. */
function stateOf(pid: number): string | undefined {
  return readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    .split(') ')[1]
    ?.charAt(0);
}

/** Waits for something that a process does in its own time. */
async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it did not happen');
    await sleep(20);
  }
}

describe('a plugin that runs', () => {
  test('answers requests, streams bodies both ways, and logs through the API', async () => {
    const on = await running();
    const answer: unknown = await (await get(on, '/some/where?b=2&a=1')).json();
    expect(answer).toMatchObject({ method: 'GET', pathname: '/some/where', search: '?a=1&b=2' });
    const body = Buffer.alloc(3_000_000, 'body');
    const echoed = await get(on, '/echo', { method: 'POST', body });
    expect(Buffer.from(await echoed.arrayBuffer()).equals(body)).toBe(true);
    expect(
      on.log.lines.some((line) => line.source === 'api' && line.message === 'echo is up'),
    ).toBe(true);
    expect(on.node().calls.get('RegisterCommand')).toBe(1);
  });

  test('gives its files for a support packet', async () => {
    const [node] = (await running()).nodes;
    const packet = await node?.callHook(id, generateSupportData, { a: { requestId: 'r' } });
    expect(packet).toMatchObject({ a: [{ filename: 'echo/state.txt' }], b: undefined });
    expect(Buffer.from(packet?.a[0]?.body ?? []).toString()).toBe('up');
  });

  test('has its public files served by the server, and nothing outside them', async () => {
    const on = await running();
    expect(await (await get(on, '/public/hello.txt')).text()).toBe('hello');
    expect((await get(on, '/public/../plugin.json')).status).toBe(200);
    expect((await get(on, '/public/..%2Fplugin.json')).status).toBe(404);
    expect((await get(on, '/public/')).status).toBe(404);
  });

  test('answers 300 requests at once', async () => {
    const on = await running();
    const answers = Array.from({ length: 300 }, async (_, index) => {
      const answer = await get(on, `/kv?key=k${String(index)}&value=${String(index)}`);
      return ((await answer.json()) as { value: string }).value;
    });
    expect(await Promise.all(answers)).toEqual(
      Array.from({ length: 300 }, (_, index) => String(index)),
    );
  });

  test('is stopped in order, twice, and is not reachable then', async () => {
    const on = await running();
    const process = on.node().active(id);
    await on.disable(id);
    await on.disable(id);
    await process.exited;
    expect(Buffer.from(on.kv.get(id, 'deactivated', Date.now()) ?? []).toString()).toBe('yes');
    expect((await get(on, '/now')).status).toBe(404);
    expect(on.log.lines.some((line) => line.message.includes('failed to exit'))).toBe(false);
    await on.enable(id);
    expect((await get(on, '/now')).status).toBe(200);
  });

  test('is replaced by an upgrade and keeps running', async () => {
    const on = await running();
    const before = on.node().active(id).pid;
    await on.install(await echoBundle('2.0.0'));
    expect(on.node().active(id).pid).not.toBe(before);
    expect(on.node().status(id)).toMatchObject({ version: '2.0.0', state: pluginStates.running });
  });
});

describe('a plugin that does not start', () => {
  test('shows its own words', async () => {
    const on = await Host.start({ startTimeoutMs: 30_000 });
    host = on;
    await on.install(bundle);
    on.config.savePlugin(id, { FAIL: 'no licence' });
    await expect(on.enable(id)).rejects.toMatchObject({ code: 'activate', message: 'no licence' });
    expect(on.node().status(id)).toMatchObject({
      state: pluginStates.failedToStart,
      error: 'no licence',
    });
  });

  test('is given its 3 seconds and no more', async () => {
    const on = await Host.start({ startTimeoutMs: 1 });
    host = on;
    await on.install(bundle);
    await expect(on.enable(id)).rejects.toMatchObject({ code: 'handshake' });
  });
});

describe('health', () => {
  test('a killed process is restarted twice, and given up after the third time', async () => {
    const on = await running({ healthCheckMs: 20 });
    const plugin = on.node().plugin(id)!;
    for (const starts of [2, 3]) {
      plugin.process?.kill();
      await until(() => plugin.starts === starts && plugin.active !== undefined);
    }
    plugin.process?.kill();
    await until(() => plugin.state === pluginStates.failedToStayRunning);
    expect(plugin.starts).toBe(3);
  });

  test('a dropped connection ends the process and is seen as a failure', async () => {
    const on = await running();
    const process = on.node().active(id);
    process.disconnect();
    await process.exited;
    await on.node().plugin(id)?.checkHealth();
    expect(on.node().active(id).pid).not.toBe(process.pid);
  });
});

describe('faults', () => {
  test('an error before and after the effect', async () => {
    const on = await running();
    const set = (value: string): Promise<Response> => get(on, `/kv?key=k&value=${value}`);
    const stored = (): string => Buffer.from(on.kv.get(id, 'k', Date.now()) ?? []).toString();
    await set('1');
    on.faults.add({ method: 'KVSet', action: { kind: 'error', when: 'before' } });
    expect((await set('2')).status).toBe(502);
    expect(stored()).toBe('1');
    on.faults.add({ method: 'KVSet', action: { kind: 'error', when: 'after' } });
    expect((await set('3')).status).toBe(502);
    expect(stored()).toBe('3');
    expect((await set('4')).status).toBe(200);
  });

  test('by count, by node and by argument', async () => {
    const on = await running();
    const byCount = on.faults.add({
      method: 'KVGet',
      skip: 1,
      times: 2,
      action: { kind: 'error', when: 'before' },
    });
    on.faults.add({
      method: 'KVGet',
      node: 1,
      times: Infinity,
      action: { kind: 'error', when: 'before' },
    });
    on.faults.add({
      method: 'KVGet',
      times: Infinity,
      matches: ([key]) => key === 'bad',
      action: { kind: 'error', when: 'before' },
    });
    const statuses: number[] = [];
    for (const key of ['a', 'a', 'a', 'a', 'bad'])
      statuses.push((await get(on, `/kv?key=${key}`)).status);
    expect(statuses).toEqual([200, 502, 502, 200, 502]);
    expect(byCount.struck).toBe(2);
  });

  test.each(['kill', 'disconnect'] as const)(
    '%s after the effect: done, and never answered',
    async (kind) => {
      const on = await running();
      const process = on.node().active(id);
      on.faults.add({ method: 'KVSet', action: { kind, when: 'after' } });
      expect((await get(on, '/kv?key=k&value=1')).status).toBe(500);
      await process.exited;
      expect(on.kv.get(id, 'k', Date.now())).toBeDefined();
    },
  );

  test('a pause holds the process until it is resumed', async () => {
    const on = await running();
    on.faults.add({ method: 'KVGet', action: { kind: 'pause', when: 'before' } });
    const answer = get(on, '/kv?key=k');
    const paused = on.node().active(id);
    await until(() => stateOf(paused.pid) === 'T');
    paused.resume();
    expect((await answer).status).toBe(200);
  });

  test('what would have ended a real server fails the test that did it', async () => {
    const on = await running();
    await get(on, '/stderr', { method: 'POST', body: '{"@level":30}' });
    await until(() => on.crashes.length > 0);
    await expect(on.close()).rejects.toMatchObject({ code: 'host_crash' });
    host = undefined;
  });
});

describe('several nodes', () => {
  test('share keys, and hear each other and not themselves', async () => {
    const on = await running({ nodes: 3 });
    await get(on, '/kv?key=k&value=1', undefined, 0);
    expect(await (await get(on, '/kv?key=k', undefined, 2)).json()).toEqual({ value: '1' });
    await get(on, '/publish', { method: 'POST', body: 'there' }, 1);
    const heard = async (node: number): Promise<unknown> =>
      (await get(on, '/events', undefined, node)).json();
    await until(async () => JSON.stringify(await heard(2)) === '["hello:there"]');
    await until(async () => JSON.stringify(await heard(0)) === '["hello:there"]');
    expect(await heard(1)).toEqual([]);
  });

  test('have clocks of their own, for the server and for the process', async () => {
    const missing = fakeTimeMissing();
    if (missing !== undefined) {
      process.stderr.write(`${missing}\n`);
      return;
    }
    const on = await running({ nodes: 2, movableClocks: true });
    on.node(1).shiftClock(3_600_000);
    const now = async (node: number): Promise<{ now: number; monotonic: number }> =>
      (await (await get(on, '/now', undefined, node)).json()) as { now: number; monotonic: number };
    const [first, second] = [await now(0), await now(1)];
    expect(second.now - first.now).toBeGreaterThanOrEqual(3_600_000);
    expect(second.now - first.now).toBeLessThan(3_660_000);
    on.node(1).shiftClock(-86_400_000);
    const third = await now(1);
    expect(third.now).toBeLessThan(first.now - 86_000_000);
    expect(third.monotonic).toBeGreaterThan(second.monotonic);
    expect(on.node(1).clock.now()).toBeLessThan(first.now - 86_000_000);
  });
});

test('closing twice leaves no process behind', async () => {
  const on = await running();
  const { pid } = on.node().active(id);
  await Promise.all([on.close(), on.close()]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await expect(fetch(on.url()).catch(() => Promise.reject(new Error('gone')))).rejects.toThrow();
});
