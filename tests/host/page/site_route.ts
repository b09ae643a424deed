/** Everything that a browser asks for besides the API: the page at every address, its files, and the plugins' scripts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentTypeOf, readPublicFile } from '../public_file.ts';
import type { HostNode } from '../host_node.ts';
import type { SharedServices } from '../services.ts';
import { webappScript } from './client_manifest.ts';
import { pageBuild } from './page_build.ts';
import { pageHtml } from './page_html.ts';
import { signInChoices } from './sign_in_choices.ts';

/** How long what has a hash in its name may be kept, as the server says it. */
const keptForEver = 'max-age=31556926, public';
/** No script but the site's own files, none in the document itself: what a plugin has to live with. */
const contentSecurityPolicy = "frame-ancestors 'self' ; script-src 'self'";

/** Answers a request for `path`, which is the address below the site's own; false when it is for nothing here. */
export async function serveSite(
  node: HostNode,
  services: SharedServices,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const [clean = ''] = path.split('?');
  if (clean.startsWith('/static/plugins/')) {
    await servePluginFile(node, clean.slice('/static/plugins/'.length), response);
    return true;
  }
  if (clean.startsWith('/static/page/')) {
    await servePageFile(clean.slice('/static/page/'.length), response);
    return true;
  }
  if (clean === '/page/sign_in') {
    send(response, 200, 'application/json', JSON.stringify(signInChoices(services)), 'no-store');
    return true;
  }
  // Other programs than browsers are told in plain text, or not at all.
  if (clean.startsWith('/api/') || !/text\/html/.test(request.headers.accept ?? '')) return false;
  const { script, style } = await pageBuild();
  response.setHeader('Content-Security-Policy', contentSecurityPolicy);
  response.setHeader('X-Frame-Options', 'SAMEORIGIN');
  response.setHeader('Referrer-Policy', 'no-referrer');
  const html = pageHtml({ subpath: services.subpath, script: script.name, style: style.name });
  send(response, 200, 'text/html; charset=utf-8', html, 'no-cache, max-age=31556926, public');
  return true;
}

/** `<id>/<file>`: from the folder of the plugin's script, that script under its own name only. */
async function servePluginFile(
  node: HostNode,
  path: string,
  response: ServerResponse,
): Promise<void> {
  const [id = '', ...rest] = path.split('/');
  const plugin = node.plugin(id);
  const script = plugin && (await webappScript(plugin.bundle).catch(() => undefined));
  const wanted = rest.join('/');
  if (script === undefined || wanted === script.fileName || wanted === '') {
    send(response, 404, 'text/plain; charset=utf-8', '404 page not found\n', 'no-cache');
    return;
  }
  const name = wanted === script.servedName ? script.fileName : wanted;
  const file = await readPublicFile(script.folder, `/${name}`);
  if (file === undefined)
    send(response, 404, 'text/plain; charset=utf-8', '404 page not found\n', 'no-cache');
  else {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    send(response, 200, file.type, file.content, keptForEver);
  }
}

async function servePageFile(name: string, response: ServerResponse): Promise<void> {
  const { script, style } = await pageBuild();
  const file = [script, style].find((each) => each.name === name);
  if (file === undefined)
    send(response, 404, 'text/plain; charset=utf-8', '404 page not found\n', 'no-cache');
  else send(response, 200, contentTypeOf(name), file.content, keptForEver);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Uint8Array,
  cacheControl: string,
): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': cacheControl }).end(content);
}
