/** `pluginctl` as a developer types it, against servers that note what they are asked. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { temporaryFolders } from '../support/temporary_folder.ts';

const program = join(import.meta.dirname, '../../build/pluginctl.ts');
const temporaryFolder = temporaryFolders();

const logLines = [
  '{"level":"info","msg":"one","plugin_id":"scheduled-recaps"}\n',
  '{"level":"info","msg":"two","plugin_id":"other"}\n',
  '{"level":"info","msg":"three", "plugin_id": "scheduled-recaps"}\n',
];

/** One request as the server saw it. */
interface Seen {
  readonly what: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

let servers: Server[];
let seen: Seen[];
let folder: string;

beforeEach(async () => {
  servers = [];
  seen = [];
  folder = await temporaryFolder();
});

afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** A server at a socket path, or at a port of its own choice. */
async function serve(
  path?: string,
  refusal?: { status: number; message: string },
): Promise<string> {
  const server = createServer((request, response) => {
    void answer(request, response, refusal);
  });
  servers.push(server);
  server.listen(path ?? { host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null
    ? `http://127.0.0.1:${address.port}`
    : path!;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: { status: number; message: string } | undefined,
): Promise<void> {
  const body = (await buffer(request)).toString('latin1');
  const what = `${request.method ?? ''} ${request.url ?? ''}`;
  seen.push({ what, authorization: request.headers.authorization, body });
  const json = (status: number, value: unknown): void => {
    const headers = { 'content-type': 'application/json', token: 'session-token' };
    response.writeHead(status, headers).end(JSON.stringify(value));
  };
  if (what.includes('/system/ping')) json(200, { status: 'OK' });
  else if (refusal !== undefined) json(refusal.status, { message: refusal.message });
  else if (what.includes('/logs')) json(200, logLines);
  else json(200, { status: 'OK' });
}

/** Runs the program and returns its exit code and what it printed. */
async function pluginctl(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    // Without a socket of its own the program must not find a server of this machine.
    const nowhere = { MM_LOCALSOCKETPATH: join(folder, 'nowhere') };
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...nowhere, ...env } },
      (error, output, errors) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors });
      },
    );
  });
}

async function bundle(): Promise<string> {
  const path = join(folder, 'recaps.tar.gz');
  await writeFile(path, 'the bundle');
  return path;
}

const asked = (): readonly string[] => seen.map(({ what }) => what);

describe('over the local socket', () => {
  const socket = async (): Promise<Record<string, string>> => ({
    MM_LOCALSOCKETPATH: await serve(join(folder, 'socket')),
  });

  test('deploy uploads with force, then enables', async () => {
    const result = await pluginctl(['deploy', await bundle()], await socket());
    expect(result).toMatchObject({ code: 0, errors: '' });
    expect(result.output).toMatch(/^recaps\.tar\.gz is installed and enabled at /);
    expect(asked()).toEqual([
      'GET /api/v4/system/ping',
      'POST /api/v4/plugins',
      'POST /api/v4/plugins/scheduled-recaps/enable',
    ]);
    expect(seen[1]!.body).toMatch(/name="force"\r\n\r\ntrue\r\n/);
    expect(seen[1]!.body).toMatch(
      /name="plugin"; filename="recaps.tar.gz"[^]*\r\n\r\nthe bundle\r\n/,
    );
  });

  test('reset disables, then enables', async () => {
    expect(await pluginctl(['reset'], await socket())).toMatchObject({ code: 0 });
    expect(asked().slice(1)).toEqual([
      'POST /api/v4/plugins/scheduled-recaps/disable',
      'POST /api/v4/plugins/scheduled-recaps/enable',
    ]);
  });

  test('logs prints the lines of this plugin only', async () => {
    const { output } = await pluginctl(['logs'], await socket());
    expect(output).toBe(logLines[0]! + logLines[2]!);
  });

  test('it goes before the site', async () => {
    const env = { ...(await socket()), MM_SERVICESETTINGS_SITEURL: 'http://127.0.0.1:1' };
    expect(await pluginctl(['enable'], env)).toMatchObject({ code: 0 });
  });
});

describe('over HTTP', () => {
  test('a token goes with every request', async () => {
    const env = { MM_SERVICESETTINGS_SITEURL: `${await serve()}/`, MM_ADMIN_TOKEN: 'secret' };
    const result = await pluginctl(['deploy', await bundle()], env);
    expect(result).toMatchObject({ code: 0, errors: '' });
    expect(asked()).toEqual([
      'POST /api/v4/plugins',
      'POST /api/v4/plugins/scheduled-recaps/enable',
    ]);
    expect(seen.map(({ authorization }) => authorization)).toEqual([
      'BEARER secret',
      'BEARER secret',
    ]);
    expect(seen[0]!.body).toMatch(/name="force"\r\n\r\ntrue\r\n/);
  });

  test('name and password log in first', async () => {
    const env = {
      MM_SERVICESETTINGS_SITEURL: await serve(),
      MM_ADMIN_USERNAME: 'admin',
      MM_ADMIN_PASSWORD: 'pa$$',
    };
    expect(await pluginctl(['disable'], env)).toMatchObject({ code: 0 });
    expect(asked()).toEqual([
      'POST /api/v4/users/login',
      'POST /api/v4/plugins/scheduled-recaps/disable',
    ]);
    expect(JSON.parse(seen[0]!.body)).toMatchObject({ login_id: 'admin', password: 'pa$$' });
    expect(seen[1]!.authorization).toBe('BEARER session-token');
  });

  test('logs prints the lines of this plugin only', async () => {
    const env = { MM_SERVICESETTINGS_SITEURL: await serve(), MM_ADMIN_TOKEN: 'secret' };
    expect((await pluginctl(['logs'], env)).output).toBe(logLines[0]! + logLines[2]!);
  });

  test('a refusal is told in the words of the server', async () => {
    const url = await serve(undefined, { status: 501, message: 'Plugin uploads are disabled.' });
    const env = { MM_SERVICESETTINGS_SITEURL: url, MM_ADMIN_TOKEN: 'secret' };
    const { code, errors } = await pluginctl(['deploy', await bundle()], env);
    expect(code).toBe(1);
    expect(errors).toBe('The server did not upload recaps.tar.gz: Plugin uploads are disabled.\n');
  });
});

describe('what is missing is named', () => {
  const url = { MM_SERVICESETTINGS_SITEURL: 'http://127.0.0.1:1' };
  test.each<[string, readonly string[], Record<string, string>, string]>([
    ['the address', ['enable'], {}, 'MM_SERVICESETTINGS_SITEURL is not set'],
    ['the token', ['enable'], url, 'MM_ADMIN_TOKEN is not set, and neither is MM_ADMIN_USERNAME'],
    ['the password', ['enable'], { ...url, MM_ADMIN_USERNAME: 'a' }, 'MM_ADMIN_PASSWORD is not'],
    ['empty as absent', ['enable'], { ...url, MM_ADMIN_TOKEN: '' }, 'MM_ADMIN_TOKEN is not set'],
    ['the bundle', ['deploy', '/nowhere.tar.gz'], {}, '/nowhere.tar.gz cannot be read'],
    ['the action', [], {}, 'Usage: node build/pluginctl.ts deploy|enable|disable|reset|logs'],
    ['an action that exists', ['explode'], {}, 'Usage:'],
    [
      'a server that answers',
      ['enable'],
      { ...url, MM_ADMIN_TOKEN: 'secret' },
      'scheduled-recaps: fetch failed',
    ],
  ])('%s', async (_name, args, env, message) => {
    const { code, errors, output } = await pluginctl(args, env);
    expect(errors).toContain(message);
    expect({ code, output }).toEqual({ code: 1, output: '' });
  });
});
