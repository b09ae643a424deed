/** `/plugins/<id>` and below: the plugin's own routes, and its public files. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { HostNode } from '../host_node.ts';
import type { SharedServices } from '../services.ts';
import { preparePluginRequest } from './plugin_request.ts';
import { readPublicFile } from '../public_file.ts';
import { ClientSink } from './response_sinks.ts';

/** Answers a request below `/plugins/`. */
export async function servePluginRoute(
  node: HostNode,
  services: SharedServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = request.url ?? '/';
  const { subpath } = services;
  const [, id = ''] =
    /^\/plugins\/([A-Za-z0-9_\-.]+)(?=[/?]|$)/.exec(url.slice(subpath.length)) ?? [];
  const prefix = `${subpath}/plugins/${id}`;
  if (url.startsWith(`${prefix}/public/`)) {
    await servePublicFile(node, id, url.slice(`${prefix}/public`.length), response);
    return;
  }
  const prepared = await preparePluginRequest(
    {
      method: request.method ?? 'GET',
      url,
      rawHeaders: request.rawHeaders,
      remoteAddress: `${request.socket.remoteAddress ?? ''}:${String(request.socket.remotePort ?? 0)}`,
      body: request,
    },
    prefix,
    { sessions: services.sessions, now: node.clock.now(), strictCsrf: services.strictCsrf },
  );
  if (await node.servePlugin(id, 'ServeHTTP', prepared, new ClientSink(response))) response.end();
  else notFound(response);
}

async function servePublicFile(
  node: HostNode,
  id: string,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const active = node.plugin(id);
  const [clean = ''] = path.split('?');
  const file =
    active?.active === undefined
      ? undefined
      : await readPublicFile(join(active.bundle.path, 'public'), clean);
  if (file === undefined) notFound(response);
  else response.writeHead(200, { 'Content-Type': file.type }).end(file.content);
}

/** Go's `http.NotFound`. */
function notFound(response: ServerResponse): void {
  if (response.headersSent) response.end();
  else {
    response
      .writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
      .end('404 page not found\n');
  }
}
