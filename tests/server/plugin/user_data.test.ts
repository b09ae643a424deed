/** What users can take along, and what goes with them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { postProps, UserData } from '../../../server/contract/index.ts';
import { ApiError, User } from '../../../server/mattermost/index.ts';
import { goneUsers } from '../../../server/plugin/user_data.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { bot, morning, people, PluginWorld } from '../plugin_world.ts';

const owner = { userId: people.owner };
let world: PluginWorld;

beforeEach(async () => {
  world = await PluginWorld.start();
});
afterEach(() => world.stop());

async function taken(userId: string): Promise<UserData> {
  return UserData.parse(await (await world.send('GET', '/export', { userId })).json());
}

/** Posts in the conversation of the owner with the bot. */
function write(count: number, userId: string = bot): void {
  const channelId = `dm-${people.owner}-${bot}`;
  world.server.addChannel(channelId, [people.owner, bot], { type: 'D' });
  for (let number = 0; number < count; number += 1) {
    const id = `${userId[0] ?? ''}${String(number).padStart(25, '0')}`;
    const props = new Map([[postProps.runKey, 'key']]);
    world.server.addPost({ id, userId, channelId, createAt: number + 1, props });
  }
}

describe('the export', () => {
  test('has the schedules with their runs, and what the bot has sent', async () => {
    await world.send('POST', '/schedules', owner, morning);
    write(2);
    write(3, people.owner);
    const data = await taken(people.owner);
    expect(data.schedules).toMatchObject([{ schedule: { title: 'Morning' }, runs: [] }]);
    // The newest of all are the bot's first words to somebody new.
    expect(data.messages.slice(1).map(({ message }) => message)).toEqual([
      `message of b${'1'.padStart(25, '0')}`,
      `message of b${'0'.padStart(25, '0')}`,
    ]);
    expect(data.truncated).toBe(false);
  });

  test('has what is checked off', async () => {
    write(1);
    const post = `b${'0'.padStart(25, '0')}`;
    const item = 'i'.repeat(26);
    world.server.addChannel(`dm-${people.owner}-${bot}`, [people.owner, bot], { type: 'D' });
    await world.send('PUT', `/recaps/${post}/checks`, owner, { item_id: item, checked: true });
    expect((await taken(people.owner)).messages).toMatchObject([
      { post_id: post, checked: [item] },
    ]);
  });

  test('has nothing of others', async () => {
    await world.send('POST', '/schedules', owner, morning);
    write(2);
    const data = await taken(people.admin);
    expect(data).toMatchObject({ user_id: people.admin, schedules: [], messages: [] });
  });

  test('has an end, and says so', async () => {
    write(510);
    const data = await taken(people.owner);
    expect(data.messages).toHaveLength(500);
    expect(data.truncated).toBe(true);
  });
});

describe('users that are gone for good', () => {
  const known = new Map([['here', create(User, { id: 'here' })]]);
  const api = {
    getUsersByIds: (ids: readonly string[]) =>
      Promise.resolve(ids.flatMap((id) => known.get(id) ?? [])),
    getUser: (id: string) => {
      const code = id === 'unsure' ? 'unavailable' : 'not_found';
      return Promise.reject(new ApiError(code, 'GetUser', 'none'));
    },
  };

  test('are those that the server does not know', async () => {
    expect(await goneUsers(api, ['here', 'gone'])).toEqual(['gone']);
    expect(await goneUsers(api, ['here'])).toEqual([]);
  });

  test('are not those of whom it only does not say', async () => {
    await expect(goneUsers(api, ['unsure'])).rejects.toThrow('none');
  });

  test('are not those whom only a list leaves out', async () => {
    const lagging = { ...api, getUser: (id: string) => Promise.resolve(create(User, { id })) };
    expect(await goneUsers(lagging, ['late'])).toEqual([]);
  });
});
