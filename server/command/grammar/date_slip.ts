/** What is wrong with a date that could not be read: the best guess at the word that its author should look at. */
import { GrammarError } from './grammar_error.ts';

/** A time of day as it is written in our languages: with a colon and the like, a word behind it, or one before it. */
const times =
  /(\d{1,2})[:h時](\d{2})|(\d{1,2})\s?(?=(?:uhr|h|時|am|pm|a\.m\.|p\.m\.)(?!\p{L}))|(?<=(?:at|um|à|las|@)\s)(\d{1,2})(?![\d:.]|\s*\p{L})/giu;

/** The slip in a text that is no date. `leftover` is what is not understood of it. */
export function dateSlip(text: string, leftover: string): GrammarError {
  const time = impossibleTime(text);
  if (time !== undefined) return new GrammarError('time', time);
  return new GrammarError('when', oddWord(leftover));
}

/** The first time of day that no clock shows; undefined where there is none. */
function impossibleTime(text: string): string | undefined {
  for (const match of text.matchAll(times)) {
    const [written, hour = match[3] ?? match[4], minute = '0'] = match;
    const behind = text.slice(match.index + written.length);
    const most = /^\s*[ap]\.?m/i.test(behind) ? 12 : 23;
    if (Number(hour) > most || Number(minute) > 59) return written.trim();
  }
  return undefined;
}

/** The word that is most likely to be the slip: the first that is longer than "at" and no number. */
export function oddWord(text: string): string {
  const words = text.split(/\s+/);
  return words.find((word) => /\p{L}{3,}/u.test(word)) ?? words[0] ?? '';
}

/** The same date on a day that every month has; undefined where the text names none of the three that some have not. */
export function onDay28(text: string): string | undefined {
  const moved = text.replace(/(?<![\d:])(?:29|30|31)(?![\d:])/, '28');
  return moved === text ? undefined : moved;
}
