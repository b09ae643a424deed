import { describe, expect, test } from '@jest/globals';

import {
  buildDirectory,
  personName,
  searchDirectory,
} from '../../../webapp/hooks/channel_directory.ts';
import type { ChannelDirectory, DirectorySource } from '../../../webapp/hooks/channel_directory.ts';
import { channelOf, idOf } from '../samples.ts';

const harbour = { id: idOf('harbour'), name: 'harbour', display_name: 'Harbour' };
const labs = { id: idOf('labs'), name: 'labs', display_name: 'Labs' };

function directoryOf(changed: Partial<DirectorySource>): ChannelDirectory {
  return buildDirectory({
    ownId: idOf('anna'),
    ownName: 'anna',
    teams: [harbour],
    channels: [],
    categories: [],
    people: [],
    nameFormat: 'username',
    ...changed,
  });
}

const outline = ({ groups }: Pick<ChannelDirectory, 'groups'>): readonly unknown[] =>
  groups.map(({ team, kind, channels }) => [team, kind, channels.map(({ name }) => name)]);

describe('buildDirectory', () => {
  test('sorts each channel below the first heading that has it, by name', () => {
    const category = (
      id: string,
      type: string,
      ids: readonly string[],
    ): DirectorySource['categories'][0] => ({
      id,
      team_id: harbour.id,
      type,
      display_name: id,
      channel_ids: ids,
    });
    const directory = directoryOf({
      channels: ['b10', 'b9', 'a', 'loose'].map((name) => channelOf(name)),
      categories: [
        category('f', 'favorites', [idOf('a')]),
        category('Mine', 'custom', [idOf('b10'), idOf('b9'), idOf('a')]),
        category('empty', 'channels', []),
      ],
    });
    expect(outline(directory)).toEqual([
      ['', 'favorites', ['a']],
      ['', 'custom', ['b9', 'b10']],
      ['', 'channels', ['loose']],
    ]);
  });

  test('names teams where there are several, and direct messages once, at the end', () => {
    const directory = directoryOf({
      teams: [harbour, labs],
      channels: [
        channelOf('x', { team_id: labs.id, type: 'P' }),
        channelOf('y'),
        channelOf('gm', { team_id: '', type: 'G', display_name: 'anna, ben, chris' }),
      ],
      categories: [harbour, labs].map(({ id }) => ({
        id: `dm ${id}`,
        team_id: id,
        type: 'direct_messages',
        display_name: 'Direct',
        channel_ids: [idOf('gm')],
      })),
    });
    expect(outline(directory)).toEqual([
      ['Harbour', 'channels', ['y']],
      ['Labs', 'channels', ['x']],
      ['', 'direct_messages', ['ben, chris']],
    ]);
    expect(directory.byId.get(idOf('x'))).toMatchObject({ kind: 'private', team: 'Labs' });
  });

  test('leaves archived channels out, unknown kinds, and the conversation with our own bot', () => {
    const directory = directoryOf({
      channels: [
        channelOf('old', { delete_at: 1 }),
        channelOf('odd', { type: 'threads' }),
        channelOf('bot', { type: 'D', team_id: '', name: `${idOf('bot')}__${idOf('anna')}` }),
      ],
      people: [{ id: idOf('bot'), username: 'recapbot' }],
    });
    expect(directory.groups).toEqual([]);
    expect(directory.byId.size).toBe(0);
  });

  test('names a direct message after the other one, and one with oneself after oneself', () => {
    const people = [
      { id: idOf('anna'), username: 'anna', first_name: 'Anna', last_name: 'Weber' },
      { id: idOf('ben'), username: 'ben', first_name: 'Ben', last_name: 'Okafor' },
    ];
    const dm = (other: string): ReturnType<typeof channelOf> =>
      channelOf(`dm-${other}`, {
        type: 'D',
        team_id: '',
        name: `${idOf('anna')}__${idOf(other)}`,
        display_name: '',
      });
    const directory = directoryOf({
      channels: [dm('ben'), dm('anna')],
      people,
      nameFormat: 'full_name',
    });
    expect(outline(directory)).toEqual([['', 'direct_messages', ['Anna Weber', 'Ben Okafor']]]);
  });
});

describe('searchDirectory', () => {
  const directory = directoryOf({
    teams: [harbour, labs],
    channels: [
      channelOf('buero', { display_name: 'Büro Hamburg' }),
      channelOf('forecast', { display_name: 'Forecasting', team_id: labs.id }),
    ],
  });
  test.each([
    ['nothing, which finds all', '  ', ['Büro Hamburg', 'Forecasting']],
    ['words in any order', 'ham bü', ['Büro Hamburg']],
    ['letters without their accents', 'BURO', ['Büro Hamburg']],
    ['the team', 'labs', ['Forecasting']],
    ['what is not there', 'zebra', []],
  ])('finds by %s', (_name, typed, expected) => {
    const found = searchDirectory(directory, typed).flatMap(({ channels }) => channels);
    expect(found.map(({ name }) => name)).toEqual(expected);
  });
});

describe('personName', () => {
  const ben = {
    id: 'b',
    username: 'ben',
    first_name: 'Ben',
    last_name: 'Okafor',
    nickname: 'Benny',
  };
  test.each([
    ['username', ben, 'ben'],
    ['full_name', ben, 'Ben Okafor'],
    ['nickname_full_name', ben, 'Benny'],
    ['nickname_full_name', { ...ben, nickname: '' }, 'Ben Okafor'],
    ['full_name', { id: 'b', username: 'ben' }, 'ben'],
    ['full_name', undefined, ''],
  ])('as %s', (format, person, expected) => {
    expect(personName(person, format)).toBe(expected);
  });
});
