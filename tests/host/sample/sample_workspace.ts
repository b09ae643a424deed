/** Loads a sample workspace from its files into a workspace, at times relative to now. */
import type { Channel, User } from '../../../server/mattermost/model/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { Conversations } from './conversations.ts';
import { instantOf } from './relative_time.ts';
import {
  readSampleFiles,
  type SampleChannel,
  type SampleFiles,
  type SamplePerson,
} from './sample_files.ts';
import { SampleError } from './sample_error.ts';

/** Everybody's password. */
export const samplePassword = 'sample-password';
/** How long before now everything was set up. */
const setUpMs = 90 * 24 * 3_600_000;
/** What was loaded, counted. */
export interface LoadedSample {
  readonly teams: number;
  readonly people: number;
  readonly channels: number;
  readonly posts: number;
}

/**
 * Reads the folder and fills the workspace. What would lie after `now` is left out.
 *
 * With `movedMs` the story is told up to that long before now, and all of it is moved by as much, so that the same
 * part of it ends just now at any time of day.
 *
 * @throws {SampleError} naming file and line of the first mistake.
 */
export function loadSampleWorkspace(
  workspace: Workspace,
  folder: string,
  now: number,
  movedMs = 0,
): LoadedSample {
  return new SampleLoader(workspace, readSampleFiles(folder), now, movedMs).load();
}

class SampleLoader {
  readonly #workspace: Workspace;
  readonly #files: SampleFiles;
  readonly #now: number;
  readonly #movedMs: number;
  readonly #people = new Map<string, SamplePerson>();
  #posts = 0;

  constructor(workspace: Workspace, files: SampleFiles, now: number, movedMs: number) {
    this.#workspace = workspace;
    this.#files = files;
    this.#now = now;
    this.#movedMs = movedMs;
  }

  load(): LoadedSample {
    const setUpAt = this.#now - setUpMs;
    for (const { name, display_name, description } of this.#files.teams) {
      this.#workspace.teams.add({ name, displayName: display_name, description }, setUpAt);
    }
    for (const person of this.#files.people) this.#addPerson(person, setUpAt);
    const unclaimed = new Set(this.#files.transcripts.keys());
    for (const channel of this.#files.channels) {
      const file = transcriptFile(channel);
      unclaimed.delete(file);
      this.#fill(channel, file, setUpAt);
    }
    for (const file of unclaimed)
      throw new SampleError(file, undefined, 'no such channel in channels.json');
    for (const person of this.#files.people) {
      if (person.deactivated)
        this.#workspace.users.setActive(this.#user(person.username).id, false, this.#now);
    }
    return {
      teams: this.#files.teams.length,
      people: this.#files.people.length,
      channels: this.#files.channels.length,
      posts: this.#posts,
    };
  }

  #addPerson(person: SamplePerson, at: number): void {
    const { users, teams } = this.#workspace;
    this.#people.set(person.username, person);
    if (person.role === 'bot') {
      users.addBot({ username: person.username, displayName: person.first_name }, at);
    } else {
      const role = {
        user: 'system_user',
        admin: 'system_user system_admin',
        guest: 'system_guest',
      };
      users.add(
        {
          username: person.username,
          firstName: person.first_name,
          lastName: person.last_name,
          nickname: person.nickname,
          position: person.position,
          locale: person.locale,
          roles: role[person.role],
          timezone: new Map([
            ['useAutomaticTimezone', 'true'],
            ['automaticTimezone', person.timezone],
            ['manualTimezone', ''],
          ]),
        },
        at,
        samplePassword,
      );
    }
    const user = this.#user(person.username);
    users.setStatus(user.id, person.status, this.#now);
    for (const name of person.teams) {
      const team = teams.findByName(name);
      if (team === undefined) {
        throw new SampleError(
          'people.json',
          undefined,
          `${person.username} is in unknown team ${name}`,
        );
      }
      teams.join(team.id, user, at);
    }
  }

  #fill(sample: SampleChannel, file: string, setUpAt: number): void {
    const channel = this.#addChannel(sample, setUpAt);
    const conversations = new Conversations({
      workspace: this.#workspace,
      people: this.#people,
      now: this.#now,
      movedMs: this.#movedMs,
      file,
      channel,
    });
    this.#posts += conversations.write(this.#files.transcripts.get(file) ?? []);
    if (sample.archived !== undefined) {
      this.#workspace.channels.archive(
        channel.id,
        this.#instant(sample.archived, sample.members[0]!),
      );
    }
    for (const name of sample.members) this.#markViewed(sample, channel, name);
  }

  #addChannel(sample: SampleChannel, at: number): Channel {
    const { channels, teams } = this.#workspace;
    const members = sample.members.map((name) => this.#member(name));
    if (sample.type === 'direct') return channels.direct(members[0]!.id, members[1]?.id ?? '', at);
    if (sample.type === 'group')
      return channels.group(
        members.map((user) => user.id),
        at,
      );
    const team = teams.findByName(sample.team);
    if (team === undefined || sample.name === undefined || sample.display_name === undefined) {
      throw new SampleError(
        'channels.json',
        undefined,
        `channel ${sample.name ?? '?'} needs a known team, a name and a display_name`,
      );
    }
    const channel = channels.add(
      {
        teamId: team.id,
        name: sample.name,
        displayName: sample.display_name,
        header: sample.header,
        purpose: sample.purpose,
        type: sample.type === 'public' ? 'O' : 'P',
        creatorId: members[0]!.id,
      },
      at,
    );
    for (const user of members) {
      channels.join(channel.id, user, at, sample.admins.includes(user.username));
    }
    return channel;
  }

  #markViewed(sample: SampleChannel, channel: Channel, name: string): void {
    const user = this.#user(name);
    const rows = this.#workspace.posts.rows(channel.id).filter((post) => post.originalId === '');
    const given = sample.last_viewed[name] ?? this.#people.get(name)?.last_seen;
    const own = rows.findLast((post) => post.userId === user.id)?.createAt ?? channel.createAt;
    const viewedAt = given === undefined ? own : this.#instant(given, name);
    const seen = rows.filter((post) => post.createAt <= viewedAt);
    const unseen = rows.filter((post) => post.createAt > viewedAt && post.deleteAt === 0);
    const mention = channel.type === 'D' ? /(?:)/ : new RegExp(`@(?:${name}|channel|all)\\b`);
    const member = this.#workspace.channels.member(channel.id, user.id);
    const notifyProps = new Map(member?.notifyProps);
    if (sample.muted_by.includes(name)) notifyProps.set('mark_unread', 'mention');
    this.#workspace.channels.updateMember(channel.id, user.id, {
      lastViewedAt: viewedAt,
      msgCount: seen.length,
      msgCountRoot: seen.filter((post) => post.rootId === '').length,
      mentionCount: unseen.filter((post) => mention.test(post.message)).length,
      notifyProps,
    });
  }

  /** The instant of a text such as `d01 18:00` in somebody's zone. */
  #instant(text: string, name: string): number {
    const [day = '', time = ''] = text.split(' ');
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
    const zone = this.#people.get(name)?.timezone ?? 'UTC';
    const wallClock = hours * 3600 + minutes * 60 + seconds;
    return (
      instantOf(this.#now - this.#movedMs, zone, Number(day.slice(1)), wallClock) + this.#movedMs
    );
  }

  #member(name: string): User {
    if (!this.#people.has(name)) {
      throw new SampleError('channels.json', undefined, `nobody is called ${name}`);
    }
    return this.#user(name);
  }

  #user(name: string): User {
    return this.#workspace.users.findByUsername(name)!;
  }
}

function transcriptFile(channel: SampleChannel): string {
  const people = [...channel.members].sort().join('__');
  const name =
    channel.type === 'direct' || channel.type === 'group'
      ? `${channel.type}__${people}`
      : `${channel.team}__${channel.name ?? ''}`;
  return `channels/${name}.txt`;
}
