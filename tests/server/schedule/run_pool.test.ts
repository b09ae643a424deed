import { expect, test } from '@jest/globals';
import { RunPool } from '../../../server/schedule/run_pool.ts';
import { settle } from '../../support/manual_clock.ts';

test('runs so many at a time, in order, and says when there is room', async () => {
  const pool = new RunPool(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  for (let index = 0; index < 4; index += 1) {
    pool.add(() => {
      begun.push(index);
      return new Promise((resolve) => ends.push(resolve));
    });
  }
  expect(begun).toEqual([0, 1]);
  expect(pool.room).toBe(0);
  let room = 0;
  const never = new AbortController().signal;
  const waiting = [pool.awaitRoom(never), pool.awaitRoom(never)].map((wait) =>
    wait.then(() => (room += 1)),
  );
  await settle();
  expect(room).toBe(0);
  ends[0]?.();
  await Promise.all(waiting);
  expect(begun).toEqual([0, 1, 2]);
  expect(pool.room).toBe(1);
  let idle = false;
  const allDone = pool.idle().then(() => (idle = true));
  for (let index = 1; index < 4; index += 1) {
    expect(idle).toBe(false);
    ends[index]?.();
    await settle();
  }
  await allDone;
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(pool.room).toBe(4);
});

test('waiting for room ends at the abort', async () => {
  const pool = new RunPool(1);
  pool.add(() => new Promise(() => undefined));
  pool.add(() => new Promise(() => undefined));
  const stopping = new AbortController();
  const waiting = pool.awaitRoom(stopping.signal);
  stopping.abort();
  await waiting;
  expect(pool.room).toBe(0);
});

test('there is room to wait for when half a size is free, not at the first free place', async () => {
  const pool = new RunPool(4);
  const ends: (() => void)[] = [];
  for (let index = 0; index < 8; index += 1) {
    pool.add(() => new Promise((resolve) => ends.push(resolve)));
  }
  let isRoomy = false;
  const waiting = pool.awaitRoom(new AbortController().signal).then(() => (isRoomy = true));
  ends[0]?.();
  await settle();
  expect(pool.room).toBe(1);
  expect(isRoomy).toBe(false);
  ends[1]?.();
  await waiting;
  expect(pool.room).toBe(2);
});
