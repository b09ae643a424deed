import { describe, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';

import { RecapSidebar } from '../../../../webapp/components/index.ts';
import { hostPage } from '../../page.ts';
import { idOf, morning, runOf, scheduleOf } from '../../samples.ts';
import { expectAccessible, failure, World } from '../../world.tsx';
import type { WorldOptions } from '../../world.tsx';

const id = idOf('schedule');
const host = hostPage();

function show(options: WorldOptions = {}): World {
  const world = new World(options);
  world.show(RecapSidebar, {});
  return world;
}

function listOf(
  ...schedules: readonly ReturnType<typeof scheduleOf>[]
): WorldOptions['state'] & {} {
  return { schedules: { status: 'ready', list: schedules } };
}

describe('before there is anything', () => {
  test('says that it is loading', async () => {
    show({ answers: { 'GET /schedules': () => new Promise(() => undefined) } });
    expect(screen.getByText('Loading…')).toBeTruthy();
    await expectAccessible();
  });

  test('says what it is good for, and opens the form', async () => {
    const world = show({ answers: { 'GET /schedules': () => ({ schedules: [], total: 0 }) } });
    await userEvent.click(await screen.findByRole('button', { name: 'Schedule a recap' }));
    expect(world.opened).toEqual([{ mode: 'create' }]);
    await expectAccessible();
  });

  test('says that it failed, and tries again', async () => {
    const world = show({ answers: { 'GET /schedules': failure('unreachable') } });
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
    await expectAccessible();
    world.answers['GET /schedules'] = () => ({ schedules: [scheduleOf()], total: 1 });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Morning recap' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a schedule', () => {
  test.each<[string, Partial<ReturnType<typeof scheduleOf>>, RegExp]>([
    ['that runs', { next_run_at: Date.now() + 7_200_000 + 60_000 }, /Next: in 2 hours, /],
    ['that is due', { next_run_at: morning }, /Due now/],
    [
      'paused by its owner',
      { enabled: false, next_run_at: null, pause_reason: 'owner' },
      /^Paused\.$/,
    ],
    [
      'paused after failures',
      { enabled: false, next_run_at: null, pause_reason: 'failures' },
      /Paused\. It failed five times in a row\./,
    ],
    [
      'paused until a day',
      { enabled: false, next_run_at: null, resume_at: morning, pause_reason: 'owner' },
      /Paused until Tue, Mar 3\./,
    ],
    [
      'that is finished',
      { enabled: false, next_run_at: null, finished_at: morning },
      /Finished on Tue, Mar 3, 8:00\sAM/,
    ],
  ])('%s says so', async (_name, changed, words) => {
    show({ state: listOf(scheduleOf(changed)) });
    const item = screen.getByRole('listitem', { name: 'Morning recap' });
    expect(
      within(item).getByText((_, element) => element?.className === 'ScheduledRecapsItem__next')
        .textContent,
    ).toMatch(words);
    await expectAccessible();
  });

  test('names its channels and its last outcome', () => {
    const ids = [idOf('square'), idOf('unknown')];
    show({
      state: listOf(scheduleOf({ channel_ids: ids, last_run_at: morning, last_status: 'empty' })),
    });
    expect(screen.getByText('Town Square and 1 more')).toBeTruthy();
    expect(screen.getByText(/^Last: .*, nothing new$/)).toBeTruthy();
  });

  test('is paused and resumed by its switch', async () => {
    const world = show({
      state: listOf(scheduleOf()),
      answers: {
        [`POST /schedules/${id}/pause`]: () => scheduleOf({ enabled: false, revision: 2 }),
        [`POST /schedules/${id}/resume`]: () => scheduleOf({ revision: 3 }),
      },
    });
    const toggle = (): HTMLElement => screen.getByRole('switch', { name: 'Morning recap: active' });
    expect(toggle().getAttribute('aria-checked')).toBe('true');
    await userEvent.click(toggle());
    expect(toggle().getAttribute('aria-checked')).toBe('false');
    await userEvent.click(toggle());
    expect(toggle().getAttribute('aria-checked')).toBe('true');
    expect(world.requests('POST').map(({ body }) => body)).toEqual([
      { pause_until: null },
      undefined,
    ]);
  });

  test('says what the server refuses', async () => {
    show({
      state: listOf(scheduleOf({ enabled: false })),
      answers: { [`POST /schedules/${id}/resume`]: failure('limit', { limit: 10 }) },
    });
    await userEvent.click(screen.getByRole('switch'));
    expect(screen.getByRole('alert').textContent).toContain('The server says limit.');
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

test('what the server worded is asked for anew in another language', async () => {
  const german = scheduleOf({ description: 'Jeden Werktag um 09:00 Uhr' });
  const world = show({
    state: { ...listOf(scheduleOf()), wording: 'en undefined' },
    answers: { 'GET /schedules': () => ({ schedules: [german], total: 1 }) },
  });
  expect(await screen.findByText(german.description)).toBeTruthy();
  expect(world.requests('GET /schedules')).toHaveLength(1);
});

describe('the menu of a schedule', () => {
  async function openMenu(): Promise<void> {
    await userEvent.click(screen.getByRole('button', { name: 'Actions for Morning recap' }));
  }

  test('goes by keys, and gives the focus back', async () => {
    show({ state: listOf(scheduleOf()) });
    screen.getByRole('button', { name: 'Actions for Morning recap' }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Run now' }));
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Edit' }));
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Delete' }));
    await userEvent.keyboard('du');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Duplicate' }));
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Actions for Morning recap' }),
    );
  });

  test.each([
    ['Edit', 'edit'],
    ['Duplicate', 'duplicate'],
  ])('%s opens the form', async (name, mode) => {
    const schedule = scheduleOf();
    const world = show({ state: listOf(schedule) });
    await openMenu();
    await userEvent.click(screen.getByRole('menuitem', { name }));
    expect(world.opened).toEqual([{ mode, schedule }]);
  });

  test('Run now makes it busy, with the way to end it', async () => {
    const world = show({
      state: listOf(scheduleOf()),
      answers: {
        [`POST /schedules/${id}/run`]: () => runOf({ status: 'claimed' }),
        [`POST /schedules/${id}/cancel`]: () => runOf({ status: 'cancelled' }),
        [`GET /schedules/${id}`]: () =>
          scheduleOf({ last_status: 'cancelled', last_run_at: morning }),
      },
    });
    await openMenu();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Run now' }));
    expect(screen.getByRole('progressbar', { name: 'Making the recap…' })).toBeTruthy();
    act(() => {
      const progress = { runKey: 'key', done: 2, total: 5 };
      world.store.dispatch({ type: 'scheduled-recaps/run_progressed', id, progress });
    });
    const bar = screen.getByRole('progressbar', { name: '2 of 5 channels read' });
    expect(bar.getAttribute('aria-valuenow')).toBe('2');
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the run of Morning recap' }));
    expect(screen.queryByRole('progressbar')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('switch')));
  });

  test('Delete can be taken back, without hurry', async () => {
    show({
      state: listOf(scheduleOf()),
      answers: {
        [`DELETE /schedules/${id}`]: () => undefined,
        [`POST /schedules/${id}/restore`]: () => scheduleOf({ revision: 2 }),
      },
    });
    await openMenu();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    expect(await screen.findByText('“Morning recap” was deleted.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Morning recap' })).toBeNull();
    await expectAccessible();
    const undo = screen.getByRole('button', { name: 'Undo' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Morning recap' })).toBeTruthy();
    expect(screen.queryByText('“Morning recap” was deleted.')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('switch')));
  });
});

describe('past recaps', () => {
  async function openHistory(): Promise<void> {
    await userEvent.click(screen.getByRole('button', { name: 'Past recaps of Morning recap' }));
  }

  test('say how each ended, and why', async () => {
    const runs = [
      runOf({ sequence: 5, status: 'failed', reason: 'timed_out', post_id: null, summary: null }),
      runOf({
        sequence: 4,
        status: 'missed',
        reason: 'too_late',
        occurrences: 3,
        post_id: null,
        summary: null,
      }),
      runOf({ sequence: 3, trigger: 'manual' }),
    ];
    show({
      state: listOf(scheduleOf()),
      answers: { [`GET /schedules/${id}/history`]: () => ({ runs, next_before: null }) },
    });
    await openHistory();
    const list = await screen.findByRole('list', { name: 'Past recaps of Morning recap' });
    const rows = within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent);
    expect(rows[0]).toContain('failed · it took too long');
    expect(rows[1]).toContain('3 recaps missed · the server was not there in time');
    expect(rows[2]).toContain('delivered · 12 messages, 1 channel · asked for');
    await expectAccessible();
  });

  test('are paged', async () => {
    const world = show({
      state: listOf(scheduleOf()),
      answers: {
        [`GET /schedules/${id}/history`]: ({ path }) =>
          path.includes('before=2')
            ? { runs: [runOf({ sequence: 1 })], next_before: null }
            : { runs: [runOf({ sequence: 2 })], next_before: 2 },
      },
    });
    await openHistory();
    await userEvent.click(await screen.findByRole('button', { name: 'Show older' }));
    await waitFor(() => expect(world.state.histories[id]?.runs).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  test.each([
    ['in the page', false],
    ['in a window of its own', true],
  ])('jump to their message, %s', async (_name, isPopout) => {
    host.isPopout = isPopout;
    show({
      state: listOf(scheduleOf()),
      answers: { [`GET /schedules/${id}/history`]: () => ({ runs: [runOf()], next_before: null }) },
    });
    await openHistory();
    const link = await screen.findByRole('link', { name: /Open the recap of Tue, Mar 3/ });
    expect(link.getAttribute('href')).toBe(`/sub/harbour/pl/${idOf('post')}`);
    await userEvent.click(link);
    const path = `/harbour/pl/${idOf('post')}`;
    expect(host.visited).toEqual(isPopout ? [] : [path]);
    expect(host.sent).toEqual(isPopout ? [['scheduled_recaps_navigate', path]] : []);
  });

  test('say that there are none, and that they could not be loaded', async () => {
    const world = show({
      state: listOf(scheduleOf()),
      answers: { [`GET /schedules/${id}/history`]: failure('unavailable') },
    });
    await openHistory();
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
    await expectAccessible();
    world.answers[`GET /schedules/${id}/history`] = () => ({ runs: [], next_before: null });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No recaps yet.')).toBeTruthy();
  });
});

describe('search', () => {
  const state = listOf(
    scheduleOf({ id: idOf('a'), title: 'Alpha', channel_ids: [idOf('square')] }),
    scheduleOf({ id: idOf('b'), title: 'Beta', channel_ids: [] }),
  );

  test.each([
    ['a title', 'bet', ['Beta']],
    ['a channel', 'town square', ['Alpha']],
    ['words of the schedule, the newest first', 'weekday', ['Beta', 'Alpha']],
  ])('finds %s', async (_name, typed, titles) => {
    show({ state });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search schedules' }), typed);
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(titles);
  });

  test('says that it found nothing', async () => {
    show({ state });
    await userEvent.type(screen.getByRole('searchbox'), 'gamma');
    expect(screen.getByText('No schedule matches “gamma”.')).toBeTruthy();
    await expectAccessible();
  });
});

test('many schedules come in parts', async () => {
  const many = Array.from({ length: 25 }, (_, index) => scheduleOf({ id: idOf(`s${index}x`) }));
  show({ state: listOf(...many) });
  expect(screen.getAllByRole('heading')).toHaveLength(20);
  await userEvent.click(screen.getByRole('button', { name: 'Show 5 more' }));
  expect(screen.getAllByRole('heading')).toHaveLength(25);
  const next = screen.getAllByRole('switch')[20];
  await waitFor(() => expect(document.activeElement).toBe(next));
});
