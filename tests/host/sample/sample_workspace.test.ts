/** Loading: relative times, marks and their effects, mistakes across files, and the sample that is shipped. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Post } from '../../../server/mattermost/model/index.ts';
import { Workspace } from '../workspace/index.ts';
import { loadSampleWorkspace } from './sample_workspace.ts';

const now = Date.parse('2026-05-13T12:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sample_'));
  mkdirSync(join(folder, 'channels'));
  const person = (username: string, timezone: string, more: object = {}): object => ({
    username,
    timezone,
    teams: ['team'],
    ...more,
  });
  write('teams.json', [{ name: 'team', display_name: 'Team' }]);
  write('people.json', [
    person('anna', 'Europe/Berlin', { last_seen: 'd01 12:00', locale: 'de' }),
    person('ben', 'America/New_York'),
    person('bot', 'UTC', { role: 'bot' }),
  ]);
  write('channels.json', [
    { team: 'team', name: 'dev', type: 'public', display_name: 'Dev', members: ['anna', 'ben'] },
    { type: 'direct', members: ['anna', 'ben'] },
  ]);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: unknown): void {
  writeFileSync(
    join(folder, file),
    typeof content === 'string' ? content : JSON.stringify(content, undefined, 2),
  );
}

/** The rows of the channel `dev` made of a transcript, oldest first. */
function load(transcript: string, movedMs = 0): { workspace: Workspace; rows: readonly Post[] } {
  write('channels/team__dev.txt', transcript);
  const workspace = new Workspace();
  loadSampleWorkspace(workspace, folder, now, movedMs);
  const team = workspace.teams.findByName('team');
  const channel = workspace.channels.find(team?.id ?? '', 'dev');
  return { workspace, rows: workspace.posts.rows(channel?.id ?? '') };
}

test('times are wall clocks in the zone of their owner, by one date for everybody', () => {
  const { rows } = load('d01 09:00 anna: a\n  09:05 ben: b');
  expect(rows.map((post) => new Date(post.createAt).toISOString())).toEqual([
    '2026-05-12T07:00:00.000Z',
    '2026-05-12T13:05:00.000Z',
  ]);
  expect(rows[1]?.rootId).toBe(rows[0]?.id);
});

test('what lies in the future is not there, and takes its replies along', () => {
  const { rows } = load(
    'd00 14:30 anna: no\n  15:00 ben: no\nd00 13:00 anna: yes\n  09:00 ben: no',
  );
  expect(rows.map((post) => post.message)).toEqual(['yes']);
});

test('a story that is moved keeps its distances and ends earlier', () => {
  const transcript = 'd01 09:00 anna: a\nd00 08:00 anna: b\nd00 13:00 anna: c';
  const hour = 60 * 60_000;
  const [plain, moved] = [load(transcript).rows, load(transcript, 3 * hour).rows];
  expect(plain.map((post) => post.message)).toEqual(['a', 'b', 'c']);
  expect(moved.map((post) => post.message)).toEqual(['a', 'b']);
  expect(moved.map((post, at) => post.createAt - plain[at]!.createAt)).toEqual([
    3 * hour,
    3 * hour,
  ]);
});

test('edits, deletions, reactions, files, bots and webhooks leave what Mattermost would leave', () => {
  const { rows, workspace } = load(
    [
      'd01 09:00 anna: draft',
      '  !edit 09:10: final',
      '  +tada by ben at 09:30',
      '  !file a.txt 10 B',
      'd01 08:00 bot: built',
      'd01 11:00 anna: oops',
      '  !delete 11:01',
      'd01 11:30 anna: alert',
      '  !webhook Grafana',
      'd01 11:40 anna:',
      '  !system join_channel',
    ].join('\n'),
  );
  const [final, old, built, oops, alert, joined] = rows;
  expect(final).toMatchObject({ message: 'final', hasReactions: true, deleteAt: 0 });
  expect(old).toMatchObject({ message: 'draft', originalId: final?.id });
  expect(built?.props.get('from_bot')).toBe('true');
  expect(oops?.deleteAt).toBe(Date.parse('2026-05-12T09:01:00Z'));
  expect(alert?.props.get('override_username')).toBe('Grafana');
  expect(joined?.type).toBe('system_join_channel');
  expect(workspace.files.get(final?.fileIds[0] ?? '')).toMatchObject({ name: 'a.txt', size: 10 });
});

test('days get their names in the language of the author', () => {
  const { rows } = load(
    'd01 09:00 anna: bis {{weekday d00}}, {{date d00}}\nd01 09:00 ben: {{weekday d00}}',
  );
  expect(rows.map((post) => post.message)).toEqual(['bis Mittwoch, 13. Mai', 'Wednesday']);
});

test('days get their names in the language that is asked for', () => {
  const { rows } = load(
    'd01 09:00 anna: by {{weekday d00 en}}, {{date d00 en}}\nd01 09:00 ben: el {{weekday d00 es}}',
  );
  expect(rows.map((post) => post.message)).toEqual(['by Wednesday, May 13', 'el miércoles']);
});

test('who has seen what: up to last_seen, or to the own last post', () => {
  const { workspace, rows } = load(
    'd02 09:00 ben: one\nd01 13:00 anna: two\nd01 09:00 ben: @anna three',
  );
  const member = (name: string): unknown =>
    workspace.channels.member(
      rows[0]?.channelId ?? '',
      workspace.users.findByUsername(name)?.id ?? '',
    );
  expect(member('anna')).toMatchObject({ msgCount: 1, mentionCount: 1 });
  expect(member('ben')).toMatchObject({ msgCount: 3, mentionCount: 0 });
});

describe('mistakes', () => {
  test.each([
    ['a stranger', 'd01 09:00 zoe: hi', 'channels/team__dev.txt:1: nobody is called zoe'],
    [
      'a reply before its root',
      'd01 09:00 anna: a\n  02:00 ben: b',
      'team__dev.txt:2: a reply must come after',
    ],
    [
      'an edit before its message',
      'd01 09:00 anna: a\n  !edit 08:59: b',
      'team__dev.txt:2: this must come after',
    ],
    [
      'a reply to what was deleted',
      'd01 09:00 anna: a\n  !delete 09:01\n  09:00 ben: b',
      'team__dev.txt:3: impossible here: api.post.create_post.root_id',
    ],
  ])('%s', (_, transcript, message) => {
    expect(() => load(transcript)).toThrow(message);
  });

  test('an entry of a list is named with its line', () => {
    write('people.json', [
      { username: 'anna', timezone: 'Europe/Berlin', teams: [] },
      { username: 'x' },
    ]);
    expect(() => load('')).toThrow(/people\.json:7: entry 2, username: /);
  });

  test('a transcript without a channel', () => {
    write('channels/team__ops.txt', '');
    expect(() => load('')).toThrow('channels/team__ops.txt: no such channel');
  });
});

describe('the sample that is shipped', () => {
  const shipped = join(import.meta.dirname, '../sample_workspace');
  test.each(['2026-01-15T00:10Z', '2026-03-20T12:00Z', '2026-07-01T23:50Z', '2026-11-03T08:00Z'])(
    'loads at %s, and is as large as it should be',
    (instant) => {
      const workspace = new Workspace();
      const loaded = loadSampleWorkspace(workspace, shipped, Date.parse(instant));
      expect(loaded.teams).toBeGreaterThanOrEqual(2);
      expect(loaded.people).toBeGreaterThanOrEqual(12);
      expect(loaded.channels).toBeGreaterThanOrEqual(10);
      expect(loaded.posts).toBeGreaterThanOrEqual(1_500);
    },
  );
});
