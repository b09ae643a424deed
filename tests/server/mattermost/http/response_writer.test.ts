import { describe, expect, test } from '@jest/globals';
import type { HttpHandler } from '../../../../server/mattermost/http/index.ts';
import { echo, pattern, post, recorder, run } from './bridge.ts';

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

  test.each([
    ['that the server does not accept', new Uint8Array(1), { refused: ['writer' as const] }, 0],
    ['that the server does not take', new Uint8Array(1), { broken: ['Write'] }, 0],
    ['that gives something else than bytes', 'text', {}, 10],
  ])('%s is stopped, whoever gives it', async (_, chunk, options, bodyBytes) => {
    const stopped = Promise.withResolvers<string>();
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(chunk),
      cancel: () => stopped.resolve('stopped'),
    });
    const body = pattern(bodyBytes);
    const handler: HttpHandler = async (request) => {
      await request.body?.getReader().read();
      return new Response(endless);
    };
    await run(handler, post(bodyBytes), { ...options, body });
    expect(await stopped.promise).toBe('stopped');
  });

  test('has nowhere to go when the server does not accept its stream', async () => {
    const seen = await run(echo, { method: 'GET', url: '/' }, { refused: ['writer'] });
    expect(seen.error).toContain('nobody accepts writer');
    expect(seen.ended.body).toBe(true);
  });
});
