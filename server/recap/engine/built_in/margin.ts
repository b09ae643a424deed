/**
 * What may be quoted at all: the margin that keeps small talk, jokes and slips out of a recap, by whatever way they
 * would come into it.
 */
import { mostIdle, questionMargin } from './limits.ts';
import type { Score } from './score.ts';

/** Whether a message is likelier to be worth telling, as whatever it is, than to be an embarrassment. */
export function isTellable({ worth, decision, task, idle }: Score): boolean {
  return !isIdle({ idle }) && Math.max(worth, decision, task) >= idle;
}

/** Whether an open question may be told: the question itself is what there is to tell, so that less must speak for it. */
export function isAskable({ worth, task, idle }: Score): boolean {
  return !isIdle({ idle }) && Math.max(worth, task) >= idle * questionMargin;
}

/** Whether a message is likely enough an embarrassment that it is not quoted even below another. */
export function isIdle({ idle }: Pick<Score, 'idle'>): boolean {
  return idle >= mostIdle;
}
