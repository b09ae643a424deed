/** Loads a sample workspace from its files into a workspace, at times relative to now. */
import type { Channel, User } from '../../../server/mattermost/model/index.ts';
import type { GobValue } from '../../../server/wire/gob/index.ts';
import { AppFailure } from '../app_failure.ts';
import type { Workspace } from '../workspace/index.ts';
import { instantOf, withDates } from './relative_time.ts';
import {
  readSampleFiles,
  type SampleChannel,
  type SampleFiles,
  type SamplePerson,
} from './sample_files.ts';
import { SampleError } from './sample_error.ts';
import type { TranscriptPost, When } from './transcript.ts';

/** Everybody's password. */
export const samplePassword = 'sample-password';
/** How long before now everything was set up. */
const setUpMs = 90 * 24 * 3_600_000;
/** How long after a message its first reaction comes, and each further one after that. */
const reactionDelayMs = 45_000;

/** One change to the workspace, at its time. */
interface Step {
  readonly at: number;
  readonly line: number;
  /** @throws {AppFailure} when Mattermost would refuse the change. */
  readonly run: () => void;
}

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
 * @throws {SampleError} naming file and line of the first mistake.
 */
export function loadSampleWorkspace(
  workspace: Workspace,
  folder: string,
  now: number,
): LoadedSample {
  return new SampleLoader(workspace, readSampleFiles(folder), now).load();
}

class SampleLoader {
  readonly #workspace: Workspace;
  readonly #files: SampleFiles;
  readonly #now: number;
  readonly #people = new Map<string, SamplePerson>();
  #posts = 0;

  constructor(workspace: Workspace, files: SampleFiles, now: number) {
    this.#workspace = workspace;
    this.#files = files;
    this.#now = now;
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
    const steps = (this.#files.transcripts.get(file) ?? []).flatMap((root) =>
      this.#conversation(file, channel, root),
    );
    // Array sorting is stable: steps of one instant stay in the order of the file.
    for (const step of steps.sort((a, b) => a.at - b.at)) runStep(step, file);
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

  #conversation(file: string, channel: Channel, root: TranscriptPost): Step[] {
    const rootAt = this.#at(root.author, root.day, root.seconds, file, root.line);
    if (rootAt > this.#now) return [];
    let rootId = '';
    const keep = (id: string): void => {
      rootId = id;
    };
    const steps = this.#message(file, channel, root, () => '', keep);
    for (const reply of root.replies) {
      const at = this.#at(reply.author, reply.day, reply.seconds, file, reply.line);
      if (at <= rootAt) throw new SampleError(file, reply.line, 'a reply must come after its root');
      steps.push(
        ...this.#message(
          file,
          channel,
          reply,
          () => rootId,
          () => undefined,
        ),
      );
    }
    return steps.filter((step) => step.at <= this.#now);
  }

  #message(
    file: string,
    channel: Channel,
    message: TranscriptPost,
    root: () => string,
    keep: (id: string) => void,
  ): Step[] {
    const at = this.#at(message.author, message.day, message.seconds, file, message.line);
    const author = this.#person(message.author, file, message.line);
    const user = this.#user(message.author);
    this.#checkMembership(channel, message, file);
    const { posts } = this.#workspace;
    const text = (raw: string): string => withDates(raw, this.#now, author.locale);
    let id = '';
    const create = (): void => {
      this.#posts += 1;
      const files = message.files.map(
        (each) => posts.addFile({ ...each, creatorId: user.id, channelId: channel.id }, at).id,
      );
      id = posts.create(
        {
          channelId: channel.id,
          userId: user.id,
          rootId: root(),
          message: text(message.text),
          type: message.system === undefined ? '' : `system_${message.system}`,
          props: propsOf(message),
          fileIds: files,
        },
        at,
      ).id;
      keep(id);
      if (message.pinned === true) posts.pin(id, true);
      if (message.priority !== undefined) posts.setPriority(id, message.priority);
    };
    const later = (when: When, name: string, line: number): number =>
      this.#after(
        at,
        this.#at(name, when.day ?? message.day, when.seconds, file, line),
        file,
        line,
      );
    return [
      { at, line: message.line, run: create },
      ...message.reactions.flatMap((reaction) =>
        reaction.names.map((name, index) => {
          this.#person(name, file, reaction.line);
          const reactAt =
            reaction.at === undefined
              ? at + reactionDelayMs * (index + 1)
              : later(reaction.at, name, reaction.line);
          return {
            at: reactAt,
            line: reaction.line,
            run: () => void posts.react(this.#user(name).id, id, reaction.emoji, reactAt),
          };
        }),
      ),
      ...message.edits.map((edit) => {
        const editAt = later(edit.at, message.author, edit.line);
        return {
          at: editAt,
          line: edit.line,
          run: () => void posts.update({ ...posts.get(id), message: text(edit.text) }, editAt),
        };
      }),
      ...[message.deletedAt ?? []].flat().map((deleted) => {
        const deleteAt = later(deleted, message.author, deleted.line);
        return {
          at: deleteAt,
          line: deleted.line,
          run: () => posts.delete(id, user.id, deleteAt),
        };
      }),
    ];
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

  #checkMembership(channel: Channel, message: TranscriptPost, file: string): void {
    const user = this.#user(message.author);
    if (message.system !== undefined || user.isBot || message.webhook !== undefined) return;
    if (this.#workspace.channels.member(channel.id, user.id) === undefined) {
      throw new SampleError(file, message.line, `${message.author} is no member of this channel`);
    }
  }

  #at(name: string, day: number, seconds: number, file: string, line: number): number {
    return instantOf(this.#now, this.#person(name, file, line).timezone, day, seconds);
  }

  #after(start: number, at: number, file: string, line: number): number {
    if (at <= start) throw new SampleError(file, line, 'this must come after its message');
    return at;
  }

  /** The instant of a text such as `d01 18:00` in somebody's zone. */
  #instant(text: string, name: string): number {
    const [day = '', time = ''] = text.split(' ');
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
    return this.#at(
      name,
      Number(day.slice(1)),
      hours * 3600 + minutes * 60 + seconds,
      'channels.json',
      0,
    );
  }

  #person(name: string, file: string, line: number): SamplePerson {
    const person = this.#people.get(name);
    if (person === undefined) throw new SampleError(file, line, `nobody is called ${name}`);
    return person;
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

/** @throws {SampleError} when Mattermost would refuse the step, such as a reply to a deleted message. */
function runStep(step: Step, file: string): void {
  try {
    step.run();
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    throw new SampleError(file, step.line, `impossible here: ${error.code}`);
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

function propsOf(message: TranscriptPost): Map<string, GobValue> {
  const props = new Map<string, GobValue>();
  if (message.webhook !== undefined) {
    props.set('from_webhook', 'true');
    props.set('override_username', message.webhook);
  }
  if (message.attachment !== undefined) {
    const { color, title, text } = message.attachment;
    props.set('attachments', [{ color, title, text, fallback: title }]);
  }
  return props;
}
