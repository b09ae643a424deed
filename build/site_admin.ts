/** Plugin administration over HTTP, with Mattermost's own client. */
import { Client4 } from '@mattermost/client';

import { BuildError, describeCauses } from './errors.ts';
import { parseLogLines } from './plugin_admin.ts';
import type { PluginAdmin, SiteAddress } from './plugin_admin.ts';

/**
 * Plugin administration at a site, logged in.
 *
 * @throws {BuildError} `server_refused` when the login fails.
 */
export async function siteAdmin(site: SiteAddress): Promise<PluginAdmin> {
  const client = new Client4();
  client.setUrl(site.url.replace(/\/+$/, ''));
  client.setUserAgent('pluginctl');
  const { login } = site;
  if ('token' in login) client.setToken(login.token);
  else await ask('log in', () => client.login(login.username, login.password));

  return {
    where: site.url,
    upload: (fileName, bundle) =>
      ask(`upload ${fileName}`, () => client.uploadPlugin(new File([bundle], fileName), true)),
    enable: (id) => ask(`enable ${id}`, () => client.enablePlugin(id)),
    disable: (id) => ask(`disable ${id}`, () => client.disablePlugin(id)),
    logs: async (count) => {
      let lines: unknown;
      await ask('read the log', async () => (lines = await client.getPlainLogs(0, count)));
      return parseLogLines(lines);
    },
  };
}

async function ask(what: string, request: () => Promise<unknown>): Promise<void> {
  try {
    await request();
  } catch (cause) {
    throw new BuildError('server_refused', `The server did not ${what}: ${describeCauses(cause)}`, {
      cause,
    });
  }
}
