/** The example of docs/protocol.md, started as a server starts it, and answering its command. */
import { join } from 'node:path';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

import { Client4 } from '@mattermost/client';
import { sourceFiles } from '../support/source_file.ts';
import { scriptBundle } from '../support/script_bundle.ts';
import { Host } from './index.ts';

jest.setTimeout(60_000);

const source = 'tests/example_plugin/main.ts';

/** As many lines as an example may ask a reader for. */
const maxLines = 40;

let host: Host;

beforeAll(async () => {
  host = await Host.start({ startTimeoutMs: 30_000 });
});

afterAll(() => host.close());

test('answers its command', async () => {
  const { users, teams, channels } = host.workspace;
  const team = teams.add({ name: 'team' }, 1);
  const channel = channels.add({ name: 'dev', teamId: team.id, displayName: 'Dev' }, 1);
  const user = users.add({ username: 'anna' }, 1, 'secret');
  teams.join(team.id, user, 1);
  channels.join(channel.id, user, 1);
  await host.install(await scriptBundle({ id: 'example' }, source));
  await host.enable('example');

  const client = new Client4();
  client.setUrl(host.url());
  await client.login('anna', 'secret');
  const answer = await client.executeCommand('/example it speaks', {
    channel_id: channel.id,
    team_id: team.id,
  });
  expect(answer).toMatchObject({ text: 'it speaks' });
});

test(`is at most ${maxLines} lines, on the layers of the wire and Mattermost alone`, () => {
  const [example] = sourceFiles(join(import.meta.dirname, '../..'), 'tests/example_plugin');
  expect(example!.lines).toBeLessThanOrEqual(maxLines);
  expect(example!.imports.filter((name) => name.startsWith('server/'))).toEqual([
    'server/clock.ts',
    'server/mattermost/index.ts',
  ]);
});
