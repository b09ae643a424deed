/** "now", "tomorrow at 9:00", "24 December 8:30": a date and time in the user's zone and language, by chrono-node. */
import type { ScheduleInputBody } from '../../contract/index.ts';
import { GrammarError } from './grammar_error.ts';

type Recurrence = ScheduleInputBody['recurrence'];

/** What a date is read against. */
export interface DateContext {
  /** The user's locale. */
  readonly locale: string;
  /** What the user's clock shows now, as the count of milliseconds that UTC would give it. */
  readonly wallTime: number;
}

interface Dates {
  parse(text: string, reference: Date, options: { forwardDate: boolean }): readonly Found[];
}

/** What chrono-node finds, as far as it matters here. */
interface Found {
  readonly index: number;
  readonly text: string;
  readonly start: {
    get(component: Component): number | null;
    isCertain(component: Component): boolean;
  };
}

type Component = 'year' | 'month' | 'day' | 'hour' | 'minute';

/** Loaded with the first date: a process that is asked for none need not have it. */
async function datesFor(locale: string): Promise<readonly Dates[]> {
  const { casual } = await import('chrono-node/en');
  switch (locale.toLowerCase().split(/[-_]/)[0]) {
    case 'de':
      return [(await import('chrono-node/de')).casual, casual];
    case 'es':
      return [(await import('chrono-node/es')).casual, casual];
    case 'fr':
      return [(await import('chrono-node/fr')).casual, casual];
    case 'ja':
      return [(await import('chrono-node/ja')).casual, casual];
    default:
      return [casual];
  }
}

/**
 * Reads a single date and time. All of the text must be understood: a word left over may have meant another day.
 *
 * @throws {GrammarError} `when` at the first word that is not understood, `time` where there is no time of day,
 * `future` for a time that has passed.
 */
export async function readOnce(text: string, context: DateContext): Promise<Recurrence> {
  if (/^(?:once )?now$/i.test(text)) return { type: 'once', at: 'now' };
  const wanted = text.replace(/^once\s+/i, '').replace(/^on\s+/i, '');
  let leftover = wanted;
  for (const dates of await datesFor(context.locale)) {
    // Seen as UTC, the wall clock of the user is a clock like any other; zones are none of chrono-node's business.
    const [found] = dates.parse(wanted, new Date(localOf(context.wallTime)), { forwardDate: true });
    if (found === undefined) continue;
    const rest = (
      wanted.slice(0, found.index) + wanted.slice(found.index + found.text.length)
    ).trim();
    if (rest === '') return onceAt(found, wanted, context.wallTime);
    if (rest.length < leftover.length) leftover = rest;
  }
  throw new GrammarError('when', leftover.split(/\s+/)[0] ?? '');
}

/** chrono-node reads a Date by the host's zone: the same numbers on the host's clock, whatever zone that is. */
function localOf(wallTime: number): number {
  const wall = new Date(wallTime);
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
  ).getTime();
}

function onceAt({ start }: Found, text: string, wallTime: number): Recurrence {
  if (!start.isCertain('hour')) throw new GrammarError('time', '');
  const part = (component: Component): number => start.get(component) ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const [hour, minute] = [part('hour'), part('minute')];
  if (Date.UTC(year, month - 1, day, hour, minute) <= wallTime - 60_000) {
    throw new GrammarError('future', text);
  }
  const digits = (value: number, width = 2): string => String(value).padStart(width, '0');
  return {
    type: 'once',
    at: {
      date: `${digits(year, 4)}-${digits(month)}-${digits(day)}`,
      time_of_day: `${digits(hour)}:${digits(minute)}`,
    },
  };
}
