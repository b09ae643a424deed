/** The stand-in with the packaged product on it, as `npm run dist` left it, and the Go plugin beside it. */
import { Host } from '../host/index.ts';
import { builtBundle } from '../host/built_bundle.ts';
import type { Pair } from './pair.ts';

/** A running host, its plugins by their ids. */
export interface Home {
  readonly host: Host;
  readonly ids: Pair<string>;
}

/** Starts the host and installs the plugins; none is running yet. */
export async function openHome(goBundle: string | undefined): Promise<Home> {
  const host = await Host.start();
  const { id: typescript } = await host.install(await builtBundle());
  const go = goBundle === undefined ? undefined : (await host.install(goBundle)).id;
  return { host, ids: { typescript, go } };
}
