import { describe, expect, test } from '@jest/globals';
import { echo, pattern, post, run } from './bridge.ts';

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
    let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
    await run(
      (request) => {
        reader = request.body?.getReader();
        return Promise.resolve(new Response());
      },
      post(10),
      { body: pattern(10) },
    );
    await expect(reader?.read()).rejects.toMatchObject({ code: 'body_truncated' });
  });
});
