import { describe, expect, test } from '@jest/globals';

import { completeConfig } from '../../../../server/wire/yamux/config.ts';
import type { YamuxConfig } from '../../../../server/wire/yamux/config.ts';

describe('configuration', () => {
  test('has the defaults of hashicorp/yamux where that has them', () => {
    const config = completeConfig();
    expect(config.acceptBacklog).toBe(256);
    expect(config.halfCloseTimeoutMs).toBe(300_000);
    expect(config.pingTimeoutMs).toBe(10_000);
    expect(config.keepAliveIntervalMs).toBe(0);
  });

  test('keeps what is given', () => {
    expect(completeConfig({ acceptBacklog: 3 }).acceptBacklog).toBe(3);
  });

  test.each<Partial<YamuxConfig>>([
    { acceptBacklog: 0 },
    { maxStreams: -1 },
    { maxQueuedReplies: 1.5 },
    { maxSendPayloadBytes: 262145 },
    { sendBatchBytes: Number.NaN },
    { keepAliveIntervalMs: 2_147_483_648 },
    { closeGraceMs: Infinity },
  ])('refuses %p', (given) => {
    expect(() => completeConfig(given)).toThrow(expect.objectContaining({ code: 'bad_config' }));
  });
});
