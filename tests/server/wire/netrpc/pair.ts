/** A client and a server, or one of them and the bytes of the test: what the tests of this folder share. */
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { bytes, GobEncoder, int, string, struct } from '../../../../server/wire/gob/index.ts';
import { RpcClient, rpcHandler, RpcServer } from '../../../../server/wire/netrpc/index.ts';
import type { RpcHandler } from '../../../../server/wire/netrpc/index.ts';
import { ManualClock } from '../../../support/manual_clock.ts';
import { memoryStreamPair, type MemoryStreamOptions } from '../../../support/memory_stream.ts';

/** What most methods here take and give. */
export const Echo = struct('Echo', { a: string, b: bytes, c: int });

/** Answers what it was given. */
export const echo = rpcHandler(Echo, Echo, (args) => args);

/** Never answers. */
export const never = rpcHandler(Echo, Echo, () => new Promise<never>(() => undefined));

/** Always fails. */
export const fail = rpcHandler(Echo, Echo, () => {
  throw new Error('on purpose', { cause: new Error('the reason stays here') });
});

/** How a pair is connected. */
export interface PairOptions extends MemoryStreamOptions {
  maxConcurrent?: number;
  timeoutMs?: number;
}

/** A client and a server, with the stream between them and the time they see. */
export interface Pair {
  readonly clock: ManualClock;
  readonly near: ByteStream;
  readonly far: ByteStream;
  readonly client: RpcClient;
  readonly server: RpcServer;
}

/** Connects a client to a server of `handlers`. */
export function connect(handlers: Record<string, RpcHandler>, options: PairOptions = {}): Pair {
  const clock = new ManualClock();
  const log = silentLog;
  const { maxConcurrent, timeoutMs, ...carrying } = options;
  const [near, far] = memoryStreamPair(carrying);
  const limited = maxConcurrent === undefined ? { log } : { log, maxConcurrent };
  const timed = timeoutMs === undefined ? { clock, log } : { clock, log, timeoutMs };
  const server = new RpcServer(far, new Map(Object.entries(handlers)), limited);
  return { clock, near, far, server, client: new RpcClient(near, timed) };
}

/** What a promise rejects with; undefined when it does not. */
export function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Something that stays shut until the test opens it. */
export interface Gate {
  readonly open: () => void;
  readonly opened: Promise<void>;
}

/** Makes a gate. */
export function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { open: () => resolve(undefined), opened: promise };
}

/** One end of a stream whose other end is the test. */
export interface LoneEnd {
  readonly own: ByteStream;
  readonly peer: ByteStream;
  readonly encoder: GobEncoder;
  readonly clock: ManualClock;
  /** Writes as the peer, without waiting: the other side may be gone already. */
  readonly send: (...parts: readonly Uint8Array[]) => void;
}

/** Makes a stream whose other end is the test. */
export function loneEnd(): LoneEnd {
  const [peer, own] = memoryStreamPair();
  const send = (...parts: readonly Uint8Array[]): void => {
    for (const part of parts) peer.write(part).catch(() => undefined);
  };
  return { peer, own, send, encoder: new GobEncoder(), clock: new ManualClock() };
}

/** A count whose own length would be 128 bytes: no uint of gob. */
export const noGob: Uint8Array = new Uint8Array(40).fill(0x80);

/** A byte that is overwritten. */
type Change = readonly [at: number, value: number];

/** A few changes to that many bytes. */
export function mutations(length: number): fc.Arbitrary<Change[]> {
  const change = fc.tuple(fc.nat({ max: length - 1 }), fc.nat({ max: 255 }));
  return fc.array(change, { minLength: 1, maxLength: 4 });
}

/** The bytes with the changes made. */
export function mutate(valid: Uint8Array, changes: readonly Change[]): Uint8Array {
  const changed = new Uint8Array(valid);
  for (const [at, value] of changes) changed[at] = value;
  return changed;
}
