/**
 * The names under which everything lies in the plugin's key-value store.
 *
 * Digits and lower-case letters only, so that every database collation sorts them the same way. Keys of the due
 * index begin with a digit and all others with a letter: page 0 of a listing is what is due soonest.
 *
 * | Key | Holds |
 * | --- | --- |
 * | 14 digits instant, 26 schedule id, 10 digits version | due index: wake this schedule at this instant |
 * | `s` schedule id | the schedule, its busy run and its newest ended runs |
 * | `u` user id | which schedules the user has |
 * | `r` schedule id, 10 digits sequence | one ended run, older than those in the schedule's record |
 * | `q` user id | how often the user has asked for a run lately |
 * | `w` user id | that the user was welcomed |
 * | `c` post id | what the reader has checked off in a recap |
 * | `lock` name, `fence` name | a cluster mutex, and the counter that numbers its holders |
 * | `nodes` | what each node says of itself; expires |
 * | `sweep` | how far the sweep has come |
 */

const instantDigits = 14;
const idCharacters = 26;
const versionDigits = 10;
const dueKey = new RegExp(
  `^([0-9]{${instantDigits}})([a-z0-9]{${idCharacters}})([0-9]{${versionDigits}})$`,
);

/** One entry of the due index. */
export interface DueEntry {
  /** When to look at the schedule, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly scheduleId: string;
  /** The version of the record that the entry was written for. */
  readonly version: number;
}

/** The key of a due entry. */
export function dueEntryKey(entry: DueEntry): string {
  return digits(entry.at, instantDigits) + entry.scheduleId + digits(entry.version, versionDigits);
}

/** Reads a due entry back from its key; undefined for any other key. */
export function parseDueEntryKey(key: string): DueEntry | undefined {
  const match = dueKey.exec(key);
  const [, at, scheduleId, version] = match ?? [];
  if (at === undefined || scheduleId === undefined || version === undefined) return undefined;
  return { at: Number(at), scheduleId, version: Number(version) };
}

const mattermostId = new RegExp(`^[a-z0-9]{${idCharacters}}$`);

/** Whether a text has the form of Mattermost's ids. Any other, from a request for example, must not become a key. */
export function isMattermostId(text: string): boolean {
  return mattermostId.test(text);
}

/** The key of a schedule's record. */
export function scheduleKey(scheduleId: string): string {
  return `s${scheduleId}`;
}

/** The key of the list of a user's schedules. */
export function userKey(userId: string): string {
  return `u${userId}`;
}

/** Where the sweep remembers how far it has come. */
export const sweepKey = 'sweep';

/** What the nodes say of themselves. */
export const nodesKey = 'nodes';

/** The schedule whose record lies under a key; undefined for any other key. */
export function idOfScheduleKey(key: string): string | undefined {
  return idAfter('s', key);
}

/** The user whose list lies under a key; undefined for any other key. */
export function idOfUserKey(key: string): string | undefined {
  return idAfter('u', key);
}

/** The user whose welcome is remembered under a key; undefined for any other key. */
export function idOfWelcomeKey(key: string): string | undefined {
  return idAfter('w', key);
}

function idAfter(prefix: string, key: string): string | undefined {
  const id = key.slice(prefix.length);
  return key.startsWith(prefix) && isMattermostId(id) ? id : undefined;
}

/** The key of what is checked off in a recap, by the recap's post. */
export function checksKey(postId: string): string {
  return `c${postId}`;
}

/** The key of the counter of runs that a user has asked for. */
export function quotaKey(userId: string): string {
  return `q${userId}`;
}

/** The key of what is remembered of a user's welcome. */
export function welcomeKey(userId: string): string {
  return `w${userId}`;
}

/** The key of one ended run. */
export function runRowKey(scheduleId: string, sequence: number): string {
  return `r${scheduleId}${digits(sequence, versionDigits)}`;
}

/** The key of a mutex; `name` is lower-case letters. */
export function lockKey(name: string): string {
  return `lock${name}`;
}

/** The key of the counter that numbers a mutex's holders. */
export function fenceKey(name: string): string {
  return `fence${name}`;
}

function digits(value: number, width: number): string {
  const text = String(Math.max(0, Math.trunc(value)));
  if (text.length > width) throw new RangeError(`${text} has more than ${width} digits`);
  return text.padStart(width, '0');
}
