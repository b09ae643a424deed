/** The unix socket on which a plugin waits for its one host. */
import * as fs from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Clock } from '../../clock.ts';
import { GoPluginError } from './errors.ts';
import { fitsSocketPath } from './handshake.ts';
import { connectTimeoutMs, maxProbes } from './limits.ts';

// Node's `fs/promises` brings along what reads lines from files, which an idle process would hold for nothing.
const mkdtemp = promisify(fs.mkdtemp);
const rm = promisify(fs.rm);

/** Who is expected to connect. */
export type ListenMode =
  /** The host that started this process: its first connection is the one. */
  | 'launch'
  /**
   * A host that attaches to a running process, in development: it opens and closes a connection first to see
   * whether somebody listens, so the first connection that sends something is the one, whenever it comes.
   */
  | 'reattach';

/** A socket that hands out one connection. */
export interface Listener {
  readonly path: string;
  /**
   * The host. By then nobody else can connect, and the socket is gone from the file system. Rejects with a
   * `GoPluginError`: `no_host`, or `closed` after `close`.
   */
  readonly host: Promise<Socket>;
  /** Stops listening and removes the socket and its directory. May be called twice. */
  close(): Promise<void>;
}

/**
 * Listens in a fresh directory that only this user can enter, inside the first of `directories` where that
 * works: connections carry no proof of who made them.
 *
 * @throws {GoPluginError} `listen` when it works in none.
 */
export async function listen(
  directories: readonly string[],
  mode: ListenMode,
  clock: Clock,
): Promise<Listener> {
  const failures: unknown[] = [];
  for (const parent of directories) {
    try {
      const directory = await makeDirectory(parent);
      try {
        const path = join(directory, socketName);
        const server = createServer();
        await bind(server, path);
        return new HostListener(server, directory, path, mode, clock);
      } catch (error) {
        await rm(directory, { recursive: true, force: true });
        throw error;
      }
    } catch (error) {
      failures.push(error);
    }
  }
  throw new GoPluginError('listen', `no socket can be opened in any of ${directories.join(', ')}`, {
    cause: new AggregateError(failures, failures.map(String).join('; ')),
  });
}

const socketName = 'host';

/** What `mkdtemp` puts behind its prefix, in characters. */
const randomLength = 6;

/** Makes the directory, unless a socket in it could not be reached by its path. */
async function makeDirectory(parent: string): Promise<string> {
  const prefix = join(parent, 'plugin');
  if (!fitsSocketPath(join(prefix + 'x'.repeat(randomLength), socketName))) {
    throw new GoPluginError('listen', `${parent} is too long a path for a socket`);
  }
  return mkdtemp(prefix);
}

function bind(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

class HostListener implements Listener {
  readonly path: string;
  readonly host: Promise<Socket>;
  readonly #server: Server;
  readonly #directory: string;
  readonly #settle: { resolve: (socket: Socket) => void; reject: (error: Error) => void };
  readonly #alarm = new AbortController();
  /** Connections that have sent nothing yet. */
  readonly #probes = new Set<Socket>();
  #closing: Promise<void> | undefined;

  constructor(server: Server, directory: string, path: string, mode: ListenMode, clock: Clock) {
    this.#server = server;
    this.#directory = directory;
    this.path = path;
    const { promise, resolve, reject } = Promise.withResolvers<Socket>();
    this.host = promise;
    this.#settle = { resolve, reject };
    // Whoever holds the listener awaits `host`; a close before that must not count as unhandled.
    promise.catch(() => undefined);
    server.on('error', (cause) => {
      this.#fail(new GoPluginError('listen', 'the socket broke', { cause }));
    });
    if (mode === 'launch') {
      server.on('connection', (socket) => this.#choose(socket));
      void clock.sleep(connectTimeoutMs, this.#alarm.signal).then(() => {
        this.#fail(new GoPluginError('no_host', 'the host did not connect'));
      });
    } else {
      server.maxConnections = maxProbes;
      server.on('connection', (socket) => this.#probe(socket));
    }
  }

  async close(): Promise<void> {
    this.#fail(new GoPluginError('closed', 'stopped before the host connected'));
    await this.#closing;
  }

  #probe(socket: Socket): void {
    this.#probes.add(socket);
    const onReadable = (): void => {
      // Readable without a byte is the end: it was only a probe.
      if (socket.readableLength === 0) return;
      socket.off('readable', onReadable);
      this.#probes.delete(socket);
      this.#choose(socket);
    };
    socket.on('readable', onReadable);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#probes.delete(socket));
  }

  #choose(socket: Socket): void {
    if (this.#closing !== undefined) {
      socket.destroy();
      return;
    }
    this.#shut();
    this.#settle.resolve(socket);
  }

  #fail(error: Error): void {
    this.#settle.reject(error);
    this.#shut();
  }

  #shut(): void {
    this.#alarm.abort();
    this.#closing ??= this.#remove();
  }

  async #remove(): Promise<void> {
    for (const socket of this.#probes) socket.destroy();
    // Node removes the socket itself; the callback would wait for the connection that was chosen.
    this.#server.close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
