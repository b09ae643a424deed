/** Output for the host's log: sent in order, never waited for, dropped and counted when nobody reads. */
import { describe, expect, test } from '@jest/globals';
import { maxUnsentOutput } from '../../../../server/wire/goplugin/limits.ts';
import { OutputStream } from '../../../../server/wire/goplugin/output_stream.ts';
import { settle } from '../../../support/manual_clock.ts';
import { memoryStreamPair } from '../../../support/memory_stream.ts';
import { RecordingReceiver } from '../../../support/recording_receiver.ts';

describe('OutputStream', () => {
  test('sends text as UTF-8, in order', async () => {
    const [host, own] = memoryStreamPair({ chunk: 1 });
    const output = new OutputStream();
    output.attach(own);
    const receiver = new RecordingReceiver(host);
    host.receive(receiver);
    for (const text of ['one\n', '', 'zwölf\n']) expect(output.write(text)).toBe(true);
    await settle();
    expect(Buffer.from(receiver.bytes()).toString()).toBe('one\nzwölf\n');
    expect(output.dropped).toBe(0);
  });

  test('drops what the host does not read, and goes on once it does', async () => {
    const [host, own] = memoryStreamPair({ window: 1_000 });
    const output = new OutputStream();
    output.attach(own);
    const line = 'x'.repeat(99) + '\n';
    let taken = 0;
    for (let i = 0; i < 1_000; i += 1) if (output.write(line)) taken += 1;
    expect(taken * line.length).toBeLessThanOrEqual(maxUnsentOutput);
    expect(output.dropped).toBe((1_000 - taken) * line.length);
    host.receive(new RecordingReceiver(host));
    await settle();
    expect(output.write(line)).toBe(true);
  });

  test.each<readonly [string, (output: OutputStream) => Promise<void>]>([
    ['there was no host', () => Promise.resolve()],
    [
      'the host has ended the stream',
      async (output) => {
        const [host, own] = memoryStreamPair();
        output.attach(own);
        host.end();
        await host.closed;
      },
    ],
    [
      'the stream broke',
      async (output) => {
        const [host, own] = memoryStreamPair();
        output.attach(own);
        host.reset();
        await own.closed;
      },
    ],
  ])('drops what is written after %s', async (_name, prepare) => {
    const output = new OutputStream();
    await prepare(output);
    expect(output.write('nobody hears it')).toBe(false);
    expect(output.dropped).toBe(15);
  });

  test('lets the host send, and drops it', async () => {
    const [host, own] = memoryStreamPair({ window: 10 });
    new OutputStream().attach(own);
    await expect(host.write(new Uint8Array(100))).resolves.toBeUndefined();
  });
});
