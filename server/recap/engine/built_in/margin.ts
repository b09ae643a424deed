/**
 * What may be quoted at all: the margin that keeps small talk, jokes and slips out of a recap, by whatever way they
 * would come into it.
 */
import { leastOddsInQuiet, mostIdle, mostIdlePlain } from './limits.ts';
import type { Score } from './score.ts';

/**
 * Whether a message is likelier to be worth telling, as whatever it is, than to be an embarrassment. In a quiet channel,
 * where nothing is likely worth it, the best there is will do, short of what is most likely idle.
 */
export function isTellable(score: Score, isQuiet = false): boolean {
  const likely = Math.max(score.worth, score.decision, score.task);
  if (isQuiet) return isPlainlyTellable(score) && likely >= score.idle * leastOddsInQuiet;
  return !isIdle(score) && likely >= score.idle;
}

/** Whether what says in so many words that it decides, asks or promises may be told: few jokes do. */
export function isPlainlyTellable({ idle }: Pick<Score, 'idle'>): boolean {
  return idle < mostIdlePlain;
}

/** Whether a message is likely enough an embarrassment that it is not quoted even below another. */
export function isIdle({ idle }: Pick<Score, 'idle'>): boolean {
  return idle >= mostIdle;
}
