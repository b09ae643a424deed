import { describe, expect, test } from '@jest/globals';

import { completeConfig } from '../../../../server/wire/yamux/config.ts';
import type { YamuxConfig } from '../../../../server/wire/yamux/config.ts';
import { Outbox } from '../../../../server/wire/yamux/outbox.ts';
import type { Sender } from '../../../../server/wire/yamux/outbox.ts';
import { settle } from '../../../support/manual_clock.ts';
import { ScriptedTransport } from '../../../support/scripted_transport.ts';

function outbox(config: Partial<YamuxConfig> = {}): {
  transport: ScriptedTransport;
  box: Outbox;
  failures: unknown[];
} {
  const transport = new ScriptedTransport();
  const failures: unknown[] = [];
  const box = new Outbox(transport, completeConfig(config), (thrown) => failures.push(thrown));
  return { transport, box, failures };
}

/** A stream that owes an ACK and has `left` bytes to send. */
function sender(id: number, left: number): Sender {
  let rest = left;
  return {
    emitDebts: (batch) => batch.header(1, 2, id, 0),
    emit(batch, maxPayload) {
      const length = Math.min(rest, maxPayload);
      batch.header(0, 0, id, length);
      batch.payload(new Uint8Array(length));
      rest -= length;
      return rest > 0;
    },
  };
}

describe('outbox', () => {
  test('sends answers, then debts, then payload, in one write after this turn', async () => {
    const { transport, box } = outbox();
    const stream = sender(1, 10);
    box.addSendable(stream);
    box.addIndebted(stream);
    box.answer(2, 2, 0, 7);
    await Promise.resolve();
    expect(transport.writes).toHaveLength(0);
    await settle();
    expect(transport.writes).toHaveLength(1);
    expect(transport.takeWords()).toEqual(['ping ack 0 7', 'window ack 1 0', 'data 1 10']);
  });

  test('gives each stream one frame a turn', () => {
    const { transport, box } = outbox({ maxSendPayloadBytes: 100 });
    for (const [id, left] of [
      [1, 250],
      [3, 50],
      [5, 150],
    ] as const) {
      box.addSendable(sender(id, left));
    }
    box.flush();
    expect(transport.takeWords().map((line) => line.replace('data ', ''))).toEqual([
      '1 100',
      '3 50',
      '5 100',
      '1 100',
      '5 50',
      '1 50',
    ]);
  });

  test('asks the transport after each batch and keeps the rest until it drains', () => {
    const { transport, box } = outbox({ maxSendPayloadBytes: 100, sendBatchBytes: 150 });
    transport.isFull = true;
    box.addSendable(sender(1, 500));
    box.flush();
    box.flush();
    expect(transport.takeWords()).toEqual(['data 1 100', 'data 1 100']);
    box.answer(2, 2, 0, 1);
    transport.isFull = false;
    box.drained();
    expect(transport.takeWords()).toEqual([
      'ping ack 0 1',
      'data 1 100',
      'data 1 100',
      'data 1 100',
    ]);
  });

  test('takes no more answers than its limit while the transport is full', () => {
    const { transport, box } = outbox({ maxQueuedReplies: 2 });
    transport.isFull = true;
    for (let value = 0; value < 4; value++) box.answer(2, 2, 0, value);
    expect(() => box.answer(2, 2, 0, 9)).toThrow(
      expect.objectContaining({ code: 'reply_flood', goAway: 1 }),
    );
    expect(() => box.requireRoom()).toThrow('answers wait');
    box.drained();
    box.requireRoom();
  });

  test('forgets a stream that is over', () => {
    const { transport, box } = outbox();
    const stream = sender(1, 10);
    box.addSendable(stream);
    box.addIndebted(stream);
    box.remove(stream);
    box.flush();
    expect(transport.writes).toHaveLength(0);
  });

  test('writes nothing after the go-away it stops with', async () => {
    const { transport, box } = outbox();
    transport.isFull = true;
    box.answer(2, 2, 0, 1);
    box.flush();
    box.addSendable(sender(1, 10));
    box.stop(2);
    box.stop(1);
    box.addSendable(sender(3, 10));
    box.drained();
    box.flushAll();
    await settle();
    expect(transport.takeWords()).toEqual(['ping ack 0 1', 'goaway 0 2']);
  });

  test('reports what writing throws', async () => {
    const { transport, box, failures } = outbox();
    transport.failure = new Error('broken');
    box.send(3, 0, 0, 0);
    await settle();
    expect(failures).toEqual([transport.failure]);
  });
});
