/** Requests and answers through Mattermost's own ServeHTTP and ServeMetrics. */
import { createHash, randomBytes } from 'node:crypto';

import { expect, test } from '@jest/globals';

import { describeInterop, probeId, startProbe } from './suite.ts';

/** 20 MB: far beyond every window and buffer on the way. */
const largeBody = 20_000_000;

const concurrentRequests = 300;

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describeInterop('HTTP through Mattermost’s own bridge', startProbe, (suite) => {
  const address = (path: string): string => `${suite.host.url}/plugins/${probeId}${path}`;

  test('GET', async () => {
    const response = await fetch(address('/'));
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
  });

  test('metrics', async () => {
    const response = await fetch(`${suite.host.url}/metrics/${probeId}`);
    expect(await response.text()).toBe('probe_up 1\n');
  });

  test('headers and status come through in canonical form', async () => {
    const response = await fetch(address('/echo'), { method: 'POST', body: 'x' });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-probe-method')).toBe('POST');
    expect(response.headers.getSetCookie()).toEqual(['a=1']);
  });

  test('an empty body', async () => {
    const response = await fetch(address('/echo'), { method: 'POST' });
    expect(await response.text()).toBe('');
  });

  test('a body of 20 MB comes back as it was', async () => {
    const body = randomBytes(largeBody);
    const response = await fetch(address('/echo'), { method: 'POST', body });
    expect(digest(await response.bytes())).toBe(digest(body));
  }, 60_000);

  test('a body that is sent in pieces, without a length', async () => {
    const pieces = Array.from({ length: 50 }, () => randomBytes(10_000));
    const response = await fetch(address('/echo'), {
      method: 'POST',
      body: ReadableStream.from(pieces),
      duplex: 'half',
    });
    expect(digest(await response.bytes())).toBe(digest(Buffer.concat(pieces)));
  });

  test('a reader who leaves early disturbs nobody', async () => {
    const abort = new AbortController();
    const response = await fetch(address('/echo'), {
      method: 'POST',
      body: randomBytes(largeBody),
      signal: abort.signal,
    });
    await response.body?.getReader().read();
    abort.abort();
    expect(await (await fetch(address('/'))).text()).toBe('ok');
  }, 60_000);

  test('300 requests at once', async () => {
    const bodies = Array.from({ length: concurrentRequests }, (_, i) => `body ${i} `.repeat(500));
    const answers = await Promise.all(
      bodies.map(async (body) => (await fetch(address('/echo'), { method: 'POST', body })).text()),
    );
    expect(answers).toEqual(bodies);
  }, 60_000);

  test('an unknown plugin is not found', async () => {
    expect((await fetch(`${suite.host.url}/plugins/nobody/`)).status).toBe(404);
  });
});
