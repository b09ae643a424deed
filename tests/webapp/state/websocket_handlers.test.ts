import { describe, expect, test } from '@jest/globals';

import { websocketHandlers } from '../../../webapp/state/index.ts';
import type { RecapsState } from '../../../webapp/state/index.ts';
import { idOf, runOf, scheduleOf } from '../samples.ts';
import { World } from '../world.tsx';

const id = idOf('schedule');

function worldWith(state: Partial<RecapsState>): World {
  return new World({
    state,
    answers: {
      [`GET /schedules/${id}`]: () => scheduleOf({ revision: 2, title: 'Changed' }),
      [`GET /schedules/${id}/history`]: () => ({ runs: [runOf()], next_before: null }),
    },
  });
}

async function receive(world: World, name: string, data: object): Promise<void> {
  const { store, services } = world;
  const event = `custom_scheduled-recaps_${name}`;
  await websocketHandlers({ store, actions: services.actions }).get(event)!({ event, data });
}

const ready = { schedules: { status: 'ready', list: [scheduleOf()] } } as const;

describe('schedule_changed', () => {
  test.each(['created', 'replaced'])('one that was %s is asked for', async (change) => {
    const world = worldWith(ready);
    await receive(world, 'schedule_changed', { schedule_id: id, change });
    expect(world.state.schedules.list[0]?.title).toBe('Changed');
  });

  test('one that was deleted is taken off without asking', async () => {
    const world = worldWith(ready);
    await receive(world, 'schedule_changed', { schedule_id: id, change: 'deleted' });
    expect(world.state.schedules.list).toEqual([]);
    expect(world.asked).toEqual([]);
  });
});

describe('run_changed', () => {
  test.each(['claimed', 'delivering'])('%s makes the schedule busy', async (status) => {
    const world = worldWith(ready);
    await receive(world, 'run_changed', { schedule_id: id, run_key: 'key', status });
    expect(world.state.schedules.list[0]?.running).toBe(true);
    expect(world.asked).toEqual([]);
  });

  test.each(['delivered', 'empty', 'failed', 'missed', 'skipped', 'cancelled'])(
    '%s ends the run, and asks what came of it',
    async (status) => {
      const world = worldWith({
        ...ready,
        histories: { [id]: { status: 'ready', runs: [], nextBefore: null } },
      });
      await receive(world, 'run_changed', { schedule_id: id, run_key: 'key', status });
      expect(world.state.schedules.list[0]).toMatchObject({ running: false, title: 'Changed' });
      expect(world.state.histories[id]?.runs).toHaveLength(1);
    },
  );

  test.each(['claimed', 'delivered'])('%s of what is on no list asks nothing', async (status) => {
    const world = worldWith(ready);
    const before = world.state;
    const unlisted = { schedule_id: idOf('unlisted'), run_key: 'key', status };
    await receive(world, 'run_changed', unlisted);
    expect(world.state).toEqual(before);
    expect(world.asked).toEqual([]);
  });

  test('runs that nobody looks at are not asked for', async () => {
    const world = worldWith(ready);
    await receive(world, 'run_changed', { schedule_id: id, run_key: 'key', status: 'delivered' });
    expect(world.requests(`GET /schedules/${id}/history`)).toEqual([]);
  });
});

test('run_progress shows how far it has come', async () => {
  const world = worldWith(ready);
  await receive(world, 'run_progress', {
    schedule_id: id,
    run_key: 'key',
    channels_done: 2,
    channels_total: 5,
  });
  expect(world.state.progress[id]).toEqual({ runKey: 'key', done: 2, total: 5 });
});

test('checks_changed shows what another window has checked off', async () => {
  const world = worldWith({});
  await receive(world, 'checks_changed', { post_id: idOf('post'), checked: [idOf('a')] });
  expect(world.state.checks).toEqual({ [idOf('post')]: [idOf('a')] });
});

test.each(['schedule_changed', 'run_changed', 'run_progress'])(
  '%s changes nothing before anybody has looked',
  async (name) => {
    const world = worldWith({});
    const before = world.state;
    await receive(world, name, { schedule_id: id, change: 'created', status: 'delivered' });
    expect(world.state).toEqual(before);
    expect(world.asked).toEqual([]);
  },
);
