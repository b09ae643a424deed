/**
 * What may be quoted at all: the margin that keeps small talk, jokes and slips out of a recap, by whatever way they
 * would come into it.
 */
import { leastOddsIfIdle, leastOddsInQuiet, mostIdle, mostIdlePlain } from './limits.ts';
import type { Score } from './score.ts';

/**
 * Whether a message is likelier to be worth telling, as whatever it is, than to be an embarrassment. In a quiet channel,
 * where nothing is likely worth it, the best there is will do, short of what is most likely idle.
 */
export function isTellable(score: Score, isQuiet = false): boolean {
  if (isQuiet) return isPlainlyTellable(score) && oddsOf(score) >= leastOddsInQuiet;
  return oddsOf(score) >= (isIdle(score) ? leastOddsIfIdle : 1);
}

/** Whether what says in so many words that it decides, asks or promises may be told: few jokes do. */
export function isPlainlyTellable(score: Score): boolean {
  return score.idle < mostIdlePlain || oddsOf(score) >= leastOddsIfIdle;
}

/** Whether a message is likely enough an embarrassment that it is not quoted even below another. */
export function isIdle({ idle }: Pick<Score, 'idle'>): boolean {
  return idle >= mostIdle;
}

/** How many times likelier a message is worth telling than it is an embarrassment. */
function oddsOf({ worth, decision, task, idle }: Score): number {
  return Math.max(worth, decision, task) / idle;
}
