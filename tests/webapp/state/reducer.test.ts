import { describe, expect, test } from '@jest/globals';

import { initialState } from '../../../webapp/state/index.ts';
import type { RecapsAction, RecapsState } from '../../../webapp/state/index.ts';
import { reducer } from '../../../webapp/state/reducer.ts';
import { idOf, runOf, scheduleOf } from '../samples.ts';

const id = idOf('schedule');

function after(state: RecapsState, ...actions: readonly RecapsAction[]): RecapsState {
  return actions.reduce(reducer, state);
}

const loaded = after(initialState, {
  type: 'scheduled-recaps/schedules_received',
  schedules: [scheduleOf(), scheduleOf({ id: idOf('other'), title: 'Other' })],
});
const titles = (state: RecapsState): readonly string[] =>
  state.schedules.list.map(({ title }) => title);

describe('schedules', () => {
  test('what was there stays while it is fetched again, and when that fails', () => {
    const requested = after(loaded, {
      type: 'scheduled-recaps/schedules_requested',
      wording: 'de 24',
    });
    expect(requested.schedules.status).toBe('loading');
    expect(titles(requested)).toHaveLength(2);
    const failed = after(requested, { type: 'scheduled-recaps/schedules_failed' });
    expect(failed.schedules.status).toBe('failed');
    expect(titles(failed)).toHaveLength(2);
  });

  test('one that is new comes last, one that is known keeps its place', () => {
    const state = after(
      loaded,
      { type: 'scheduled-recaps/schedule_received', schedule: scheduleOf({ title: 'Changed' }) },
      {
        type: 'scheduled-recaps/schedule_received',
        schedule: scheduleOf({ id: idOf('new'), title: 'New' }),
      },
    );
    expect(titles(state)).toEqual(['Changed', 'Other', 'New']);
  });

  test('a revision that is older than the one shown changes nothing', () => {
    const state = after(
      loaded,
      {
        type: 'scheduled-recaps/schedule_received',
        schedule: scheduleOf({ revision: 3, title: 'Third' }),
      },
      {
        type: 'scheduled-recaps/schedule_received',
        schedule: scheduleOf({ revision: 2, title: 'Second' }),
      },
    );
    expect(titles(state)).toEqual(['Third', 'Other']);
  });

  test('one that is gone takes its runs and progress along', () => {
    const state = after(
      loaded,
      { type: 'scheduled-recaps/history_requested', id },
      {
        type: 'scheduled-recaps/run_progressed',
        id,
        progress: { runKey: 'key', done: 1, total: 2 },
      },
      { type: 'scheduled-recaps/schedule_gone', id },
    );
    expect(titles(state)).toEqual(['Other']);
    expect(state.histories).toEqual({});
    expect(state.progress).toEqual({});
  });
});

describe('runs at work', () => {
  const busy = after(loaded, {
    type: 'scheduled-recaps/run_progressed',
    id,
    progress: { runKey: 'key', done: 1, total: 2 },
  });

  test('progress makes a schedule busy', () => {
    expect(busy.schedules.list[0]?.running).toBe(true);
    expect(busy.progress[id]).toEqual({ runKey: 'key', done: 1, total: 2 });
  });

  test.each<[string, RecapsAction]>([
    ['the run ends', { type: 'scheduled-recaps/run_ended', id }],
    [
      'the schedule comes idle',
      { type: 'scheduled-recaps/schedule_received', schedule: scheduleOf() },
    ],
    [
      'all schedules come idle',
      { type: 'scheduled-recaps/schedules_received', schedules: [scheduleOf()] },
    ],
  ])('it is over when %s', (_name, action) => {
    const state = after(busy, action);
    expect(state.schedules.list[0]?.running).toBe(false);
    expect(state.progress).toEqual({});
  });
});

describe('history', () => {
  const received = (
    before: number | null,
    sequences: readonly number[],
    next: number | null,
  ): RecapsAction => ({
    type: 'scheduled-recaps/history_received',
    id,
    before,
    page: { runs: sequences.map((sequence) => runOf({ sequence })), next_before: next },
  });
  const shown = (state: RecapsState): readonly number[] =>
    state.histories[id]?.runs.map(({ sequence }) => sequence) ?? [];

  test('the next page comes below', () => {
    const state = after(loaded, received(null, [4, 3], 3), received(3, [2, 1], null));
    expect(shown(state)).toEqual([4, 3, 2, 1]);
    expect(state.histories[id]?.nextBefore).toBeNull();
  });

  test('the first page anew keeps what was paged to, when the two touch', () => {
    const paged = after(loaded, received(null, [4, 3], 3), received(3, [2, 1], null));
    const state = after(paged, received(null, [5, 4], 4));
    expect(shown(state)).toEqual([5, 4, 3, 2, 1]);
    expect(state.histories[id]?.nextBefore).toBeNull();
  });

  test('and begins anew, when they do not', () => {
    const paged = after(loaded, received(null, [4, 3], 3));
    const state = after(paged, received(null, [9, 8], 8));
    expect(shown(state)).toEqual([9, 8]);
    expect(state.histories[id]?.nextBefore).toBe(8);
  });

  test('a failure keeps what is shown', () => {
    const state = after(loaded, received(null, [1], null), {
      type: 'scheduled-recaps/history_failed',
      id,
    });
    expect(state.histories[id]?.status).toBe('failed');
    expect(shown(state)).toEqual([1]);
  });
});

test('an action of somebody else leaves the very state', () => {
  expect(reducer(loaded, { type: '@@other' })).toBe(loaded);
  expect(reducer(undefined, { type: '@@other' })).toBe(initialState);
});

test('check-offs are kept by recap', () => {
  const state = after(initialState, {
    type: 'scheduled-recaps/checks_received',
    postId: idOf('post'),
    checked: [idOf('quote')],
  });
  expect(state.checks).toEqual({ [idOf('post')]: [idOf('quote')] });
});
