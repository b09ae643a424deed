/** `npm run deploy|disable|enable|reset|logs` on the stand-in server, over HTTP, as an administrator. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Client4 } from '@mattermost/client';

import { scriptBundle } from '../support/script_bundle.ts';
import { Host } from './index.ts';

jest.setTimeout(60_000);

/** The plugin that the program is for; here with the echo plugin inside, which starts at once. */
const id = 'scheduled-recaps';
const program = join(import.meta.dirname, '../../build/pluginctl.ts');

let host: Host;
let folder: string;

beforeAll(async () => {
  host = await Host.start({ startTimeoutMs: 30_000 });
  host.workspace.users.add({ username: 'root', roles: 'system_user system_admin' }, 1, 'secret');
  host.workspace.users.add({ username: 'anna' }, 1, 'secret');
  folder = await mkdtemp(join(tmpdir(), 'pluginctl-'));
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the program prints; rejects with what it says when it fails. */
async function pluginctl(
  args: readonly string[],
  login: Readonly<Record<string, string>>,
): Promise<string> {
  const env = {
    MM_LOCALSOCKETPATH: join(folder, 'nowhere'),
    MM_SERVICESETTINGS_SITEURL: host.url(),
    ...login,
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args], { env }, (error, output, errors) => {
      if (error === null) resolve(output);
      else reject(new Error(errors));
    });
  });
}

const byName = { MM_ADMIN_USERNAME: 'root', MM_ADMIN_PASSWORD: 'secret' };

test('deploys, disables, enables, starts anew, and reads the log', async () => {
  const bundle = join(folder, 'recaps.tar.gz');
  const manifest = { id, version: '1.2.3' };
  await writeFile(bundle, await scriptBundle(manifest, 'tests/support/echo_plugin.ts'));
  const client = new Client4();
  client.setUrl(host.url());
  await client.login('root', 'secret');
  const byToken = { MM_ADMIN_TOKEN: client.getToken() };

  expect(await pluginctl(['deploy', bundle], byName)).toContain('is installed and enabled at');
  expect(host.node().plugin(id)?.bundle.manifest.version).toBe('1.2.3');
  const first = host.node().active(id).pid;
  await pluginctl(['reset'], byToken);
  expect(host.node().active(id).pid).not.toBe(first);
  await pluginctl(['disable'], byToken);
  expect(host.isEnabled(id)).toBe(false);
  await pluginctl(['enable'], byName);
  expect(host.isEnabled(id)).toBe(true);
  const log = await pluginctl(['logs'], byToken);
  expect(log.split('\n').filter((line) => line.includes('echo is up'))).toHaveLength(3);
});

test('tells what the server says to who may not', async () => {
  const anna = { MM_ADMIN_USERNAME: 'anna', MM_ADMIN_PASSWORD: 'secret' };
  await expect(pluginctl(['disable'], anna)).rejects.toThrow(`The server did not disable ${id}`);
  const wrong = { ...anna, MM_ADMIN_PASSWORD: 'wrong' };
  await expect(pluginctl(['disable'], wrong)).rejects.toThrow('The server did not log in');
});
