/** Plugin administration over the server's local-mode socket, where every request is an administrator's. */
import { request } from 'node:http';

import { BuildError } from './errors.ts';
import { parseLogLines } from './plugin_admin.ts';
import type { LocalAdmin } from './plugin_admin.ts';

/** How long an upload may take, in milliseconds. Other requests are done long before. */
const timeoutMs = 120_000;

/** How long the socket may take to answer before it counts as nobody's, in milliseconds. */
const probeTimeoutMs = 5_000;

/** Plugin administration at `socketPath`, or `undefined` when no server answers there. */
export async function socketAdmin(socketPath: string): Promise<LocalAdmin | undefined> {
  try {
    await send(socketPath, 'GET', '/system/ping', { timeoutMs: probeTimeoutMs });
  } catch {
    return undefined;
  }
  const plugin = (id: string): string => `/plugins/${encodeURIComponent(id)}`;
  return {
    where: socketPath,
    upload: async (fileName, bundle) => {
      const form = new FormData();
      form.append('force', 'true');
      form.append('plugin', new File([bundle], fileName));
      await send(socketPath, 'POST', '/plugins', { body: new Response(form) });
    },
    enable: async (id) => {
      await send(socketPath, 'POST', `${plugin(id)}/enable`);
    },
    disable: async (id) => {
      await send(socketPath, 'POST', `${plugin(id)}/disable`);
    },
    logs: async (count) => {
      const text = await send(socketPath, 'GET', `/logs?page=0&logs_per_page=${count}`);
      return parseLogLines(JSON.parse(text));
    },
    attach: async ({ manifest, socketPath: address, pid }) => {
      // The fields of model.PluginReattachRequest. Test: the process is not the server's to kill.
      const config = {
        Protocol: 'netrpc',
        ProtocolVersion: 1,
        Addr: { Name: address, Net: 'unix' },
        Pid: pid,
        Test: true,
      };
      const body = Response.json({ Manifest: manifest, PluginReattachConfig: config });
      await send(socketPath, 'POST', '/plugins/reattach', { body });
    },
    detach: async (id) => {
      await send(socketPath, 'POST', `${plugin(id)}/detach`);
    },
  };
}

/** One request, answered with the body of a 2xx response. */
async function send(
  socketPath: string,
  method: 'GET' | 'POST',
  path: string,
  options: { readonly body?: Response; readonly timeoutMs?: number } = {},
): Promise<string> {
  const { body } = options;
  const bytes = body === undefined ? undefined : Buffer.from(await body.arrayBuffer());
  const type = body?.headers.get('content-type') ?? 'application/json';
  const signal = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error): void =>
      reject(new BuildError('server_refused', `${socketPath}: ${cause.message}`, { cause }));
    const sent = request(
      {
        socketPath,
        method,
        path: `/api/v4${path}`,
        headers: { 'content-type': type, 'content-length': bytes?.length ?? 0 },
        signal,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', refuse);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else refuse(new Error(`${method} ${path} was answered with ${status}: ${text}`));
        });
      },
    );
    sent.on('error', refuse);
    sent.end(bytes);
  });
}
