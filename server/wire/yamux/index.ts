/** Yamux: many streams over one connection, in either role. */
export type { YamuxConfig } from './config.ts';
export { YamuxError } from './errors.ts';
export type { YamuxErrorCode } from './errors.ts';
export { GoAway, INITIAL_STREAM_WINDOW } from './frame.ts';
export type { Role } from './frame.ts';
export { YamuxSession } from './session.ts';
export type { SessionOptions } from './session.ts';
export { socketTransport } from './socket_transport.ts';
export type { Transport, TransportEvents } from './transport.ts';
