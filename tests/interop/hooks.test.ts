/** Every hook the product implements, called by Mattermost's own hook client. */
import { expect, test } from '@jest/globals';

import { describeInterop, probeId, startProbe } from './suite.ts';
import type { Suite } from './suite.ts';

const context = { RequestId: 'request', SessionId: 'session', IPAddress: '127.0.0.1' };
const seenContext = { requestId: 'request', sessionId: 'session', ipAddress: '127.0.0.1' };
const user = { id: 'user', username: 'anna', roles: 'system_user', timezone: { manual: 'UTC' } };
const seenUser = { id: 'user', username: 'anna', timezone: { manual: 'UTC' } };

interface SeenHook {
  readonly hook: string;
  readonly args: readonly unknown[];
}

async function seen(suite: Suite): Promise<readonly SeenHook[]> {
  const response = await fetch(`${suite.host.url}/plugins/${probeId}/hooks`);
  return (await response.json()) as SeenHook[];
}

describeInterop('Hooks through Mattermost’s own client', startProbe, (suite) => {
  test('activation loads the configuration first', async () => {
    expect((await seen(suite)).map(({ hook }) => hook)).toEqual([
      'onConfigurationChange',
      'onActivate',
    ]);
  });

  test('the server knows which hooks there are', async () => {
    const [implemented] = await suite.host.hook(probeId, 'Implemented', []);
    expect((implemented as string[]).toSorted()).toEqual([
      'ChannelHasBeenCreated',
      'ExecuteCommand',
      'GenerateSupportData',
      'OnActivate',
      'OnConfigurationChange',
      'OnDeactivate',
      'OnPluginClusterEvent',
      'ServeHTTP',
      'ServeMetrics',
      'UserHasBeenDeactivated',
      'UserHasLeftChannel',
      'UserHasLeftTeam',
    ]);
  });

  const member = { channel_id: 'channel', user_id: 'user', roles: 'channel_user' };
  const teamMember = { team_id: 'team', user_id: 'user', roles: 'team_user' };
  test.each([
    ['OnConfigurationChange', [], []],
    ['UserHasBeenDeactivated', [context, user], [seenContext, seenUser]],
    [
      'UserHasLeftChannel',
      [context, member, null],
      [seenContext, { channelId: 'channel', userId: 'user' }],
    ],
    [
      'UserHasLeftChannel',
      [context, member, user],
      [seenContext, { channelId: 'channel', userId: 'user' }, seenUser],
    ],
    ['UserHasLeftTeam', [context, teamMember, user], [seenContext, { teamId: 'team' }, seenUser]],
    [
      'ChannelHasBeenCreated',
      [context, { id: 'channel', type: 'P', display_name: 'Name' }],
      [seenContext, { id: 'channel', type: 'P', displayName: 'Name' }],
    ],
    [
      'OnPluginClusterEvent',
      [context, { Id: 'event', Data: Buffer.from('data').toString('base64') }],
      [seenContext, { id: 'event', data: Buffer.from('data').toString('base64') }],
    ],
  ])('%s arrives with its arguments', async (hook, args, expected) => {
    await seen(suite);
    await suite.host.hook(probeId, hook, args);
    const [call] = await seen(suite);
    expect(call?.hook).toBe(hook.charAt(0).toLowerCase() + hook.slice(1));
    for (const [index, part] of expected.entries()) expect(call?.args[index]).toMatchObject(part);
  });

  test('a command is answered', async () => {
    const [response, error] = await suite.host.hook(probeId, 'ExecuteCommand', [
      context,
      { command: '/probe this', user_id: 'user', channel_id: 'channel', trigger_id: 'trigger' },
    ]);
    expect(error).toBeNull();
    expect(response).toMatchObject({ response_type: 'ephemeral', text: 'heard /probe this' });
  });

  test('a command that throws is answered all the same', async () => {
    const [response, error] = await suite.host.hook(probeId, 'ExecuteCommand', [
      context,
      { command: '/probe fail' },
    ]);
    const answer = JSON.stringify([response, error]);
    expect(answer).not.toBe('[null,null]');
    expect(answer).not.toContain('the probe was asked to fail');
    const [again] = await suite.host.hook(probeId, 'ExecuteCommand', [
      context,
      { command: '/probe again' },
    ]);
    expect(again).toMatchObject({ text: 'heard /probe again' });
  });

  test('support data comes as files', async () => {
    const [files] = await suite.host.hook(probeId, 'GenerateSupportData', [context]);
    expect(files).toEqual([
      { Filename: 'probe.txt', Body: Buffer.from('probe').toString('base64') },
    ]);
  });
});
