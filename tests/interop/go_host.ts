/** Mattermost's own Go plugin host as a child process, driven over its control API. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Where compiled Go programs go; outside the source tree. */
const buildDirectory = join(import.meta.dirname, '../../node_modules/.cache/interop');

/** One API call as the Go side saw it. */
export interface RecordedCall {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Memory and handles of host and plugin; bytes. */
export interface ProcessFigures {
  readonly pluginPid: number;
  readonly pluginResident: number;
  readonly hostHeap: number;
  readonly goroutines: number;
  readonly openFiles: number;
}

/** Why Go programs cannot be built here, or undefined when they can. */
export function goMissing(): string | undefined {
  const result = spawnSync('go', ['version'], { encoding: 'utf8' });
  return result.status === 0 ? undefined : 'skipped: no Go toolchain on this machine';
}

/**
 * Compiles a package of this folder's Go module and returns the path of the executable.
 *
 * @throws {Error} with the compiler's output when it does not build.
 */
export function buildGo(packageName: string): string {
  mkdirSync(buildDirectory, { recursive: true });
  const executable = join(buildDirectory, packageName);
  execFileSync('go', ['build', '-o', executable, `./${packageName}`], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return executable;
}

/** A running Go host. */
export class GoHost {
  /** Base address, such as `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #exited: Promise<void>;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
    this.#exited = new Promise((resolve) => {
      process.once('exit', () => {
        resolve();
      });
    });
  }

  /** Builds and starts the host. */
  static async start(): Promise<GoHost> {
    const process = spawn(buildGo('host'), [], { stdio: ['pipe', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: process.stdout })) {
      const address = /^listening (\S+)$/.exec(line)?.[1];
      if (address !== undefined) return new GoHost(process, address);
    }
    throw new Error('the Go host ended before it listened');
  }

  /** Ends the host and with it every plugin. A second call does nothing more. */
  async stop(): Promise<void> {
    this.#process.stdin?.end();
    await this.#exited;
  }

  /** True once the host's process has ended, by itself or by `stop`. */
  get ended(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Unpacks a bundle into the host's plugin folder and returns the plugin's id. */
  async install(bundle: string): Promise<string> {
    return (await this.#control<{ id: string }>('install', { bundle })).id;
  }

  /** Activates a plugin; returns the milliseconds it took. */
  async activate(id: string): Promise<number> {
    return (await this.#control<{ milliseconds: number }>('activate', { id })).milliseconds;
  }

  /** Uses a process that somebody else started; `request` is a `model.PluginReattachRequest`. */
  async reattach(request: unknown): Promise<void> {
    await this.#control('reattach', request);
  }

  /** Deactivates a plugin; returns the milliseconds it took. */
  async deactivate(id: string): Promise<number> {
    return (await this.#control<{ milliseconds: number }>('deactivate', { id })).milliseconds;
  }

  /** Runs the server's health check once; returns the plugin's state (2 = running). */
  async checkHealth(id: string): Promise<number> {
    return (await this.#control<{ state: number }>('health', { id })).state;
  }

  /** Calls a hook with JSON arguments; returns its results as JSON. */
  async hook(id: string, hook: string, args: readonly unknown[]): Promise<readonly unknown[]> {
    return this.#control('hook', { id, hook, args });
  }

  /**
   * Sets what an API method answers: its results in Go's order, errors as `{id, message, status_code}` or
   * text. A method name may carry a first argument (`GetUser:abc`). `null` removes the answer.
   */
  async reply(method: string, results: readonly unknown[] | null): Promise<void> {
    await this.#control('reply', { method, results });
  }

  /** Makes an API method answer with every field of its results set; returns them by Go's field names. */
  async fill(method: string): Promise<readonly unknown[]> {
    return this.#control('fill', { method });
  }

  /** Switches the recording of API calls, which benchmarks do without. */
  async record(on: boolean): Promise<void> {
    await this.#control('recording', { on });
  }

  /** The API calls since the last look. */
  async takeCalls(): Promise<readonly RecordedCall[]> {
    return this.#control('calls', {});
  }

  /** The whole KV store as text. */
  async store(): Promise<Readonly<Record<string, string>>> {
    return this.#control('store', {});
  }

  /** The host's log lines since the last look. */
  async takeLogs(): Promise<readonly string[]> {
    return this.#control('logs', {});
  }

  /** What host and plugin hold now, after a garbage collection of the host. */
  async figures(id: string): Promise<ProcessFigures> {
    return this.#control('process', { id });
  }

  async #control<Reply>(name: string, body: unknown): Promise<Reply> {
    const response = await fetch(`${this.url}/control/${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${name}: ${(await response.text()).trim()}`);
    return (await response.json()) as Reply;
  }
}
