/** Fifth step: the best messages that do not say the same thing (maximal marginal relevance). */
import { duplicateLikeness, maxCandidates, relevanceShare } from './limits.ts';
import type { Entry, Talk } from './talk.ts';
import { likeness } from './vector.ts';

/** A message that may be chosen. */
export interface Candidate {
  readonly talk: Talk;
  readonly entry: Entry;
  readonly score: number;
}

/**
 * Chooses up to `count` candidates, the best first, each as unlike those before it as its score allows, and
 * no more than `perTalk` of one conversation.
 */
export function choose(
  candidates: readonly Candidate[],
  count: number,
  perTalk: number,
): Candidate[] {
  const pool = candidates.toSorted(byScore).slice(0, maxCandidates);
  const nearest = new Map<Candidate, number>();
  const ofTalk = new Map<Talk, number>();
  const chosen: Candidate[] = [];
  while (chosen.length < count && pool.length > 0) {
    let best = 0;
    pool.forEach((candidate, index) => {
      const other = pool[best];
      if (other !== undefined && value(candidate, nearest) > value(other, nearest)) best = index;
    });
    const [next] = pool.splice(best, 1);
    if (next === undefined || (nearest.get(next) ?? 0) > duplicateLikeness) continue;
    const taken = ofTalk.get(next.talk) ?? 0;
    if (taken >= perTalk) continue;
    ofTalk.set(next.talk, taken + 1);
    chosen.push(next);
    for (const candidate of pool) {
      const like = likeness(candidate.entry.vector, next.entry.vector);
      nearest.set(candidate, Math.max(like, nearest.get(candidate) ?? 0));
    }
  }
  return chosen;
}

/** Higher scores first; the older of two equal ones, so that the order never depends on chance. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || byTime(a, b);
}

/** Oldest first. */
export function byTime(a: Candidate, b: Candidate): number {
  const [first, second] = [a.entry.unit.post, b.entry.unit.post];
  return first.createAt - second.createAt || (first.id < second.id ? -1 : 1);
}

function value(candidate: Candidate, nearest: ReadonlyMap<Candidate, number>): number {
  const like = nearest.get(candidate) ?? 0;
  return candidate.score * (relevanceShare - (1 - relevanceShare) * like);
}
