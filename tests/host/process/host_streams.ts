/** What the host does with connections and streams that carry no calls. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ByteStream } from '../../../server/wire/bytes/index.ts';
import type { Handshake } from '../../../server/wire/goplugin/index.ts';
import { PluginProcessError } from './errors.ts';

/** Connects to what the handshake names. @throws {PluginProcessError} `connect` as a rejection. */
export async function dial({ network, address }: Handshake): Promise<Socket> {
  const [host = '', port = ''] = network === 'tcp' ? address.split(':') : [];
  const socket = network === 'unix' ? connect(address) : connect(Number(port), host);
  try {
    await once(socket, 'connect');
  } catch (cause) {
    throw new PluginProcessError('connect', 'cannot connect to the plugin', { cause });
  }
  return socket;
}

/** Logs what arrives on a stream, line by line. */
export function logStream(stream: ByteStream, log: (line: string) => void): void {
  let text = '';
  stream.receive({
    data: (chunk) => {
      stream.consumed(chunk.length);
      const lines = (text + Buffer.from(chunk).toString()).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) log(line);
    },
    end: () => stream.end(),
    error: () => undefined,
  });
}

/** Keeps a stream open without a word: the database driver, which nobody here calls. */
export function stayOpen(stream: ByteStream): void {
  stream.receive({
    data: (chunk) => stream.consumed(chunk.length),
    end: () => stream.end(),
    error: () => undefined,
  });
}
