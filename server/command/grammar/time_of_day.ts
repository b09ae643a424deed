/** Times of day as people type them. */
import { limits } from '../../contract/index.ts';
import type { Words } from './words.ts';

const clock = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|uhr|h)?$/;
const named: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midnight', '00:00'],
]);

/**
 * The times after "at": one or more, with "and" between them.
 *
 * @throws {GrammarError} `time` where there is none, `other_time` where one is said twice or too many are.
 */
export function takeTimes(words: Words): string[] {
  if (!words.accept('at', '@')) throw words.wrong('time');
  const times: string[] = [];
  do {
    const time = timeOf(words.next);
    if (time === undefined) throw words.wrong('time');
    if (times.includes(time) || times.length >= limits.timesOfDay) throw words.wrong('other_time');
    words.take();
    times.push(halfOfDay(words, time));
    words.accept('and', '&');
  } while (timeOf(words.next) !== undefined);
  return times;
}

/** The time that a word says, `HH:MM`; undefined where it says none. */
function timeOf(word: string): string | undefined {
  const fixed = named.get(word);
  if (fixed !== undefined) return fixed;
  const match = clock.exec(word);
  if (match === null) return undefined;
  const [, hourText = '', minuteText = '00', half] = match;
  const hour = hourOf(Number(hourText), half);
  const minute = Number(minuteText);
  if (hour === undefined || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** "9 pm" in two words. */
function halfOfDay(words: Words, time: string): string {
  if (words.accept('uhr', "o'clock")) return time;
  const half = words.next === 'am' || words.next === 'pm' ? words.next : undefined;
  if (half === undefined) return time;
  const hour = hourOf(Number(time.slice(0, 2)), half);
  if (hour === undefined) throw words.wrong('time');
  words.take();
  return `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half !== 'am' && half !== 'pm') return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
