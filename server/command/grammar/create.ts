/**
 * The grammar of `/recap create`: when, which channels, and what else, in a strict order of small phrases.
 *
 * ```text
 * create  = [title] when channels {option}
 * title   = "in quotes"
 * when    = "now" | date | "every" rule          a date as chrono-node reads it
 * rule    = [weeks] days "at" times | "month on the" day "at" time
 * channel = "~name" {"~name"} | "all unreads"
 * option  = brief | standard | detailed | for me | with bots | always
 *         | since last recap | since last read | last 24 hours | last week | in Area/City
 * ```
 */
import { isKnownTimezone, limits } from '../../contract/index.ts';
import type { ScheduleInputBody } from '../../contract/index.ts';
import { GrammarError } from './grammar_error.ts';
import type { Expected } from './grammar_error.ts';
import { readOnce } from './once.ts';
import type { DateContext } from './once.ts';
import { takeRecurrence } from './recurring.ts';
import { WeekdayNames } from './weekday_names.ts';
import { Words } from './words.ts';

/** What a user wants created, with channels by their names. */
export interface CreateRequest {
  /** Empty where none was given. */
  readonly title: string;
  /** Names in lower case without their tildes; undefined for all unreads. */
  readonly channels: readonly string[] | undefined;
  readonly schedule: Omit<ScheduleInputBody, 'title' | 'channel_ids' | 'channel_mode'>;
}

/**
 * Reads what follows `/recap create`. A zone that is named there is the one that its date is meant in.
 *
 * @throws {GrammarError} at the word that does not fit.
 */
export async function parseCreate(text: string, context: DateContext): Promise<CreateRequest> {
  const { title, rest } = takeTitle(text);
  const split = /(?:^|\s)(?=~\S)|(?:^|\s)(?=all\s+unreads?(?:\s|$))/i.exec(rest);
  const when = split === null ? rest : rest.slice(0, split.index);
  const tail = new Words(split === null ? '' : rest.slice(split.index));
  const place = split === null ? undefined : takePlace(tail);
  const timezone = place?.options.timezone ?? context.timezone;
  const recurrence = await readTiming(when, { ...context, timezone }, 'channels');
  if (place === undefined) throw new GrammarError('channels', '');
  return { title, channels: place.channels, schedule: { recurrence, ...place.options } };
}

/**
 * Reads when a schedule runs, and nothing else. `next` is what would be expected behind it.
 *
 * @throws {GrammarError} at the word that does not fit.
 */
export async function readTiming(
  text: string,
  context: DateContext,
  next: Expected = 'end',
): Promise<ScheduleInputBody['recurrence']> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') throw new GrammarError('when', '');
  const words = new Words(plain);
  if (!words.accept('every', 'each')) return await readOnce(plain, context);
  const recurrence = takeRecurrence(words, new WeekdayNames(context.locale));
  if (!words.done) throw words.wrong(next);
  return recurrence;
}

function takeTitle(text: string): { title: string; rest: string } {
  const match = /^\s*["“”„«「]([^"”“»」]*)["”“»」]/.exec(text);
  if (match === null) return { title: '', rest: text.trim() };
  const title = (match[1] ?? '').trim();
  if (Array.from(title).length > limits.titleCharacters) throw new GrammarError('title', title);
  return { title, rest: text.slice(match[0].length).trim() };
}

/** Everything behind the time: channels, then options. */
function takePlace(words: Words): { channels: CreateRequest['channels']; options: Options } {
  const channels = takeChannels(words);
  return { channels, options: takeOptions(words) };
}

function takeChannels(words: Words): readonly string[] | undefined {
  if (words.acceptPhrase('all', 'unreads') || words.acceptPhrase('all', 'unread')) return undefined;
  const names = new Set<string>();
  while (words.next.startsWith('~')) {
    const name = words.next.replace(/^~+/, '');
    if (name === '') throw words.wrong('channels');
    names.add(name);
    words.take();
    words.accept('and', '&');
  }
  if (names.size === 0) throw words.wrong('channels');
  return [...names];
}

type Options = Omit<CreateRequest['schedule'], 'recurrence'>;

/** Each phrase, and what it makes of the options. Longer ones come before those that they begin with. */
const phrases: readonly (readonly [readonly string[], (options: Options) => Options])[] = [
  [['brief'], (options) => withContent(options, { length: 'brief' })],
  [['standard'], (options) => withContent(options, { length: 'standard' })],
  [['detailed'], (options) => withContent(options, { length: 'detailed' })],
  [['for', 'me'], (options) => withContent(options, { focus: 'concerns_me' })],
  [['with', 'bots'], (options) => withContent(options, { include_bots: true })],
  [['always'], (options) => ({ ...options, skip_empty: false })],
  [['since', 'last', 'recap'], (options) => ({ ...options, time_period: 'since_last_recap' })],
  [['since', 'last', 'read'], (options) => ({ ...options, time_period: 'since_last_read' })],
  [['last', '24', 'hours'], (options) => ({ ...options, time_period: 'last_24h' })],
  [['last', 'day'], (options) => ({ ...options, time_period: 'last_24h' })],
  [['last', 'week'], (options) => ({ ...options, time_period: 'last_week' })],
];

function withContent(options: Options, change: NonNullable<Options['content']>): Options {
  return { ...options, content: { ...options.content, ...change } };
}

function takeOptions(words: Words): Options {
  let options: Options = {};
  while (!words.done) {
    const found = phrases.find(([phrase]) => words.acceptPhrase(...phrase));
    if (found !== undefined) options = found[1](options);
    else if (words.accept('in')) options = { ...options, timezone: takeZone(words) };
    else throw words.wrong('option');
  }
  return options;
}

function takeZone(words: Words): string {
  const name = words.rest.split(' ')[0] ?? '';
  if (!isKnownTimezone(name)) throw words.wrong('zone');
  words.take();
  return name;
}
