import { describe, expect, test } from '@jest/globals';
import { createLog } from '../../../../server/log.ts';
import type { LogLevel } from '../../../../server/log.ts';
import type { HttpCaller } from '../../../../server/mattermost/index.ts';
import { exchange } from './fake_exchange.ts';
import type { FakeOptions, Seen } from './fake_exchange.ts';

type Handler = (request: Request, caller: HttpCaller) => Promise<Response>;

/** Lines of a run, so that a test can say what was logged. */
function recorder() {
  const lines: { level: LogLevel; message: string; fields: Record<string, string> }[] = [];
  const log = createLog((level, message, fields) => {
    lines.push({ level, message, fields: Object.fromEntries(fields) });
  });
  return { lines, log };
}

const { log } = recorder();

function run(
  handler: Handler,
  request: Parameters<typeof exchange>[1],
  options: Partial<FakeOptions> = {},
): Promise<Seen> {
  return exchange(handler, request, { log, body: new Uint8Array(), ...options });
}

/** A body of `length` bytes in which every place is different from its neighbours. */
function pattern(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
}

const echo: Handler = (request) => Promise.resolve(new Response(request.body));
const post = (length?: number) => ({
  method: 'POST',
  url: '/echo',
  header: new Map(length === undefined ? [] : [['Content-Length', [String(length)]]]),
});

describe('a request', () => {
  test('becomes a Request, and what the server says of its sender becomes facts', async () => {
    let seen: { request: Request; caller: HttpCaller } | undefined;
    const header = new Map([
      ['Mattermost-User-Id', ['user-1']],
      ['Mattermost-Plugin-Id', ['other.plugin']],
      ['mattermost-user-id', ['forged']],
      ['MATTERMOST-PLUGIN-ID', ['forged']],
      ['X-Token', ['abc']],
    ]);
    await run(
      (request, caller) => {
        seen = { request, caller };
        return Promise.resolve(new Response());
      },
      { method: 'GET', url: '/api/v1/schedules?limit=5', header, host: 'evil.example' },
    );
    expect(seen?.request.method).toBe('GET');
    const url = new URL(seen?.request.url ?? '');
    expect(url.pathname + url.search).toBe('/api/v1/schedules?limit=5');
    expect(url.host).not.toBe('evil.example');
    expect([...(seen?.request.headers ?? [])]).toEqual([['x-token', 'abc']]);
    expect(seen?.caller).toMatchObject({
      userId: 'user-1',
      sourcePluginId: 'other.plugin',
      context: { requestId: 'request-1', ipAddress: '127.0.0.1' },
    });
  });

  test.each([
    [new Map<string, string[]>()],
    [new Map([['Mattermost-User-Id', ['']]])],
    [new Map([['Mattermost-User-Id', []]])],
    [new Map([['mattermost-user-id', ['forged']]])],
  ])('is anonymous unless the server names a user: %#', async (header) => {
    let caller: HttpCaller | undefined;
    await run(
      (_, given) => {
        caller = given;
        return Promise.resolve(new Response());
      },
      { method: 'GET', url: '/', header },
    );
    expect(caller).toMatchObject({ userId: undefined, sourcePluginId: undefined });
  });

  test.each([
    ['//evil.example/path', '//evil.example/path'],
    ['http://evil.example/path?q', '/path?q'],
    ['', '/'],
    ['*', '/'],
    ['/%2e%2e/x', '/x'],
    ['/ü', '/%C3%BC'],
  ])('to %j has the path %j', async (url, path) => {
    let seen: URL | undefined;
    await run(
      (request) => {
        seen = new URL(request.url);
        return Promise.resolve(new Response());
      },
      { method: 'GET', url },
    );
    expect(seen && seen.pathname + seen.search).toBe(path);
  });

  test('with a method the platform lacks is refused', async () => {
    const seen = await run(echo, { method: 'TRACE', url: '/' });
    expect(seen).toMatchObject({ status: 400, error: undefined });
  });
});

describe('an answer', () => {
  test('carries status, headers in canonical form, every cookie, and the presets of the server', async () => {
    const seen = await run(
      () => {
        const headers = new Headers({ 'content-type': 'text/plain', 'x-request-id': 'mine' });
        headers.append('set-cookie', 'a=1');
        headers.append('set-cookie', 'b=2');
        return Promise.resolve(new Response('hello', { status: 201, headers }));
      },
      { method: 'GET', url: '/' },
      {
        preset: new Map([
          ['X-Request-Id', ['theirs']],
          ['X-Content-Type-Options', ['nosniff']],
        ]),
      },
    );
    expect(seen).toMatchObject({
      error: undefined,
      status: 201,
      ended: { writer: true, body: true },
    });
    expect(seen.body.toString()).toBe('hello');
    expect(seen.header).toEqual(
      new Map([
        ['X-Request-Id', ['mine']],
        ['X-Content-Type-Options', ['nosniff']],
        ['Content-Type', ['text/plain']],
        ['Set-Cookie', ['a=1', 'b=2']],
      ]),
    );
  });

  test.each([
    ['HEAD', 200],
    ['GET', 204],
    ['GET', 304],
  ])('to %s with status %d has no body', async (method, status) => {
    let cancelled = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(Uint8Array.of(1)),
      cancel: () => {
        cancelled = true;
      },
    });
    const seen = await run(
      () => Promise.resolve(new Response(method === 'HEAD' ? body : null, { status })),
      { method, url: '/' },
    );
    expect(seen).toMatchObject({ error: undefined, writes: [] });
    expect(seen.status).toBe(status === 200 ? undefined : status);
    expect(cancelled).toBe(method === 'HEAD');
  });

  test('arrives in order, a large chunk in pieces', async () => {
    const big = pattern(600_000);
    const chunks = [Uint8Array.of(1, 2), big, new Uint8Array(), Uint8Array.of(3)];
    const seen = await run(() => Promise.resolve(new Response(ReadableStream.from(chunks))), {
      method: 'GET',
      url: '/',
    });
    expect(seen.writes).toEqual([2, 262_144, 262_144, 75_712, 1]);
    // A GET has no body to wait for: nothing was kept and joined.
    expect(seen.body.equals(Buffer.concat(chunks))).toBe(true);
  });

  test('is read only as fast as the server takes it', async () => {
    let made = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        made += 1;
        if (made > 50) controller.close();
        else controller.enqueue(new Uint8Array(10));
      },
    });
    const seen = await run(
      () => Promise.resolve(new Response(body)),
      { method: 'GET', url: '/' },
      { broken: ['Write'] },
    );
    // The server stopped taking it: as when a client has left, that is nobody's error.
    expect(seen).toMatchObject({ error: undefined, writes: [] });
    expect(made).toBeLessThan(5);
  });

  test.each(['Header', 'SyncHeader', 'WriteHeader'])(
    'that cannot begin, because %s fails, is an error to the server',
    async (broken) => {
      const seen = await run(
        () => Promise.resolve(new Response('x', { status: 404 })),
        { method: 'GET', url: '/' },
        { broken: [broken] },
      );
      expect(seen.error).toContain('does not take the answer');
      expect(seen.ended.body).toBe(true);
    },
  );

  test('whose body fails on the way is an error to the server, which then breaks it off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (controller.desiredSize === 1) controller.enqueue(Uint8Array.of(1));
        controller.error(new Error('secret detail'));
      },
    });
    const seen = await run(() => Promise.resolve(new Response(body)), { method: 'GET', url: '/' });
    expect(seen.error).toBe("the answer's body failed");
    expect(seen.ended).toEqual({ writer: true, body: true });
  });

  test('of a handler that fails is a 500 that says nothing', async () => {
    const recorded = recorder();
    const seen = await run(
      () => Promise.reject(new Error('secret detail')),
      { method: 'POST', url: '/api?token=secret' },
      { log: recorded.log },
    );
    expect(seen.status).toBe(500);
    expect(JSON.parse(seen.body.toString())).toEqual({
      error: { code: 'internal', message: 'Something went wrong.' },
    });
    expect(seen.body.toString() + JSON.stringify([...seen.header])).not.toContain('secret');
    expect(recorded.lines).toContainEqual({
      level: 'error',
      message: 'http handler failed',
      fields: { method: 'POST', path: '/api', error: 'secret detail' },
    });
  });

  test('of a handler that throws at once is a 500 as well', async () => {
    const seen = await run(
      () => {
        throw new TypeError('oops');
      },
      { method: 'GET', url: '/' },
    );
    expect(seen.status).toBe(500);
  });

  test('has nowhere to go when the server does not accept its stream', async () => {
    const seen = await run(echo, { method: 'GET', url: '/' }, { refused: ['writer'] });
    expect(seen.error).toContain('nobody accepts writer');
    expect(seen.ended.body).toBe(true);
  });
});

describe('a body', () => {
  test.each([
    ['with its length', 3_200_000, true],
    ['without its length', 3_200_000, false],
    ['of exactly one piece', 131_072, false],
    ['of a few bytes', 5, true],
    ['of nothing, in chunks', 0, false],
  ])('%s arrives whole', async (_, length, announced) => {
    const body = pattern(length);
    const seen = await run(echo, post(announced ? length : undefined), { body });
    expect(seen).toMatchObject({ error: undefined, ended: { writer: true, body: true } });
    expect(seen.body.equals(body)).toBe(true);
  });

  test('is not asked for unless somebody reads', async () => {
    const seen = await run(() => Promise.resolve(new Response('no')), post(500_000), {
      body: pattern(500_000),
    });
    expect(seen).toMatchObject({ asked: 0, ended: { writer: true, body: true } });
  });

  test('is asked for no further ahead than two pieces', async () => {
    const seen = await run(
      async (request) => {
        const reader = request.body?.getReader();
        await reader?.read();
        return new Response('enough');
      },
      post(5_000_000),
      { body: pattern(5_000_000) },
    );
    expect(seen.asked).toBeLessThanOrEqual(3 * 131_072);
    expect(seen).toMatchObject({ error: undefined, ended: { writer: true, body: true } });
  });

  test('of a GET is never there', async () => {
    let body: unknown;
    const seen = await run(
      (request) => {
        body = request.body;
        return Promise.resolve(new Response());
      },
      { method: 'GET', url: '/' },
      { body: Uint8Array.of(1) },
    );
    expect(body).toBeNull();
    expect(seen).toMatchObject({ asked: 0, ended: { body: true } });
  });

  test('may be absent altogether', async () => {
    const seen = await run(echo, post(), { body: undefined });
    expect(seen).toMatchObject({ error: undefined, writes: [] });
  });

  test('announced as too large is refused before anybody sees it', async () => {
    let called = false;
    const seen = await run(
      () => {
        called = true;
        return Promise.resolve(new Response());
      },
      post(101),
      { body: pattern(101), maxBodyBytes: 100 },
    );
    expect(called).toBe(false);
    expect(seen).toMatchObject({ status: 413, asked: 0, ended: { body: true } });
    expect(JSON.parse(seen.body.toString())).toEqual({
      error: { code: 'too_large', message: 'The request body is too large.', limit: 100 },
    });
  });

  test('that turns out too large fails its reader and is answered with 413', async () => {
    const seen = await run(async (request) => new Response(await request.text()), post(), {
      body: pattern(200_000),
      maxBodyBytes: 150_000,
    });
    expect(seen).toMatchObject({ status: 413, ended: { writer: true, body: true } });
  });

  test('at the limit is not too large', async () => {
    const body = pattern(150_000);
    const seen = await run(echo, post(), { body, maxBodyBytes: 150_000 });
    expect(seen.body.equals(body)).toBe(true);
  });

  test.each([0, 1, 131_072, 199_999])('cut off after %d bytes is no success', async (after) => {
    let failure: unknown;
    const seen = await run(
      async (request) => {
        try {
          return new Response(await request.arrayBuffer());
        } catch (thrown) {
          failure = thrown;
          throw thrown;
        }
      },
      post(200_000),
      { body: pattern(200_000), bodyFailsAfter: after },
    );
    expect(failure).toMatchObject({ name: 'HttpBridgeError', code: 'body_truncated' });
    expect(seen).toMatchObject({ status: 400, ended: { writer: true, body: true } });
  });

  test('that the server does not hand over is no success', async () => {
    const seen = await run(async (request) => new Response(await request.text()), post(5), {
      body: pattern(5),
      refused: ['body'],
    });
    expect(seen).toMatchObject({ status: 400, error: undefined });
  });

  test('that nobody reads does not hold the answer up', async () => {
    const answered = Promise.withResolvers<undefined>();
    const events = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        controller.enqueue(Uint8Array.of(1));
        await answered.promise;
        controller.close();
      },
    });
    const seen = await run(() => Promise.resolve(new Response(events)), post(500_000), {
      body: pattern(500_000),
      // The stream goes on only once the server has its first piece.
      onWrite: () => answered.resolve(undefined),
    });
    expect(seen).toMatchObject({ error: undefined, asked: 0, writes: [1] });
  });

  test('that an answer is made of may be as large as the limit, and is sent in large pieces', async () => {
    const body = pattern(1_000_000);
    const seen = await run(echo, post(), { body, maxBodyBytes: 1_000_000 });
    expect(seen.body.equals(body)).toBe(true);
    expect(seen.writes.length).toBeLessThan(8);
  });

  test('that breaks off while the answer is made of it leaves room for a proper answer', async () => {
    const seen = await run(echo, post(200_000), {
      body: pattern(200_000),
      bodyFailsAfter: 150_000,
    });
    expect(seen).toMatchObject({ status: 400, error: undefined });
    expect(JSON.parse(seen.body.toString())).toMatchObject({ error: { code: 'invalid' } });
  });

  test('that is dropped in the middle does not break the answer', async () => {
    const seen = await run(
      async (request) => {
        const reader = request.body?.getReader();
        await reader?.read();
        await reader?.cancel();
        return new Response('enough');
      },
      post(),
      { body: pattern(500_000) },
    );
    expect(seen.body.toString()).toBe('enough');
    expect(seen.ended.body).toBe(true);
  });

  test('read after the answer fails instead of ending early', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await run(
      (request) => {
        const reader = request.body?.getReader();
        later = (async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          return reader?.read();
        })();
        later.catch(() => undefined);
        return Promise.resolve(new Response());
      },
      post(10),
      { body: pattern(10) },
    );
    await expect(later).rejects.toMatchObject({ code: 'body_truncated' });
  });
});

describe('many requests', () => {
  test('300 at once are each answered with their own body', async () => {
    const all = await Promise.all(
      Array.from({ length: 300 }, (_, index) => {
        const body = pattern(100 + index * 97);
        return run(echo, post(body.length), { body }).then((seen) => seen.body.equals(body));
      }),
    );
    expect(all.every(Boolean)).toBe(true);
  });

  test('the signal fires when the server hangs up', async () => {
    const fired = Promise.withResolvers<string>();
    await run(
      (_, { signal }) => {
        signal.addEventListener('abort', () => fired.resolve('gone'));
        return Promise.resolve(new Response());
      },
      { method: 'GET', url: '/' },
    );
    expect(await fired.promise).toBe('gone');
  });
});
