/** The plugin, started by hand from the source under Node's inspector, waiting for a server. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { BuildError } from './errors.ts';

/** How long the process has to end by itself, in milliseconds: Node waits for a debugger to leave, which may never be. */
const endMs = 3_000;

/** What a server says to the plugins it starts. */
const serversGreeting = {
  MATTERMOST_PLUGIN: 'Securely message teams, anywhere.',
  PLUGIN_PROTOCOL_VERSIONS: '1',
};

/** A process that waits for a server, or has one. */
export interface Debuggee {
  readonly pid: number;
  /** Where it waits. */
  readonly socketPath: string;
  /** Settles when it has ended. */
  readonly ended: Promise<void>;
  /** Ends it: its server should have let go of it. May be called twice. */
  end(): Promise<void>;
}

/**
 * Starts `server/main.ts` in `root` with `nodeArguments`, such as `--inspect`, in the environment `env`. What it says on standard error, the address
 * of the debugger first, goes to ours. It has all the time it needs: a debugger may hold it at its first line.
 *
 * @throws {BuildError} `program_failed` when it ends before it waits for a server.
 */
export async function startDebuggee(
  root: string,
  nodeArguments: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Debuggee> {
  const args = [...nodeArguments, join(root, 'server/main.ts'), '--reattach'];
  const child = spawn(process.execPath, args, {
    env: { ...env, ...serversGreeting },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const line = await firstLine(child.stdout);
  const [, , network, socketPath] = line?.split('|') ?? [];
  if (child.pid === undefined || network !== 'unix' || socketPath === undefined) {
    child.kill();
    throw new BuildError('program_failed', 'The plugin ended before it waited for a server.');
  }
  return { pid: child.pid, socketPath, ended, end: () => endOf(child, ended) };
}

/** The first line of `output`, or `undefined` when it ends without. */
async function firstLine(output: Readable): Promise<string | undefined> {
  for await (const line of createInterface({ input: output })) return line;
  return undefined;
}

async function endOf(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
  await ended;
  clearTimeout(timer);
}
