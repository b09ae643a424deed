/** What is left out for fear of embarrassing. */
import { describe, expect, test } from '@jest/globals';
import {
  isIdle,
  isPlainlyTellable,
  isTellable,
} from '../../../../../server/recap/engine/built_in/margin.ts';
import type { Score } from '../../../../../server/recap/engine/built_in/score.ts';

const score = (given: Partial<Score>): Score => {
  return { worth: 0, decision: 0, task: 0, idle: 0, ...given };
};

describe('a message', () => {
  test.each([
    ['of news', { worth: 0.5, idle: 0.1 }, true],
    ['of a decision alone', { decision: 0.3, idle: 0.1 }, true],
    ['of a task alone', { task: 0.3, idle: 0.1 }, true],
    ['as likely idle as worth it', { worth: 0.1, idle: 0.12 }, false],
    ['that is likely idle, and little else', { worth: 0.4, idle: 0.3 }, false],
    ['that is far likelier worth it than idle', { worth: 0.9, idle: 0.3 }, true],
  ])('%s', (_, given, expected) => {
    expect(isTellable(score(given))).toBe(expected);
  });

  test('needs less in a quiet channel, and not nothing', () => {
    expect(isTellable(score({ worth: 0.1, idle: 0.25 }), true)).toBe(true);
    expect(isTellable(score({ worth: 0.1, idle: 0.25 }))).toBe(false);
    expect(isTellable(score({ worth: 0.1, idle: 0.6 }), true)).toBe(false);
    expect(isTellable(score({ worth: 0.02, idle: 0.25 }), true)).toBe(false);
  });

  test('that says what it is for is idle less soon', () => {
    expect(isPlainlyTellable(score({ idle: 0.25 }))).toBe(true);
    expect(isIdle({ idle: 0.25 })).toBe(true);
    expect(isPlainlyTellable(score({ idle: 0.5 }))).toBe(false);
    expect(isPlainlyTellable(score({ worth: 0.8, idle: 0.4 }))).toBe(true);
  });
});
