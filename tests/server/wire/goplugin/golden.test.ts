/**
 * A session as recorded between hashicorp/go-plugin's host and a plugin, byte for byte: the host's bytes go in,
 * the plugin's must come out.
 *
 * The recording was made with the ids that its encoders chose for their types. An id is free as long as it is
 * used consistently; where ours differ (the body of a message is encoded before its header) the expected bytes
 * say so.
 */
import { describe, expect, test } from '@jest/globals';
import { silentLog } from '../../../../server/log.ts';
import {
  bytes,
  interfaceOf,
  slice,
  string,
  struct,
  uint,
} from '../../../../server/wire/gob/index.ts';
import { OutputStream } from '../../../../server/wire/goplugin/output_stream.ts';
import { PluginSession, type Broker } from '../../../../server/wire/goplugin/index.ts';
import { Empty, RpcClient, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
import { YamuxSession } from '../../../../server/wire/yamux/index.ts';
import { ManualClock, settle } from '../../../support/manual_clock.ts';
import { ScriptedTransport } from '../../../support/scripted_transport.ts';
import { parseFrames } from '../../../support/yamux_frames.ts';

/** Hexadecimal digits, white space between them ignored, and text in double quotes as it is. */
function hex(text: string): Buffer {
  const parts = text
    .split('"')
    .map((part, i) =>
      i % 2 === 1 ? Buffer.from(part) : Buffer.from(part.replace(/\s/gu, ''), 'hex'),
    );
  return Buffer.concat(parts);
}

const requestType = (id: string): string =>
  `2f ${id} 03 01 01 07 "Request" 01 ${next(id)} 00 01 02 01 0d "ServiceMethod" 01 0c 00 01 03 "Seq" 01 06 00 00 00`;

const responseType = (id: string): string =>
  `3a ${id} 03 01 01 08 "Response" 01 ${next(id)} 00 01 03 01 0d "ServiceMethod" 01 0c 00` +
  ` 01 03 "Seq" 01 06 00 01 05 "Error" 01 0c 00 00 00`;

/** The positive form of a type id from its negative: -65 is ff81, 65 is ff82. */
function next(id: string): string {
  return `ff ${(Number.parseInt(id.slice(-2), 16) + 1).toString(16)}`;
}

const data = (stream: number, length: number): string =>
  `00 00 0000 0000000${stream} ${length.toString(16).padStart(8, '0')}`;
const window = (flags: number, stream: number): string =>
  `00 01 000${flags} 0000000${stream} 00000000`;
const syn = (stream: number): string => window(1, stream);
const ack = (stream: number): string => window(2, stream);

const Returns = struct('Z_LoadPluginConfigurationArgsReturns', { a: bytes });

/** A plugin that loads its configuration in OnActivate, as the recorded one did. */
function plugin(loaded: (configuration: Uint8Array) => void, clock: ManualClock) {
  return (name: string, broker: Broker) => {
    if (name !== 'hooks') return undefined;
    const OnActivate = struct('Z_OnActivateArgs', {
      aPIMuxId: uint,
      driverMuxId: uint,
    });
    const OnActivateReturns = struct('Z_OnActivateReturns', { a: interfaceOf({}) });
    return new Map([
      ['Plugin.Implemented', rpcHandler(Empty, slice(string), () => ['OnActivate', 'ServeHTTP'])],
      [
        'Plugin.OnActivate',
        rpcHandler(OnActivate, OnActivateReturns, async ({ aPIMuxId }) => {
          const api = new RpcClient(await broker.dial(aPIMuxId), { clock, log: silentLog });
          const reply = await api.call('Plugin.LoadPluginConfiguration', Empty, {}, Returns);
          loaded(reply.a);
          return {};
        }),
      ],
    ]);
  };
}

/** `H` is what the host sends, `P` what the plugin answers to it, whole frames. */
const transcript: readonly (readonly ['H' | 'P', string])[] = [
  ['H', syn(1)],
  ['H', syn(3)],
  ['H', syn(5)],
  ['P', `${ack(1)} ${ack(3)} ${ack(5)}`],
  [
    'H',
    `${data(1, 0x51)} ${requestType('ff81')} 17 ff82 01 12 "Dispenser.Dispense" 00 08 0c 00 05 "hooks"`,
  ],
  [
    'P',
    `${data(1, 0x57)} ${responseType('ff81')} 17 ff82 01 12 "Dispenser.Dispense" 00 03 06 00 01`,
  ],
  ['H', syn(7)],
  ['H', `${data(7, 4)} 01000000`],
  ['P', ack(7)],
  ['P', `${data(7, 4)} 01000000`],
  [
    'H',
    `${data(7, 0x57)} ${requestType('ff81')} 17 ff82 01 12 "Plugin.Implemented" 00` +
      ` 0a ff83 03 01 02 ff84 00 00 00 03 ff84 00`,
  ],
  [
    'P',
    `${data(7, 0x7a)} ${responseType('ff83')} 17 ff84 01 12 "Plugin.Implemented" 00` +
      ` 0c ff81 02 01 02 ff82 00 01 0c 00 00 19 ff82 00 02 0a "OnActivate" 09 "ServeHTTP"`,
  ],
  [
    'H',
    `${data(7, 0x5d)} 18 ff82 01 11 "Plugin.OnActivate" 01 01 00` +
      ` 3b ff85 03 01 01 10 "Z_OnActivateArgs" 01 ff86 00 01 02 01 08 "APIMuxId" 01 06 00` +
      ` 01 0b "DriverMuxId" 01 06 00 00 00 07 ff86 01 01 01 02 00`,
  ],
  ['P', syn(2)],
  ['P', `${data(2, 4)} 01000000`],
  ['H', ack(2)],
  ['H', `${data(2, 4)} 01000000`],
  [
    'P',
    `${data(2, 0x63)} ${requestType('ff83')} 23 ff84 01 1e "Plugin.LoadPluginConfiguration" 00` +
      ` 0a ff81 03 01 02 ff82 00 00 00 03 ff82 00`,
  ],
  [
    'H',
    `${data(2, 0xa5)} ${responseType('ff81')} 23 ff82 01 1e "Plugin.LoadPluginConfiguration" 00` +
      ` 38 ff83 03 01 01 24 "Z_LoadPluginConfigurationArgsReturns" 01 ff84 00 01 01 01 01 "A" 01 0a 00 00 00` +
      ` 0c ff84 01 07 7b2278223a317d 00`,
  ],
  [
    'P',
    `${data(7, 0x45)} 18 ff84 01 11 "Plugin.OnActivate" 01 01 00` +
      ` 27 ff85 03 01 01 13 "Z_OnActivateReturns" 01 ff86 00 01 01 01 01 "A" 01 10 00 00 00 03 ff86 00`,
  ],
];

describe('the golden transcript', () => {
  test.each([
    ['as it was recorded', Infinity],
    ['byte by byte', 1],
    ['in pieces of 7', 7],
  ])('%s', async (_name, size) => {
    const clock = new ManualClock();
    const transport = new ScriptedTransport();
    const mux = new YamuxSession(transport, { role: 'server', log: silentLog, clock });
    let configuration: Uint8Array | undefined;
    const session = new PluginSession(mux, {
      clock,
      log: silentLog,
      stdout: new OutputStream(),
      stderr: new OutputStream(),
      dispense: plugin((loaded) => (configuration = loaded), clock),
    });
    let expected = Buffer.alloc(0);
    for (const [side, text] of transcript) {
      if (side === 'P') {
        expected = Buffer.concat([expected, hex(text)]);
        continue;
      }
      if (expected.length > 0) expectFrames(transport.take(), expected);
      expected = Buffer.alloc(0);
      const sent = hex(text);
      for (let at = 0; at < sent.length; at += size) transport.feed(sent.subarray(at, at + size));
      await settle();
    }
    expectFrames(transport.take(), expected);
    expect(Buffer.from(configuration ?? []).toString()).toBe('{"x":1}');
    await Promise.all([session.close(), clock.advance(60_000)]);
  });
});

function expectFrames(actual: Uint8Array, expected: Uint8Array): void {
  const show = (bytes: Uint8Array): string[] =>
    parseFrames(bytes).map(
      ({ type, flags, id, length, payload }) =>
        `${[type, ...flags, id, length].join(' ')} ${Buffer.from(payload).toString('hex')}`,
    );
  expect(show(actual)).toEqual(show(expected));
}
