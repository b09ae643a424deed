/** Starts a plugin's executable as Mattermost's supervisor does, and waits for its handshake line. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { toError } from '../../../server/errors.ts';
import { parseHandshake, type Handshake } from '../../../server/wire/goplugin/index.ts';
import { PluginProcessError } from './errors.ts';

/** Bytes of the first line that are waited for. */
const maxFirstLine = 64 * 1024;

/** What Mattermost adds to its own environment for a plugin. */
const pluginEnvironment = {
  MATTERMOST_PLUGIN: 'Securely message teams, anywhere.',
  PLUGIN_PROTOCOL_VERSIONS: '1',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
};

/** A process that has announced itself. */
export class Launched {
  readonly handshake: Handshake;
  /** From start to handshake line, in milliseconds. */
  readonly startMs: number;
  /** Settles when the process is gone. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  #paused = false;

  constructor(child: ChildProcess, handshake: Handshake, startMs: number) {
    this.#child = child;
    this.handshake = handshake;
    this.startMs = startMs;
    this.exited = this.gone ? Promise.resolve() : once(child, 'exit').then(() => undefined);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Whether the process stands still, by `pause`. */
  get paused(): boolean {
    return this.#paused;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Stops the process in its tracks, until `resume`. */
  pause(): void {
    this.#paused = true;
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#paused = false;
    this.#child.kill('SIGCONT');
  }
}

/** What a process is started with. */
export interface LaunchOptions {
  readonly executable: string;
  /** Beside the host's own environment. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** How long the process has for its handshake line, in milliseconds. */
  readonly startTimeoutMs: number;
  /** Gets everything the process writes to standard error. */
  readonly stderr: (chunk: Uint8Array) => void;
}

/**
 * Starts the executable without arguments, in the host's working directory and with its standard input.
 *
 * @throws {PluginProcessError} `checksum`, `spawn` or `handshake`; the process is gone then.
 */
export async function launch({
  executable,
  env,
  startTimeoutMs,
  stderr,
}: LaunchOptions): Promise<Launched> {
  const expected = await sha256(executable);
  if ((await sha256(executable)) !== expected) {
    throw new PluginProcessError('checksum', 'checksums did not match');
  }
  const startedAt = performance.now();
  const child = spawn(executable, [], {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...pluginEnvironment, ...env },
  });
  child.stderr.on('data', stderr);
  try {
    const handshake = parseFirstLine(await firstLine(child, startTimeoutMs));
    return new Launched(child, handshake, performance.now() - startedAt);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Checksums by file and state of the file: reading an executable takes longer than starting it. */
const checksums = new Map<string, string>();

/** The SHA-256 of a file in hexadecimal. */
async function sha256(file: string): Promise<string> {
  const state = await stateOf(file);
  const known = checksums.get(state);
  if (known !== undefined) return known;
  const checksum = await readChecksum(file);
  checksums.set(state, checksum);
  return checksum;
}

/** Changes whenever the file's content may have changed. */
async function stateOf(file: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeMs, ctimeMs } = await stat(file);
    return [dev, ino, size, mtimeMs, ctimeMs].join('/');
  } catch (cause) {
    throw new PluginProcessError('spawn', `cannot read ${file}`, { cause });
  }
}

async function readChecksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (cause) {
    throw new PluginProcessError('spawn', `cannot read ${file}`, { cause });
  }
  return hash.digest('hex');
}

function parseFirstLine(line: string): Handshake {
  try {
    return parseHandshake(line);
  } catch (cause) {
    throw new PluginProcessError('handshake', 'Unrecognized remote plugin message', { cause });
  }
}

/** The first line of standard output. What follows is read and thrown away. */
function firstLine(child: ChildProcess, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (code: 'spawn' | 'handshake', message: string, cause?: unknown): void => {
      clearTimeout(timer);
      reject(new PluginProcessError(code, message, { cause }));
    };
    const timer = setTimeout(
      () => fail('handshake', 'timeout while waiting for plugin to start'),
      timeoutMs,
    );
    child.once('error', (error) => fail('spawn', 'cannot start the plugin', toError(error)));
    child.once('exit', (code, signal) =>
      fail('handshake', `plugin exited before we could connect (${signal ?? String(code)})`),
    );
    child.stdout?.on('data', (chunk: Buffer) => {
      if (text.includes('\n') || text.length > maxFirstLine) return;
      text += chunk.toString();
      if (!text.includes('\n') && text.length <= maxFirstLine) return;
      clearTimeout(timer);
      resolve(text.slice(0, text.indexOf('\n')));
    });
  });
}
