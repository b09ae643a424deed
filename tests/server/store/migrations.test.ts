import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { migrate } from '../../../server/store/migrations.ts';
import { recordFormat, ScheduleRecord } from '../../../server/store/record.ts';
import { format1, format1Id, restoreFormat1 } from '../../support/format_1_store.ts';
import { SchedulerWorld, input } from '../../support/scheduler_world.ts';

const minute = 60_000;
const hour = 60 * minute;

const Layout = z.object({ format: z.int() });

/** The record that the first layout has under a schedule's name. */
function stored(name: string): Record<string, unknown> {
  const key = `s${format1Id(name)}`;
  const text = format1.rows.find((row) => row.key === key)?.value ?? '';
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

describe('a record of the first layout', () => {
  test.each<[string, object]>([
    ['recurring', { enabled: true, pause_reason: null, run_count: 6 }],
    ['paused', { enabled: false, pause_reason: 'owner', timezone: 'Europe/Berlin' }],
    ['finished', { enabled: false, pause_reason: null }],
    ['busy', { enabled: true, pause_reason: null }],
  ])('%s is read with what it could not know', (name, expected) => {
    const old = stored(name);
    expect(old['format']).toBe(1);
    const record = ScheduleRecord.parse(old);
    expect(record).toMatchObject({
      format: recordFormat,
      version: old['version'],
      due: old['due'],
      sequence: old['sequence'],
      recent: old['recent'],
      active: old['active'],
      notice_at: null,
    });
    expect(record.schedule).toMatchObject({
      ...expected,
      id: format1Id(name),
      failures: 0,
      pause_until: null,
      resume_at: null,
      include_direct: true,
      include_muted: false,
      excluded_channel_ids: [],
      content: { focus: 'everything', engine: 'automatic', language: 'automatic' },
    });
  });

  test("is not changed in its owner's hands", () => {
    const old = stored('paused');
    const copy = structuredClone(old);
    migrate(old, recordFormat);
    expect(old).toEqual(copy);
  });
});

describe('what has no layout that is known', () => {
  test.each([
    ['nothing', null],
    ['a text', 'text'],
    ['a list', []],
    ['no number', { format: 'two' }],
    ['no layout', {}],
    ['one before the first', { format: 0 }],
    ['one between two', { format: 1.5 }],
    ['one below all', { format: -7 }],
  ])('%s is refused by the schema', (_, value) => {
    expect(ScheduleRecord.safeParse(value).success).toBe(false);
  });

  test('a later layout is called by its name', () => {
    const later = { ...stored('recurring'), format: recordFormat + 1 };
    expect(() => ScheduleRecord.parse(later)).toThrow(
      expect.objectContaining({ code: 'newer_format' }),
    );
  });
});

describe('a store of the first layout', () => {
  async function restored(): Promise<SchedulerWorld> {
    const world = new SchedulerWorld(format1.at);
    await restoreFormat1(world.kv.client());
    return world;
  }

  function layouts(world: SchedulerWorld): Record<string, number> {
    const names = ['recurring', 'paused', 'finished', 'busy'];
    return Object.fromEntries(
      names.map((name) => [name, Layout.parse(world.kv.json(`s${format1Id(name)}`)).format]),
    );
  }

  test('is worked on where it was left, and each record is rewritten by its next change only', async () => {
    const world = await restored();
    // The message that was out when its node died.
    const runKey = `${format1Id('busy')}-${format1.at - 2000}`;
    const message = { postId: 'p'.repeat(26), node: 'old', windowStart: 0, windowEnd: 0 };
    world.messages.push({ runKey, ...message });
    const node = world.start('new');
    await world.clock.advance(3 * minute);
    expect(world.messages.map((each) => each.runKey)).toEqual([runKey]);
    expect(layouts(world)).toEqual({ recurring: 1, paused: 1, finished: 1, busy: recordFormat });
    expect(world.kv.json(`s${format1Id('busy')}`)).toMatchObject({
      active: null,
      schedule: { last_status: 'delivered', enabled: false },
    });
    await world.clock.advance(24 * hour);
    expect(world.messages.map((each) => each.runKey.slice(0, 26)).slice(1)).toEqual([
      format1Id('recurring'),
    ]);
    expect(layouts(world)).toMatchObject({ recurring: recordFormat, paused: 1, finished: 1 });
    expect(node.errors).toEqual([]);
    await world.stop();
  });

  test('is listed, changed and deleted by its owner', async () => {
    const world = await restored();
    const { service, runs } = world.start('new').scheduler;
    const soon = async <T>(promise: Promise<T>): Promise<T> => {
      const [result] = await Promise.all([promise, world.clock.advance(2000)]);
      return result;
    };
    const { userId } = world.owner;
    const { schedules } = await soon(service.list(userId, 0, 10));
    expect(schedules.map(({ title }) => title)).toEqual([
      'Morning',
      'On leave',
      'Just once',
      'Interrupted',
    ]);
    const resumed = await soon(service.resume(userId, format1Id('paused')));
    expect(resumed).toMatchObject({ enabled: true, revision: 3, pause_reason: null });
    expect(layouts(world)['paused']).toBe(recordFormat);
    const page = await soon(runs.history(userId, format1Id('recurring'), null, 10));
    expect(page.runs.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1]);
    for (const { id } of schedules) await soon(service.delete(userId, id));
    // A deletion can be undone for a while.
    await world.clock.advance(15 * minute);
    expect(world.keys().filter((key) => key !== 'sweep')).toEqual([]);
    await world.stop();
  });
});

test('a record of a later layout is left as it is, and holds up nobody', async () => {
  const world = new SchedulerWorld();
  const node = world.start('node');
  const { service } = node.scheduler;
  const creating = Promise.all([
    service.create(world.owner, input({ title: 'Later' })),
    service.create({ ...world.owner, userId: 'o'.repeat(26) }, input()),
  ]);
  await world.clock.advance(1000);
  const [later, plain] = await creating;
  const api = world.kv.client();
  const key = `s${later.id}`;
  const record = Layout.loose().parse(world.kv.json(key));
  const text = JSON.stringify({ ...record, format: recordFormat + 1, colour: 'blue' });
  await api.kvSetWithOptions(key, new TextEncoder().encode(text), {});
  const entries = world.kv.keys().filter((each) => each.includes(later.id));
  await world.clock.advance(hour);
  expect(world.messages.map(({ runKey }) => runKey.slice(0, 26))).toEqual([plain.id]);
  expect(new TextDecoder().decode(await api.kvGet(key))).toBe(text);
  expect(world.kv.keys().filter((each) => each.includes(later.id))).toEqual(entries);
  expect(node.errors.join()).toContain('layout');
  const reading = service.read(world.owner.userId, later.id);
  reading.catch(() => undefined);
  await world.clock.advance(1000);
  await expect(reading).rejects.toMatchObject({ code: 'newer_format' });
  await world.stop();
});
