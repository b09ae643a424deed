import { describe, expect, test } from '@jest/globals';
import { echo, pattern, post, run } from './bridge.ts';

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
