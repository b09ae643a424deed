/** One host with both plugins on it, the one in TypeScript and its twin in Go. */
import { buildProbe } from '../interop/probe_bundle.ts';
import { GoHost } from '../interop/go_host.ts';
import { Host } from '../host/index.ts';
import type { Pair } from './pair.ts';

/** A running host. */
export interface Arena {
  /** Where each plugin answers requests, without a slash at the end. */
  readonly urls: Pair<string>;
  /** Ends host and plugins. */
  stop(): Promise<void>;
}

/** The key that both plugins read, and its value: about the size of a small stored object. */
const key = 'bench';
const value = Buffer.alloc(200, 'x').toString('base64');

/** Starts the host: Mattermost's own package with the Go plugin beside ours, or the stand-in with ours alone. */
export async function openArena(goBundle: string | undefined): Promise<Arena> {
  const arena = goBundle === undefined ? await standIn() : await goHost(goBundle);
  const response = await fetch(`${arena.urls.typescript}/api`, {
    method: 'POST',
    body: JSON.stringify({ method: 'kvSet', args: [key, { $bytes: value }] }),
  });
  if (!response.ok) throw new Error(`the probe answered ${response.status}`);
  return arena;
}

async function goHost(goBundle: string): Promise<Arena> {
  const host = await GoHost.start();
  const start = async (bundle: string): Promise<string> => {
    const id = await host.install(bundle);
    await host.activate(id);
    return `${host.url}/plugins/${id}`;
  };
  const urls = { typescript: await start(await buildProbe()), go: await start(goBundle) };
  await host.record(false);
  return { urls, stop: () => host.stop() };
}

async function standIn(): Promise<Arena> {
  const host = await Host.start();
  const { id } = await host.install(await buildProbe());
  await host.enable(id);
  const urls = { typescript: `${host.url()}/plugins/${id}`, go: undefined };
  return { urls, stop: () => host.close() };
}
