/**
 * "now", "tomorrow at 9:00", "24 December 8:30": a date and time in the user's zone and language, by chrono-node.
 *
 * chrono-node computes with `Date`, and so with the host's own zone. It is therefore asked for the numbers of a date
 * only, seen from noon, an hour that no zone skips; which of its days is meant, and what lies some hours ahead, is
 * worked out here.
 */
import { LocalDate } from '../../contract/index.ts';
import type { ScheduleInputBody } from '../../contract/index.ts';
import { wallTimeIn } from '../../schedule/index.ts';
import { dateSlip, oddWord, onDay28 } from './date_slip.ts';
import { GrammarError } from './grammar_error.ts';
import { pastWords, respoken } from './spoken_words.ts';

type Recurrence = ScheduleInputBody['recurrence'];

/** What a date is read against. */
export interface DateContext {
  /** The user's locale, one that `Intl` accepts. */
  readonly locale: string;
  /** IANA name of the zone that the date is meant in. */
  readonly timezone: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

interface Dates {
  parse(text: string, reference: Date): readonly Found[];
}

/** What chrono-node finds, as far as it matters here. */
interface Found {
  readonly index: number;
  readonly text: string;
  readonly start: {
    get(component: Component): number | null;
    isCertain(component: Component): boolean;
  };
  readonly end?: unknown;
}

type Component =
  'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second' | 'timezoneOffset';

/** Longer than any date is written, in characters. */
const maxDateCharacters = 100;

/** What stands before a date without being part of it, as far as chrono-node minds. */
const articles = /^(?:on\s+)?(?:the|on|am|den|le|el)\s+/i;

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** A date of a year that has to be a leap year comes within so many years. */
const maxYearsAhead = 8;
/** Every so many years is a leap year, until 2100. */
const leapYears = 4;

/** Loaded with the first date: a process that is asked for none need not have it. */
async function datesFor(locale: string): Promise<readonly Dates[]> {
  // The British order, day before month, is that of all whose language is not English; Americans alone differ.
  const { casual, GB } = await import('chrono-node/en');
  switch (new Intl.Locale(locale).language) {
    case 'de':
      return [(await import('chrono-node/de')).casual, GB];
    case 'es':
      return [(await import('chrono-node/es')).casual, GB];
    case 'fr':
      return [(await import('chrono-node/fr')).casual, GB];
    case 'ja':
      return [(await import('chrono-node/ja')).casual, casual];
    default:
      return [/^en(-US)?$/.test(locale) ? casual : GB];
  }
}

/**
 * Reads a single date and time. All of the text must be understood: a word left over may have meant another day.
 *
 * @throws {GrammarError} `when` at the first word that is not understood, `time` where there is no time of day,
 * `future` for a time that has passed, `date` for a day that no month has, `other_zone` for one that names a zone.
 */
export async function readOnce(text: string, context: DateContext): Promise<Recurrence> {
  if (/^(?:once\s+)?now$/i.test(text)) return { type: 'once', at: 'now' };
  return onceAt(await find(text.replace(/^once\s+/i, ''), context), context);
}

/**
 * Reads a day that lies ahead, without a time.
 *
 * @throws {GrammarError} `day` at the first word that is not understood, or where there is a time; `future` for a day
 * that is not to come any more, `date` for one that no month has.
 */
export async function readDay(text: string, context: DateContext): Promise<string> {
  try {
    const { found, wanted, daysLater } = await find(text.normalize('NFKC').trim(), context);
    const { start } = found;
    const written = wallTimeOf(start, 0);
    if (
      start.isCertain('hour') ||
      (found.end !== undefined && found.end !== null) ||
      written === undefined
    ) {
      throw new GrammarError('day', wanted);
    }
    const today = startOfDay(wallTimeIn(context.timezone, context.now));
    const day = comingDay(start, startOfDay(written), today) + daysLater * dayMs;
    if (day <= today) throw new GrammarError('future', wanted);
    const date = LocalDate.safeParse(new Date(day).toISOString().slice(0, 10));
    if (!date.success || !isOnWeekday(start, day)) throw new GrammarError('day', wanted);
    return date.data;
  } catch (thrown) {
    if (!(thrown instanceof GrammarError)) throw thrown;
    if (thrown.expected !== 'when' && thrown.expected !== 'time') throw thrown;
    throw new GrammarError('day', thrown.word);
  }
}

function startOfDay(wallTime: number): number {
  return Math.floor(wallTime / dayMs) * dayMs;
}

interface Finding {
  readonly found: Found;
  readonly dates: Dates;
  /** What was read, as it is shown to its author. */
  readonly wanted: string;
  /** What of it chrono-node was given. */
  readonly text: string;
  readonly noon: Date;
  /** Days that it means beyond what chrono-node has found. */
  readonly daysLater: number;
}

/** The date that a text is, all of it. */
async function find(written: string, context: DateContext): Promise<Finding> {
  const { language } = new Intl.Locale(context.locale);
  const wanted = plainDate(written.replace(articles, ''), language);
  if (wanted.length > maxDateCharacters) throw new GrammarError('when', oddWord(wanted));
  const { text, daysLater } = respoken(wanted, language);
  const past = pastWords(text, language);
  if (past !== undefined) throw new GrammarError('future', past);
  const readers = await datesFor(context.locale);
  const noon = noonOf(wallTimeIn(context.timezone, context.now));
  const read = readWhole(readers, text, noon);
  if (typeof read !== 'string') return { ...read, wanted, text, noon, daysLater };
  const inLeapYear = new Date(noon);
  inLeapYear.setFullYear(noon.getFullYear() - (noon.getFullYear() % leapYears), 1, 1);
  const leap = readWhole(readers, text, inLeapYear);
  if (typeof leap !== 'string' && isLeapDay(leap.found.start)) {
    return { ...leap, wanted, text, noon: inLeapYear, daysLater };
  }
  const moved = onDay28(text);
  if (moved !== undefined && typeof readWhole(readers, moved, noon) !== 'string') {
    throw new GrammarError('date', wanted);
  }
  throw dateSlip(text, read);
}

/** The first date that takes up all of the text, or what the best of them leaves over. */
function readWhole(
  readers: readonly Dates[],
  text: string,
  noon: Date,
): Pick<Finding, 'found' | 'dates'> | string {
  let leftover = text;
  for (const dates of readers) {
    const [found] = dates.parse(text, noon);
    if (found === undefined) continue;
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found.text.length)}`;
    if (rest.trim() === '') return { found, dates };
    if (rest.trim().length < leftover.length) leftover = rest.trim();
  }
  return leftover;
}

/** 29 February of whichever year. */
function isLeapDay(start: Found['start']): boolean {
  return start.get('month') === 2 && start.get('day') === 29 && !start.isCertain('year');
}

/** "24.12. 9:00" with the month by its name: chrono-node takes German numbers with a year only. */
function plainDate(text: string, language: string): string {
  return text.replace(
    /^(\d{1,2})\.\s?(0?[1-9]|1[0-2])\.(?=\s|$)/,
    (written, day: string, month: string) => {
      if (language !== 'de') return written;
      const name = new Intl.DateTimeFormat('de', { month: 'long', timeZone: 'UTC' });
      return `${day}. ${name.format(Date.UTC(1970, Number(month) - 1))}`;
    },
  );
}

/** Noon, on the host's clock, of the day that a wall clock shows. */
function noonOf(wallTime: number): Date {
  const wall = new Date(wallTime);
  return new Date(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate(), 12);
}

function onceAt(finding: Finding, context: DateContext): Recurrence {
  const { found, dates, wanted, text, noon, daysLater } = finding;
  const { start } = found;
  if (!start.isCertain('hour')) throw new GrammarError('time', '');
  const isSpan = found.end !== undefined && found.end !== null;
  const written = wallTimeOf(start, 0);
  if (isSpan || written === undefined) throw new GrammarError('when', wanted);
  const wallTime = wallTimeIn(context.timezone, context.now);
  const ahead = hoursAhead(written, dates, text, noon);
  if (ahead === undefined && start.isCertain('timezoneOffset')) {
    throw new GrammarError('other_zone', wanted.split(/\s+/).at(-1) ?? '');
  }
  const at =
    daysLater * dayMs +
    (ahead === undefined
      ? comingDay(start, written, wallTime)
      : wallTimeIn(context.timezone, context.now + ahead));
  if (at <= wallTime) throw new GrammarError('future', wanted);
  if (!isOnWeekday(start, at)) throw new GrammarError('when', oddWord(wanted));
  const iso = new Date(at).toISOString();
  const date = LocalDate.safeParse(iso.slice(0, 10));
  if (!date.success) throw new GrammarError('when', wanted);
  return { type: 'once', at: { date: date.data, time_of_day: iso.slice(11, 16) } };
}

/** What is certain, as wall time, so many years on; undefined where there is no such date. */
function wallTimeOf(start: Found['start'], years: number): number | undefined {
  const part = (component: Component): number => start.get(component) ?? 0;
  const [year, month, day] = [part('year') + years, part('month') - 1, part('day')];
  const [hour, minute] = [part('hour'), part('minute')];
  const time = Date.UTC(year, month, day, hour, minute);
  if (Number.isNaN(time)) return undefined;
  const isReal =
    hour < 24 && minute < 60 && part('second') === 0 && new Date(time).getUTCDate() === day;
  return isReal && new Date(time).getUTCMonth() === month ? time : undefined;
}

/**
 * How far ahead of now a text such as "in 2 hours" lies, in milliseconds; undefined for one that names a time of day.
 * Only what is counted from now moves when it is read an hour earlier.
 */
function hoursAhead(written: number, dates: Dates, text: string, noon: Date): number | undefined {
  const eleven = new Date(noon);
  eleven.setHours(11);
  const [earlier] = dates.parse(text, eleven);
  if (earlier === undefined) return undefined;
  const moved = wallTimeOf(earlier.start, 0);
  if (moved === undefined || moved === written) return undefined;
  const wallNoon = Date.UTC(noon.getFullYear(), noon.getMonth(), noon.getDate(), 12);
  // Where the host's own clocks skip an hour, one of the two is an hour too late.
  return Math.min(written - wallNoon, moved - (wallNoon - hourMs));
}

/** The first day that fits and lies ahead: a weekday in the coming week, a date without its year in the coming year. */
function comingDay(start: Found['start'], written: number, wallTime: number): number {
  if (written > wallTime || start.isCertain('year')) return written;
  if (start.isCertain('month')) {
    for (let years = 1; years <= maxYearsAhead; years += 1) {
      const later = wallTimeOf(start, years);
      if (later !== undefined && later > wallTime) return later;
    }
    return written;
  }
  if (start.isCertain('day')) return written;
  const step = start.isCertain('weekday') ? 7 * dayMs : dayMs;
  return written + step * (Math.floor((wallTime - written) / step) + 1);
}

/** "Monday 24 December" is a slip where that day is no Monday. */
function isOnWeekday(start: Found['start'], at: number): boolean {
  return !start.isCertain('weekday') || start.get('weekday') === new Date(at).getUTCDay();
}
