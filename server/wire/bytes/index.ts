/** Bytes: the duplex stream interface, and the queues and cursors every codec is written with. */
export type { ByteReceiver, ByteStream } from './byte_stream.ts';
