import { describe, expect, test } from '@jest/globals';

import { idOf, runOf, scheduleOf } from '../samples.ts';
import { failure, World } from '../world.tsx';

const id = idOf('schedule');
const list = { schedules: [scheduleOf()], total: 1 };

describe('loadSchedules', () => {
  test('asks for page after page until all are there', async () => {
    const pages = [scheduleOf(), scheduleOf({ id: idOf('b') }), scheduleOf({ id: idOf('c') })];
    const world = new World({
      answers: {
        'GET /schedules': ({ path }) => {
          const page = Number(/page=(\d+)/.exec(path)?.[1]);
          return { schedules: pages.slice(page, page + 1), total: 3 };
        },
      },
    });
    await world.services.actions.loadSchedules();
    expect(world.state.schedules).toEqual({ status: 'ready', list: pages });
  });

  test('the answer to the newest question wins', async () => {
    const answers: ((schedules: object) => void)[] = [];
    const world = new World({
      answers: { 'GET /schedules': () => new Promise((resolve) => answers.push(resolve)) },
    });
    const first = world.services.actions.loadSchedules();
    const second = world.services.actions.loadSchedules();
    answers[1]!({ schedules: [scheduleOf({ title: 'New' })], total: 1 });
    await second;
    answers[0]!({ schedules: [scheduleOf({ title: 'Old' })], total: 1 });
    await first;
    expect(world.state.schedules.list[0]?.title).toBe('New');
  });

  test('a failure is told by the state', async () => {
    const world = new World({ answers: { 'GET /schedules': failure('unreachable') } });
    await world.services.actions.loadSchedules();
    expect(world.state.schedules.status).toBe('failed');
  });
});

describe('refreshSchedule', () => {
  test('takes off what is gone, and nothing else', async () => {
    const world = new World({
      state: { schedules: { status: 'ready', list: [scheduleOf()] } },
      answers: { [`GET /schedules/${id}`]: failure('unreachable') },
    });
    await world.services.actions.refreshSchedule(id);
    expect(world.state.schedules.list).toHaveLength(1);
    world.answers[`GET /schedules/${id}`] = failure('not_found');
    await world.services.actions.refreshSchedule(id);
    expect(world.state.schedules.list).toEqual([]);
  });
});

describe('remove and undelete', () => {
  const ready = { schedules: { status: 'ready', list: [scheduleOf()] } } as const;

  test.each<[string, World]>([
    [
      'is deleted',
      new World({ state: ready, answers: { [`DELETE /schedules/${id}`]: () => undefined } }),
    ],
    [
      'was gone',
      new World({ state: ready, answers: { [`DELETE /schedules/${id}`]: failure('not_found') } }),
    ],
  ])('one that %s can be brought back', async (_name, world) => {
    await world.services.actions.remove(scheduleOf());
    expect(world.state.schedules.list).toEqual([]);
    expect(world.state.deleted?.id).toBe(id);
    world.answers[`POST /schedules/${id}/restore`] = () => scheduleOf({ revision: 2 });
    await world.services.actions.undelete();
    expect(world.state.schedules.list.map(({ revision }) => revision)).toEqual([2]);
    expect(world.state.deleted).toBeNull();
  });

  test('one that cannot be deleted stays', async () => {
    const world = new World({
      state: ready,
      answers: { [`DELETE /schedules/${id}`]: failure('unavailable') },
    });
    await expect(world.services.actions.remove(scheduleOf())).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(world.state.schedules.list).toHaveLength(1);
    expect(world.state.deleted).toBeNull();
  });

  test('one that cannot be brought back can be tried again', async () => {
    const world = new World({
      state: { deleted: scheduleOf() },
      answers: { [`POST /schedules/${id}/restore`]: failure('unavailable') },
    });
    await expect(world.services.actions.undelete()).rejects.toThrow();
    expect(world.state.deleted?.id).toBe(id);
  });
});

describe('run and cancel', () => {
  test('a run that began makes the schedule busy', async () => {
    const world = new World({
      state: { schedules: { status: 'ready', list: [scheduleOf()] } },
      answers: { [`POST /schedules/${id}/run`]: () => runOf({ status: 'claimed' }) },
    });
    await world.services.actions.run(id);
    expect(world.state.schedules.list[0]?.running).toBe(true);
  });

  test('cancelling what has just ended is no failure', async () => {
    const world = new World({
      state: { schedules: { status: 'ready', list: [scheduleOf({ running: true })] } },
      answers: {
        [`POST /schedules/${id}/cancel`]: failure('not_running'),
        [`GET /schedules/${id}`]: () => scheduleOf(),
      },
    });
    await world.services.actions.cancel(id);
    expect(world.state.schedules.list[0]?.running).toBe(false);
  });
});

describe('check', () => {
  const postId = idOf('post');
  const route = `PUT /recaps/${postId}/checks`;

  test('shows at once, and what the server says in the end', async () => {
    let answer: (checks: object) => void = () => undefined;
    const world = new World({
      answers: { [route]: () => new Promise((resolve) => (answer = resolve)) },
    });
    const checking = world.services.actions.check(postId, idOf('a'), true);
    expect(world.state.checks[postId]).toEqual([idOf('a')]);
    answer({ checked: [idOf('a'), idOf('b')] });
    await checking;
    expect(world.state.checks[postId]).toEqual([idOf('a'), idOf('b')]);
  });

  test('goes back where the server refuses', async () => {
    const world = new World({
      state: { checks: { [postId]: [idOf('a')] } },
      answers: { [route]: failure('unavailable') },
    });
    await expect(world.services.actions.check(postId, idOf('a'), false)).rejects.toThrow();
    expect(world.state.checks[postId]).toEqual([idOf('a')]);
  });
});

describe('refetch', () => {
  test('asks for nothing that nobody has looked at', async () => {
    const world = new World();
    await world.services.actions.refetch();
    expect(world.asked).toEqual([]);
  });

  test('asks for all that is shown', async () => {
    const world = new World({
      state: {
        schedules: { status: 'ready', list: [] },
        histories: { [id]: { status: 'ready', runs: [], nextBefore: null } },
        checks: { [idOf('post')]: [] },
      },
      answers: {
        'GET /schedules': () => list,
        [`GET /schedules/${id}/history`]: () => ({ runs: [runOf()], next_before: null }),
        [`GET /recaps/${idOf('post')}/checks`]: () => ({ checked: [idOf('a')] }),
      },
    });
    await world.services.actions.refetch();
    expect(world.state.schedules.list).toHaveLength(1);
    expect(world.state.histories[id]?.runs).toHaveLength(1);
    expect(world.state.checks[idOf('post')]).toEqual([idOf('a')]);
  });
});
