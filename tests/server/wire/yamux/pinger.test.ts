import { describe, expect, test } from '@jest/globals';

import { completeConfig } from '../../../../server/wire/yamux/config.ts';
import { Pinger } from '../../../../server/wire/yamux/pinger.ts';
import { ManualClock } from '../../../support/manual_clock.ts';

function pinger(): { clock: ManualClock; sent: number[]; pings: Pinger; stop: AbortController } {
  const clock = new ManualClock();
  const sent: number[] = [];
  const config = completeConfig({ keepAliveIntervalMs: 1000, pingTimeoutMs: 100 });
  return {
    clock,
    sent,
    pings: new Pinger(clock, config, (value) => sent.push(value)),
    stop: new AbortController(),
  };
}

describe('pinger', () => {
  test('measures each ping by its own answer, in any order', async () => {
    const { clock, sent, pings, stop } = pinger();
    const first = pings.ping(stop.signal);
    await clock.advance(5);
    const second = pings.ping(stop.signal);
    await clock.advance(5);
    expect(new Set(sent).size).toBe(2);
    pings.answered(sent[1]!);
    await clock.advance(10);
    pings.answered(sent[0]!);
    pings.answered(sent[0]!);
    pings.answered(12345);
    expect(await second).toBe(5);
    expect(await first).toBe(20);
    expect(clock.sleeping).toBe(0);
  });

  test('fails when the answer stays away, or the session ends', async () => {
    const { clock, pings, stop } = pinger();
    const late = expect(pings.ping(stop.signal)).rejects.toMatchObject({ code: 'ping_timeout' });
    await clock.advance(100);
    await late;
    const cut = expect(pings.ping(stop.signal)).rejects.toMatchObject({ code: 'session_closed' });
    stop.abort();
    await cut;
    await expect(pings.ping(stop.signal)).rejects.toMatchObject({ code: 'session_closed' });
  });

  test('keeps alive until an answer stays away', async () => {
    const { clock, sent, pings, stop } = pinger();
    const kept = expect(pings.keepAlive(stop.signal)).rejects.toMatchObject({
      code: 'ping_timeout',
    });
    for (let round = 1; round <= 3; round++) {
      await clock.advance(1000);
      expect(sent).toHaveLength(round);
      pings.answered(sent.at(-1)!);
    }
    await clock.advance(1100);
    await kept;
  });

  test('keeps alive until it is stopped', async () => {
    const { clock, sent, pings, stop } = pinger();
    const kept = pings.keepAlive(stop.signal);
    await clock.advance(500);
    stop.abort();
    await kept;
    expect(sent).toEqual([]);
  });
});
