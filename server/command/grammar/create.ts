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
import { isKnownTimezone } from '../../contract/index.ts';
import type { ScheduleInputBody } from '../../contract/index.ts';
import { GrammarError } from './grammar_error.ts';
import { readOnce } from './once.ts';
import type { DateContext } from './once.ts';
import { takeRecurrence } from './recurring.ts';
import { WeekdayNames } from './weekday_names.ts';
import { Words } from './words.ts';

/** What a user wants created, with channels by their names. */
export interface CreateRequest {
  /** Empty where none was given. */
  readonly title: string;
  /** Names without their tildes; undefined for all unreads. */
  readonly channels: readonly string[] | undefined;
  readonly schedule: Omit<ScheduleInputBody, 'title' | 'channel_ids' | 'channel_mode'>;
}

/**
 * Reads what follows `/recap create`.
 *
 * @throws {GrammarError} at the word that does not fit.
 */
export async function parseCreate(text: string, context: DateContext): Promise<CreateRequest> {
  const { title, rest } = takeTitle(text);
  const split = /(?:^|\s)(?=~\S)|\s(?=all\s+unreads?\b)/i.exec(rest);
  const when = (split === null ? rest : rest.slice(0, split.index)).trim();
  const tail = new Words(split === null ? '' : rest.slice(split.index));
  const recurrence = await readWhen(when, context);
  const channels = takeChannels(tail);
  return { title, channels, schedule: { recurrence, ...takeOptions(tail) } };
}

function takeTitle(text: string): { title: string; rest: string } {
  const match = /^\s*["“„«]([^"”“»]*)["”“»]\s*/.exec(text);
  if (match === null) return { title: '', rest: text.trim() };
  return { title: (match[1] ?? '').trim(), rest: text.slice(match[0].length).trim() };
}

async function readWhen(
  text: string,
  context: DateContext,
): Promise<ScheduleInputBody['recurrence']> {
  if (text === '') throw new GrammarError('when', '');
  const words = new Words(text);
  if (!words.accept('every', 'each')) return await readOnce(text, context);
  const recurrence = takeRecurrence(words, new WeekdayNames(context.locale));
  if (!words.done) throw words.wrong('end');
  return recurrence;
}

function takeChannels(words: Words): readonly string[] | undefined {
  if (words.acceptPhrase('all', 'unreads') || words.acceptPhrase('all', 'unread')) return undefined;
  const names = new Set<string>();
  while (words.next.startsWith('~')) {
    const name = words.take().replace(/^~+/, '');
    if (name !== '') names.add(name);
    words.accept('and', '&');
  }
  if (names.size === 0) throw words.wrong('channels');
  return [...names];
}

type Options = Omit<CreateRequest['schedule'], 'recurrence'>;

function takeOptions(words: Words): Options {
  let options: Options = {};
  const content = (change: NonNullable<Options['content']>): Options => ({
    ...options,
    content: { ...options.content, ...change },
  });
  while (!words.done) {
    if (words.accept('brief')) options = content({ length: 'brief' });
    else if (words.accept('standard')) options = content({ length: 'standard' });
    else if (words.accept('detailed')) options = content({ length: 'detailed' });
    else if (words.acceptPhrase('for', 'me')) options = content({ focus: 'concerns_me' });
    else if (words.acceptPhrase('with', 'bots')) options = content({ include_bots: true });
    else if (words.accept('always')) options = { ...options, skip_empty: false };
    else if (words.acceptPhrase('since', 'last', 'recap')) {
      options = { ...options, time_period: 'since_last_recap' };
    } else if (words.acceptPhrase('since', 'last', 'read')) {
      options = { ...options, time_period: 'since_last_read' };
    } else if (words.acceptPhrase('last', '24', 'hours') || words.acceptPhrase('last', 'day')) {
      options = { ...options, time_period: 'last_24h' };
    } else if (words.acceptPhrase('last', 'week')) {
      options = { ...options, time_period: 'last_week' };
    } else if (words.accept('in')) options = { ...options, timezone: takeZone(words) };
    else throw words.wrong('end');
  }
  return options;
}

function takeZone(words: Words): string {
  const name = words.rest.split(' ')[0] ?? '';
  if (!isKnownTimezone(name)) throw words.wrong('zone');
  words.take();
  return name;
}
