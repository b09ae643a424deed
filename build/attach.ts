/**
 * `npm run attach`: runs the plugin's server half from the source under Node's inspector and has a server of this machine
 * use it in place of the installed one, until Ctrl-C.
 *
 * The server is found by `MM_LOCALSOCKETPATH`, its local-mode socket. Arguments go to Node; without any it is `--inspect`.
 */
import { join } from 'node:path';

import { startDebuggee } from './debuggee.ts';
import { connectLocally } from './deploy.ts';
import { BuildError } from './errors.ts';
import { readManifest, stampManifest } from './manifest.ts';
import { readVersion } from './version.ts';

const root = join(import.meta.dirname, '..');

async function main(nodeArguments: readonly string[]): Promise<void> {
  const stop = stopSignal();
  const manifest = stampManifest(await readManifest(root), await readVersion(root));
  const admin = await connectLocally(process.env);
  const debuggee = await startDebuggee(root, nodeArguments, process.env);
  try {
    // A plugin that runs already would stay, and the answer would not say so. One that is unknown need not leave.
    await admin.detach(manifest.id).catch(ignoreRefusal);
    const { socketPath, pid } = debuggee;
    await admin.attach({ manifest, socketPath, pid });
    print(`${admin.where} uses process ${pid} as ${manifest.id}. Ctrl-C ends it.`);
    await Promise.race([stop, debuggee.ended]);
    await admin.detach(manifest.id).catch(ignoreRefusal);
  } finally {
    await debuggee.end();
  }
  print(`${manifest.id} is detached. npm run reset starts the installed one.`);
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof BuildError)) throw error;
}

/** Settles at the first signal that asks for the end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const given = process.argv.slice(2);
main(given.length === 0 ? ['--inspect'] : given).catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
