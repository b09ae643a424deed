/**
 * A plugin that does what a test asks for, built on the wire and Mattermost layers alone: it calls any method of
 * the API, echoes requests, remembers the hooks it was called with, and times itself for the benchmarks.
 */
import { tmpdir } from 'node:os';

import { systemClock } from '../../../server/clock.ts';
import { runPlugin, stderrLog } from '../../../server/mattermost/index.ts';
import type { Api, Hooks } from '../../../server/mattermost/index.ts';
import { timeDecoding, timeKvGet } from './benchmarks.ts';
import { fromJson, toJson } from './json.ts';

/** Larger than any body a test sends. */
const maxBodyBytes = 64 * 1024 * 1024;

/** A hook as it was called. */
interface SeenHook {
  readonly hook: string;
  readonly args: readonly unknown[];
}

function probeHooks(api: Api): Hooks {
  const seen: SeenHook[] = [];
  const see = (hook: string, ...args: readonly unknown[]): Promise<void> => {
    seen.push({ hook, args });
    return Promise.resolve();
  };
  return {
    onActivate: () => see('onActivate'),
    onDeactivate: () => see('onDeactivate'),
    onConfigurationChange: () => see('onConfigurationChange'),
    serveHttp: (request) => answer(request, api, seen),
    serveMetrics: () => Promise.resolve(new Response('probe_up 1\n')),
    executeCommand: async (context, args) => {
      await see('executeCommand', context, args);
      if (args.command === '/probe fail') throw new Error('the probe was asked to fail');
      return { responseType: 'ephemeral', text: `heard ${args.command}` };
    },
    userHasBeenDeactivated: (context, user) => see('userHasBeenDeactivated', context, user),
    userHasLeftChannel: (context, member, actor) =>
      see('userHasLeftChannel', context, member, actor),
    userHasLeftTeam: (context, member, actor) => see('userHasLeftTeam', context, member, actor),
    channelHasBeenCreated: (context, channel) => see('channelHasBeenCreated', context, channel),
    onPluginClusterEvent: (context, event) => see('onPluginClusterEvent', context, event),
    generateSupportData: async (context) => {
      await see('generateSupportData', context);
      return [{ filename: 'probe.txt', body: new TextEncoder().encode('probe') }];
    },
  };
}

async function answer(request: Request, api: Api, seen: SeenHook[]): Promise<Response> {
  const url = new URL(request.url, 'http://localhost');
  switch (url.pathname) {
    case '/echo':
      // The body first: Go's HTTP/1 server may drop what is left of it once the answer begins.
      return new Response(await request.bytes(), {
        headers: { 'X-Probe-Method': request.method, 'Set-Cookie': 'a=1' },
      });
    case '/api':
      return Response.json(await callApi(api, fromJson(await request.text())));
    case '/hooks':
      return new Response(toJson(seen.splice(0)));
    case '/kvget':
      return Response.json(
        await timeKvGet(
          api,
          Number(url.searchParams.get('count')),
          Number(url.searchParams.get('concurrency')),
        ),
      );
    case '/decode':
      return Response.json(
        timeDecoding(await request.bytes(), Number(url.searchParams.get('count'))),
      );
    default:
      return new Response('ok');
  }
}

/** Calls `method` of the API by name; tells what came back or was thrown. */
async function callApi(api: Api, call: unknown): Promise<unknown> {
  const { method, args } = call as { method: string; args: unknown[] };
  const target = (api as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[
    method
  ];
  if (target === undefined) throw new Error(`no API method named ${method}`);
  try {
    return { value: JSON.parse(toJson((await target(...args)) ?? null)) as unknown };
  } catch (error) {
    return {
      error: JSON.parse(toJson({ ...(error as object), message: String(error) })) as unknown,
    };
  }
}

async function main(): Promise<void> {
  process.on('SIGINT', () => undefined);
  const plugin = await runPlugin({
    hooks: ({ api }) => probeHooks(api),
    env: process.env,
    stdout: process.stdout,
    temporaryDirectory: tmpdir(),
    log: stderrLog((line) => process.stderr.write(line)),
    clock: systemClock,
    maxBodyBytes,
  });
  await plugin.ended;
  process.exit(0);
}

void main();
