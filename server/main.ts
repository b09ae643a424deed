/**
 * Where the process begins: the only reader of environment and arguments, the owner of signals and of the exit.
 *
 * Standard output belongs to the handshake alone. The server reads one line from it and stops listening some time
 * later, so that anything else written there can block the process for good.
 */
import { Console } from 'node:console';
import { readFile } from 'node:fs';
import { tmpdir } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { systemClock } from './clock.ts';
import { toError } from './errors.ts';
import type { LogLevel } from './log.ts';
import { runPlugin, stderrLog } from './mattermost/index.ts';
import type { Hooks, PluginEnd, RunningPlugin } from './mattermost/index.ts';
import type { ProcessFacts } from './metrics/index.ts';
import { createPlugin } from './plugin/index.ts';
import { GoPluginError } from './wire/goplugin/index.ts';

/** How long busy work may take to stop after SIGTERM, in milliseconds. */
const stopMs = 2000;

/**
 * Said by a developer who starts the process by hand, under a debugger, for a server to attach itself to: docs/debugging.md.
 * A server starts its plugins without arguments.
 */
const reattachArgument = '--reattach';

const log = stderrLog((line) => process.stderr.write(line));

/**
 * Libraries that print do it in the log. Not straight to standard error: there, a line that is a JSON object with
 * certain keys ends the server.
 */
globalThis.console = new Console(printing('info'), printing('warn'));

process.on('uncaughtException', dieOf);
process.on('unhandledRejection', dieOf);
// Ctrl-C in the server's terminal reaches every process of its group; the server ends its plugins itself.
process.on('SIGINT', () => undefined);

void main();

async function main(): Promise<void> {
  let hooks: Hooks | undefined;
  const starting = runPlugin({
    env: process.env,
    stdout: process.stdout,
    temporaryDirectory: tmpdir(),
    mode: process.argv.includes(reattachArgument) ? 'reattach' : 'launch',
    log,
    clock: systemClock,
    hooks: (context) => {
      hooks = createPlugin(context, {
        clock: systemClock,
        processFacts,
        readFile: promisify(readFile),
      });
      return hooks;
    },
  });
  process.on('SIGTERM', () => {
    void stop(starting, hooks);
  });
  try {
    const running = await starting;
    process.exit(exitCode(await running.ended));
  } catch (thrown) {
    if (!(thrown instanceof GoPluginError) || thrown.code !== 'cookie') dieOf(thrown);
    process.stderr.write(
      'This is a Mattermost plugin: a Mattermost server starts it. Install the bundle in System Console > Plugins > Plugin Management.\n',
    );
    process.exit(1);
  }
}

/** Stalls are measured by a timer of the runtime's own, outside the event loop. */
const loopDelay = monitorEventLoopDelay({ resolution: 20 });
loopDelay.enable();

function processFacts(): ProcessFacts {
  const longestStallSeconds = loopDelay.max / 1e9;
  loopDelay.reset();
  return { residentBytes: process.memoryUsage.rss(), longestStallSeconds };
}

/** Lets busy work go in order, then hangs up, which ends the process. */
async function stop(starting: Promise<RunningPlugin>, hooks: Hooks | undefined): Promise<void> {
  try {
    await Promise.race([hooks?.onDeactivate?.(), systemClock.sleep(stopMs)]);
  } catch (thrown) {
    log.warn('not everything stopped in order', { error: toError(thrown) });
  }
  const running = await starting;
  await running.stop();
}

/** A host that left in order ends the process well; the server restarts it after anything else. */
function exitCode(end: PluginEnd): number {
  switch (end.reason) {
    case 'host_left':
      return 0;
    case 'host_lost':
      log.error('the connection to the server broke', { error: end.error });
      return 1;
    case 'api_lost':
      log.error('the server closed the plugin API', { error: end.error });
      return 1;
  }
}

/** A stream that logs each text written to it as one line. */
function printing(level: LogLevel): Writable {
  return new Writable({
    decodeStrings: false,
    write: (text: string, _encoding, done) => {
      log[level](text.trimEnd());
      done();
    },
  });
}

function dieOf(thrown: unknown): never {
  log.error('the plugin ends because of a fault', { error: toError(thrown) });
  process.exit(1);
}
