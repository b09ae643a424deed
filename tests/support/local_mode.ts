/** The two calls of a server's local-mode socket that `npm run attach` makes, and the program that makes them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { json, text } from 'node:stream/consumers';

const program = join(import.meta.dirname, '../../build/attach.ts');

/** The body of the call to attach, `model.PluginReattachRequest`. */
export interface ReattachRequest {
  readonly Manifest: { readonly id: string; readonly version: string };
  readonly PluginReattachConfig: {
    readonly Protocol: string;
    readonly ProtocolVersion: number;
    readonly Addr: { readonly Name: string; readonly Net: string };
    readonly Pid: number;
    readonly Test: boolean;
  };
}

/** What is done when the calls come. What throws is answered with status 500. */
export interface LocalMode {
  readonly reattach: (request: ReattachRequest) => Promise<void>;
  readonly detach: (id: string) => Promise<void>;
}

/** Serves the calls at `socketPath` until `stop` is called. */
export async function serveLocalMode(
  socketPath: string,
  calls: LocalMode,
): Promise<{ stop: () => Promise<void> }> {
  const answer = async (
    method: string,
    path: string,
    body: () => Promise<unknown>,
  ): Promise<void> => {
    const [, detached] =
      /^POST \/api\/v4\/plugins\/([\w-]+)\/detach$/.exec(`${method} ${path}`) ?? [];
    if (detached !== undefined) await calls.detach(detached);
    else if (path === '/api/v4/plugins/reattach') {
      await calls.reattach((await body()) as ReattachRequest);
    } else if (path !== '/api/v4/system/ping') throw new Error(`no such call: ${path}`);
  };
  const server = createServer((request, response) => {
    answer(request.method ?? '', request.url ?? '', () => json(request)).then(
      () => response.end('{"status":"OK"}'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(socketPath);
  await once(server, 'listening');
  return {
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** `node build/attach.ts` while it runs. */
export interface AttachProgram {
  /** The next line that it prints. */
  readonly line: () => Promise<string>;
  /** Presses Ctrl-C; resolves to the exit code and to what went to standard error, the plugin's words included. */
  readonly interrupt: () => Promise<{ readonly code: number | null; readonly errors: string }>;
}

/** Starts the program for the server at `socketPath`. */
export function startAttach(socketPath: string, args: readonly string[]): AttachProgram {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, MM_LOCALSOCKETPATH: socketPath },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = text(child.stderr);
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => {
      const next = await lines.next();
      if (next.done !== true) return next.value;
      throw new Error(`the program ended: ${await errors}`);
    },
    interrupt: async () => {
      child.kill('SIGINT');
      const [code] = (await exited) as [number | null];
      return { code, errors: await errors };
    },
  };
}
