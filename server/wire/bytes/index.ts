/** Bytes: the duplex stream interface, and the queues that every implementation of it is built from. */
export { ByteQueue } from './byte_queue.ts';
export type { ByteReceiver, ByteStream } from './byte_stream.ts';
export { Inbox } from './inbox.ts';
