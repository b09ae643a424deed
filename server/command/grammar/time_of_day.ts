/** Times of day as people type them. */
import { limits } from '../../contract/index.ts';
import type { Words } from './words.ts';

const clock = /^(\d{1,2})(?:[:.h時](\d{2})分?)?(am|pm|a\.m\.|p\.m\.|uhr|h|時)?$/;
const named: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midnight', '00:00'],
]);

/**
 * The times after "at": one to `most`, with "and" between them.
 *
 * @throws {GrammarError} `time` where there is none, `other_time` where one is said twice or too many are.
 */
export function takeTimes(words: Words, most: number = limits.timesOfDay): string[] {
  if (!words.accept('at', '@')) throw words.wrong('time');
  const times: string[] = [];
  do {
    const said = timeOf(words.next, words.afterNext);
    if (said === undefined) throw words.wrong('time');
    if (times.includes(said.time) || times.length >= most) throw words.wrong('other_time');
    for (let taken = 0; taken < said.words; taken += 1) words.take();
    times.push(said.time);
    words.accept('and', '&');
  } while (/^\d/.test(words.next) || named.has(words.next));
  return times;
}

/** The time that one word says, or two, `HH:MM`; undefined where they say none. */
function timeOf(word: string, after: string): { time: string; words: number } | undefined {
  const fixed = named.get(word);
  if (fixed !== undefined) return { time: fixed, words: 1 };
  const match = clock.exec(word);
  if (match === null) return undefined;
  const [, hourText = '', minuteText = '00', suffix] = match;
  const isApart = suffix === undefined && /^(?:am|pm|a\.m\.|p\.m\.|uhr|o'clock)$/.test(after);
  const hour = hourOf(Number(hourText), isApart ? after : (suffix ?? ''));
  if (hour === undefined || Number(minuteText) > 59) return undefined;
  const time = `${String(hour).padStart(2, '0')}:${minuteText}`;
  return { time, words: isApart ? 2 : 1 };
}

/** An hour on a clock of 24, or of 12 with its half of the day. */
function hourOf(hour: number, suffix: string): number | undefined {
  const half = /^([ap])\.?m/.exec(suffix)?.[1];
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
