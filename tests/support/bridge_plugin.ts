/**
 * A stand-in for Mattermost's Agents plugin: the bridge routes of a version that lists services, with a model that
 * takes the first message of each channel for its highlight. Started by a host, never by hand.
 */
import { Console } from 'node:console';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { systemClock } from '../../server/clock.ts';
import { runPlugin, stderrLog, type Hooks } from '../../server/mattermost/index.ts';

globalThis.console = new Console(process.stderr, process.stderr);
process.on('SIGINT', () => undefined);

/** What was asked, for tests to look at over HTTP. */
const asked: unknown[] = [];

void runPlugin({
  env: process.env,
  stdout: process.stdout,
  temporaryDirectory: tmpdir(),
  log: stderrLog((line) => process.stderr.write(line)),
  clock: systemClock,
  hooks: bridgeHooks,
}).then(async (running) => {
  const end = await running.ended;
  process.exit(end.reason === 'host_left' ? 0 : 1);
});

function bridgeHooks(): Hooks {
  return {
    onActivate: () => Promise.resolve(),
    serveHttp: async (request, { sourcePluginId }) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname === '/asked') return Response.json(asked);
      // As the real one: no plugin id, no entry, and no word about it.
      if (sourcePluginId === undefined) return new Response(null, { status: 401 });
      switch (pathname) {
        case '/bridge/v1/services':
          asked.push({ path: pathname, user: searchParams.get('user_id'), from: sourcePluginId });
          return Response.json({
            services: [{ id: 'svc1', name: 'Harbour model', type: 'ollama' }],
          });
        case '/bridge/v1/agents':
          return Response.json({ agents: [] });
        case '/bridge/v1/completion/service/svc1/nostream': {
          const body = (await request.json()) as { posts: { message: string }[] };
          asked.push({ path: pathname, body, from: sourcePluginId });
          return Response.json({ completion: answerTo(body.posts[1]?.message ?? '') });
        }
        default:
          return Response.json({ error: 'not found' }, { status: 404 });
      }
    },
  };
}

function answerTo(message: string): string {
  const line = message.split('\n').find((each) => each.startsWith('{"id":1,')) ?? '{}';
  const { by } = JSON.parse(line) as { by?: string };
  const text = `${by ?? 'Somebody'} began, says the model.`;
  return JSON.stringify({ highlights: [{ ids: [1], text }] });
}
