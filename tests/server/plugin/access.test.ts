/** Who may use recaps: the setting holds on every way in, and for what is there already. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { postType, routes } from '../../../server/contract/index.ts';
import { CommandArgs, Context, Team, TeamMember, User } from '../../../server/mattermost/index.ts';
import { ApiError } from '../../../server/mattermost/index.ts';
import { standingOf } from '../../../server/plugin/access.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { morning, people, PluginWorld, town } from '../plugin_world.ts';

const byGuest = { userId: people.guest };
let world: PluginWorld | undefined;

afterEach(() => world?.stop());

async function begin(settings: Record<string, unknown>): Promise<PluginWorld> {
  world = await PluginWorld.start(settings);
  return world;
}

async function make(there: PluginWorld): Promise<string> {
  const made = await there.send('POST', routes.schedules, byGuest, morning);
  return z.object({ id: z.string() }).parse(await made.json()).id;
}

async function command(there: PluginWorld, text: string): Promise<string> {
  const args = create(CommandArgs, { command: text, userId: people.guest, channelId: town });
  return (await there.hooks.executeCommand!(create(Context), args)).text ?? '';
}

describe('where a user stands', () => {
  const none = (): Promise<never> => Promise.reject(new ApiError('not_found', 'Get', 'none'));
  const [user, guest] = ['system_user', 'system_guest'].map((roles) => create(User, { roles }));

  test.each([
    ['everybody', user, undefined, undefined, 'allowed'],
    ['everybody', guest, undefined, undefined, 'allowed'],
    ['everybody', { ...user!, deleteAt: 1 }, undefined, undefined, 'owner_inactive'],
    ['everybody', undefined, undefined, undefined, 'owner_inactive'],
    ['no_guests', user, undefined, undefined, 'allowed'],
    ['no_guests', guest, undefined, undefined, 'not_allowed'],
    ['team', user, {}, {}, 'allowed'],
    ['team', guest, {}, {}, 'allowed'],
    ['team', user, {}, undefined, 'not_allowed'],
    ['team', user, {}, { deleteAt: 1 }, 'not_allowed'],
    ['team', user, { deleteAt: 1 }, {}, 'undecided'],
    ['team', user, undefined, {}, 'undecided'],
  ] as const)('%s, %j, team %j, member %j: %s', async (access, account, team, member, expected) => {
    const api = {
      getUser: () => (account === undefined ? none() : Promise.resolve(account)),
      getTeamByName: () => (team === undefined ? none() : Promise.resolve(create(Team, team))),
      getTeamMember: () =>
        member === undefined ? none() : Promise.resolve(create(TeamMember, member)),
    };
    const settings = { access, accessTeam: 'harbour' };
    expect(await standingOf(api, settings, people.owner)).toBe(expected);
  });

  test('of a team without a name nobody is a member', async () => {
    const api = {
      getUser: () => Promise.resolve(create(User)),
      getTeamByName: () => Promise.reject(new Error('asked for')),
      getTeamMember: () => Promise.reject(new Error('asked for')),
    };
    const settings = { access: 'team', accessTeam: '' } as const;
    expect(await standingOf(api, settings, people.owner)).toBe('undecided');
  });

  test('an error of the server is no verdict', async () => {
    const api = {
      getUser: () => Promise.reject(new ApiError('unavailable', 'GetUser', 'down')),
      getTeamByName: none,
      getTeamMember: none,
    };
    const settings = { access: 'everybody', accessTeam: '' } as const;
    await expect(standingOf(api, settings, people.owner)).rejects.toThrow('down');
  });
});

const closings: readonly (readonly [string, Record<string, unknown>])[] = [
  ['guests', { access: 'no_guests' }],
  ['all but a team', { access: 'team', accessteam: 'harbour' }],
  ['all, by a team that is not there', { access: 'team', accessteam: 'nowhere' }],
];

describe.each(closings)('closed to %s', (_, closed) => {
  test('nothing new begins, on no way in; what is there can be looked at, paused and deleted', async () => {
    const there = await begin({});
    const [id, deleted] = [await make(there), await make(there)];
    await there.send('DELETE', `/schedules/${deleted}`, byGuest);
    await there.configure(closed);
    const refused = async (path: string, body?: unknown, method = 'POST'): Promise<void> => {
      const response = await there.send(method, path, byGuest, body);
      expect([path, response.status]).toEqual([path, 403]);
      expect(await response.json()).toMatchObject({ error: { code: 'not_allowed' } });
    };
    await refused('/schedules', morning);
    await refused('/schedules/preview', morning);
    await refused(`/schedules/${id}/run`);
    await refused(`/schedules/${id}/resume`);
    await refused(`/schedules/${deleted}/restore`);
    await refused(`/schedules/${id}`, { ...morning, revision: 1 }, 'PUT');
    for (const text of ['/recap now', '/recap run 1', '/recap create now all unreads']) {
      expect(await command(there, text)).toContain('not enabled for your account');
    }
    for (const route of [routes.actionRun, routes.actionResume]) {
      const press = { post_id: '', trigger_id: '', context: { schedule_id: id } };
      const answer = await there.send('POST', route, byGuest, press);
      expect(await answer.text()).toContain('not enabled for your account');
    }
    // No recap: the welcome came with the first schedule, when that was allowed.
    expect(there.server.posts.filter(({ type }) => type === postType)).toEqual([]);
    const allowed: readonly (readonly [string, string, unknown, number])[] = [
      ['GET', `/schedules/${id}`, undefined, 200],
      ['POST', `/schedules/${id}/pause`, { pause_until: null }, 200],
      ['PUT', `/schedules/${id}`, { ...morning, enabled: false, revision: 2 }, 200],
      ['GET', '/export', undefined, 200],
      ['DELETE', `/schedules/${id}`, undefined, 204],
    ];
    for (const [method, path, body, status] of allowed) {
      expect((await there.send(method, path, byGuest, body)).status).toBe(status);
    }
  });
});

test('members of the team are let in', async () => {
  const there = await begin({ access: 'team', accessteam: 'harbour' });
  there.teamMembers.add(people.guest);
  expect((await there.send('POST', routes.schedules, byGuest, morning)).status).toBe(201);
});
