/** Runs interop tests against the Go host, or says in one line why they are skipped. */
import { afterAll, beforeAll, describe } from '@jest/globals';

import { buildProbe } from './probe_bundle.ts';
import { GoHost, goMissing } from './go_host.ts';

/** Compiling the host and packing the probe may take minutes on a machine without caches. */
const setupMs = 15 * 60_000;

/** The probe's id, as its manifest has it. */
export const probeId = 'interop-probe';

/** A host that exists once the tests of a suite run. */
export interface Suite {
  readonly host: GoHost;
}

/**
 * Describes tests that need Mattermost's Go host. `setUp` runs once after the host has started.
 */
export function describeInterop(
  name: string,
  setUp: (host: GoHost) => Promise<void>,
  tests: (suite: Suite) => void,
): void {
  const reason = goMissing();
  if (reason !== undefined) process.stdout.write(`${name}: ${reason}\n`);
  const describeHere = reason === undefined ? describe : describe.skip;
  describeHere(name, () => {
    let host: GoHost | undefined;
    const suite: Suite = {
      get host() {
        if (host === undefined) throw new Error('the host has not started');
        return host;
      },
    };
    beforeAll(async () => {
      host = await GoHost.start();
      await setUp(host);
    }, setupMs);
    afterAll(async () => {
      await host?.stop();
    });
    tests(suite);
  });
}

/** Packs, installs and activates the probe. */
export async function startProbe(host: GoHost): Promise<void> {
  await host.install(await buildProbe());
  await host.activate(probeId);
}
