/** "every weekday at 9:00", "every 2 weeks on monday and friday at 9:00 and 17:00", "every month on the last friday …". */
import { limits, weekdays } from '../../contract/index.ts';
import type { MonthlyDay, ScheduleInputBody } from '../../contract/index.ts';
import { takeTimes } from './time_of_day.ts';
import type { WeekdayNames } from './weekday_names.ts';
import type { Words } from './words.ts';

type Recurrence = ScheduleInputBody['recurrence'];

const nths: ReadonlyMap<string, number | 'last'> = new Map<string, number | 'last'>([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['last', 'last'],
]);

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
    words.take();
    days |= bits;
    words.accept('and', '&');
  }
  if (days === 0) throw words.wrong('days');
  return days;
}

function takeMonthly(words: Words, names: WeekdayNames): Recurrence {
  words.accept('on');
  words.accept('the');
  const on = takeMonthDay(words, names);
  const [time = '', second] = takeTimes(words);
  if (second !== undefined) throw words.wrong('other_time');
  return { type: 'monthly', on, time_of_day: time };
}

/** "1st", "31", "last day", "first monday", "last friday". */
function takeMonthDay(words: Words, names: WeekdayNames): MonthlyDay {
  const nth = nths.get(words.next);
  if (nth !== undefined) {
    const word = words.take();
    const weekday = names.dayOf(words.next);
    const name = weekday === undefined ? undefined : weekdays[weekday];
    if (name !== undefined) {
      words.take();
      return { nth, weekday: name };
    }
    if (nth === 'last' && words.accept('day')) return { day: 'last' };
    const day = dayOf(word);
    if (day === undefined) throw words.wrong('month_day');
    return { day };
  }
  const day = dayOf(words.next);
  if (day === undefined) throw words.wrong('month_day');
  words.take();
  return { day };
}

function dayOf(word: string): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(word);
  const day = Number(match?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}
