/** The transport of a real session: a connected socket. */
import type { Socket } from 'node:net';

import type { Transport, TransportEvents } from './transport.ts';

/** Makes a transport of a connected socket, TCP or unix. The socket belongs to it from now on. */
export function socketTransport(socket: Socket): Transport {
  // Frames are gathered per tick already; waiting for more would only delay answers.
  socket.setNoDelay(true);
  return {
    start(events: TransportEvents): void {
      let closed = false;
      const close = (error?: Error): void => {
        if (closed) return;
        closed = true;
        events.close(error);
      };
      socket.on('data', (chunk: Buffer) => {
        if (!closed) events.data(chunk);
      });
      socket.on('drain', () => events.drain());
      socket.on('error', close);
      socket.on('end', () => close());
      socket.on('close', () => close());
    },
    write(parts: readonly Uint8Array[]): boolean {
      if (parts.length === 1 && parts[0] !== undefined) return socket.write(parts[0]);
      let room = true;
      socket.cork();
      for (const part of parts) room = socket.write(part);
      socket.uncork();
      return room;
    },
    end(): void {
      socket.end();
    },
    destroy(): void {
      socket.destroy();
    },
  };
}
