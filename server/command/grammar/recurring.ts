/** "every weekday at 9:00", "every 2 weeks on monday and friday at 9:00 and 17:00", "every month on the last friday …". */
import { limits, weekdays } from '../../contract/index.ts';
import type { MonthlyDay, ScheduleInputBody } from '../../contract/index.ts';
import { takeTimes } from './time_of_day.ts';
import { spanOf } from './weekday_names.ts';
import type { WeekdayNames } from './weekday_names.ts';
import type { Words } from './words.ts';

type Recurrence = ScheduleInputBody['recurrence'];

const nths: ReadonlyMap<string, number | 'last'> = new Map<string, number | 'last'>([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', 'last'],
]);

/** A weekday comes at least so often in each month. */
const maxNth = 4;

/**
 * Takes what follows "every".
 *
 * @throws {GrammarError} at the word that does not fit.
 */
export function takeRecurrence(words: Words, names: WeekdayNames): Recurrence {
  if (words.accept('month')) return takeMonthly(words, names);
  const everyWeeks = takeWeeks(words);
  const days = takeDays(words, names);
  return {
    type: 'weekly',
    days_of_week: days,
    every_weeks: everyWeeks,
    times_of_day: takeTimes(words),
  };
}

/** "2 weeks on", "other", "week on", or nothing. */
function takeWeeks(words: Words): number {
  if (words.acceptPhrase('other', 'week')) {
    words.accept('on');
    return 2;
  }
  if (words.accept('other')) return 2;
  if (words.accept('week')) {
    words.accept('on');
    return 1;
  }
  if (!/^\d+$/.test(words.next)) return 1;
  const weeks = Number(words.next);
  if (weeks < 1 || weeks > limits.everyWeeks) throw words.wrong('weeks');
  words.take();
  if (!words.accept('weeks', 'week')) throw words.wrong('weeks');
  words.accept('on');
  return weeks;
}

function takeDays(words: Words, names: WeekdayNames): number {
  let days = 0;
  for (;;) {
    const bits = names.bitsOf(words.next);
    if (bits === undefined) break;
    const first = names.dayOf(words.take());
    days |= bits;
    const last = ['to', 'through', '-', '–'].includes(words.next)
      ? names.dayOf(words.afterNext)
      : undefined;
    if (first !== undefined && last !== undefined) {
      words.take();
      words.take();
      days |= spanOf(first, last);
    }
    words.accept('and', '&');
  }
  if (days === 0) throw words.wrong('days');
  return days;
}

function takeMonthly(words: Words, names: WeekdayNames): Recurrence {
  words.accept('on');
  words.accept('the');
  const on = takeMonthDay(words, names);
  const [time = ''] = takeTimes(words, 1);
  return { type: 'monthly', on, time_of_day: time };
}

/** "1st", "31", "last day", "first monday", "last friday", "2. Montag". */
function takeMonthDay(words: Words, names: WeekdayNames): MonthlyDay {
  const number = dayOf(words.next);
  const nth = nths.get(words.next) ?? number;
  const weekday = names.dayOf(words.afterNext);
  const name = weekday === undefined ? undefined : weekdays[weekday];
  if (name !== undefined && nth !== undefined) {
    if (nth !== 'last' && nth > maxNth) throw words.wrong('month_day');
    words.take();
    words.take();
    return { nth, weekday: name };
  }
  if (words.acceptPhrase('last', 'day')) return { day: 'last' };
  if (number === undefined) {
    // "first" alone is fine up to there: what is wrong is the word behind it.
    if (nth !== undefined) words.take();
    throw words.wrong('month_day');
  }
  words.take();
  return { day: number };
}

/** The number of a day, with the endings that our languages give it: 1st, 1er, 1º, 1日. */
function dayOf(word: string): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|ère|re|e|ème|o|a|\.|日)?$/.exec(word);
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}
