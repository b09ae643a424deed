import { describe, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';

import type { ScheduleInputBody } from '../../../../server/contract/index.ts';
import { ScheduleModal } from '../../../../webapp/components/index.ts';
import type { FormRequest } from '../../../../webapp/hooks/index.ts';
import { hostPage } from '../../page.ts';
import { channelOf, idOf, morning, scheduleOf } from '../../samples.ts';
import { expectAccessible, failure, World } from '../../world.tsx';
import type { Answer } from '../../world.tsx';

hostPage();

const square = channelOf('square', { display_name: 'Town Square' });
const lab = channelOf('lab', { display_name: 'Forecasting', team_id: idOf('labs'), type: 'P' });
const direct = channelOf('direct', {
  type: 'D',
  team_id: '',
  name: `${idOf('anna')}__${idOf('ben')}`,
  display_name: '',
});

const site: Readonly<Record<string, Answer>> = {
  'GET /api/v4/users/me/teams': () => [
    { id: idOf('harbour'), name: 'harbour', display_name: 'Harbour' },
    { id: idOf('labs'), name: 'labs', display_name: 'Labs' },
  ],
  'GET /api/v4/users/me/channels': () => [square, lab, direct],
  'POST /api/v4/users/ids': () => [{ id: idOf('ben'), username: 'ben' }],
  [`GET /api/v4/users/me/teams/${idOf('harbour')}/channels/categories`]: () => ({
    categories: [
      {
        id: 'favorites',
        team_id: idOf('harbour'),
        type: 'favorites',
        display_name: 'Favorites',
        channel_ids: [square.id],
      },
    ],
  }),
  'POST /schedules/validate': () => ({
    description: 'Every weekday at 09:00 (Europe/Berlin)',
    next_runs: [morning + 3_600_000, morning + 90_000_000],
  }),
  'GET /client_config': () => ({
    schedules_per_user: 10,
    channels_per_schedule: 2,
    ai: { available: false, name: '' },
  }),
  'POST /schedules': () => scheduleOf(),
};

interface Shown {
  readonly world: World;
  readonly exited: jest.Mock;
}

async function show(
  request: FormRequest = { mode: 'create' },
  answers: Readonly<Record<string, Answer>> = {},
): Promise<Shown> {
  const world = new World({ answers: { ...site, ...answers } });
  const exited = jest.fn();
  world.show(ScheduleModal, { request, onExited: exited });
  await screen.findByRole('checkbox', { name: /Town Square/ });
  await screen.findByText('Every weekday at 09:00 (Europe/Berlin)');
  return { world, exited };
}

const title = (): HTMLInputElement => screen.getByRole('textbox', { name: /^Title/ });
const press = (name: string | RegExp): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name }));
const check = (name: RegExp): Promise<void> =>
  userEvent.click(screen.getByRole('checkbox', { name }));

function saved(world: World): ScheduleInputBody {
  return world.requests('POST /schedules').find(({ path }) => path === '/schedules')
    ?.body as ScheduleInputBody;
}

describe('a new schedule', () => {
  test('needs a title, a channel and Save', async () => {
    const { world, exited } = await show();
    await userEvent.type(title(), 'Morning');
    await check(/Town Square/);
    await press('Save');
    await waitFor(() => expect(exited).toHaveBeenCalledTimes(1));
    expect(saved(world)).toEqual({
      title: 'Morning',
      enabled: true,
      pause_until: null,
      recurrence: {
        type: 'weekly',
        days_of_week: 62,
        every_weeks: 1,
        times_of_day: ['09:00'],
        anchor_date: null,
      },
      timezone: 'Europe/Berlin',
      channel_mode: 'specific',
      channel_ids: [square.id],
      include_direct: true,
      include_muted: false,
      excluded_channel_ids: [],
      time_period: 'since_last_recap',
      content: {
        focus: 'everything',
        length: 'standard',
        include_bots: false,
        custom_instructions: '',
        engine: 'automatic',
        language: 'automatic',
      },
      skip_empty: true,
    });
  });

  test('opened for a channel has it chosen, and is named after it', async () => {
    await show({ mode: 'create', channelId: square.id });
    expect(title().value).toBe('Recap of Town Square');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Town Square/ }).checked).toBe(
      true,
    );
  });

  test('is a dialog with a name, without a fault in any part', async () => {
    await show();
    expect(
      screen.getByRole('dialog', { name: 'Schedule a recap' }).getAttribute('aria-modal'),
    ).toBe('true');
    await expectAccessible();
    await userEvent.click(screen.getByRole('radio', { name: 'All unread channels' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Every month' }));
    await check(/^Paused/);
    await expectAccessible();
    await userEvent.click(screen.getByRole('radio', { name: 'Once' }));
    await expectAccessible();
  });
});

describe('focus', () => {
  test('goes to the title, and round inside of the dialog', async () => {
    await show();
    expect(document.activeElement).toBe(title());
    const close = screen.getByRole('button', { name: 'Close' });
    const save = screen.getByRole('button', { name: 'Save' });
    close.focus();
    await userEvent.tab({ shift: true });
    expect(document.activeElement).toBe(save);
    await userEvent.tab();
    expect(document.activeElement).toBe(close);
  });

  test('returns to where it came from', async () => {
    const opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
    const world = new World({ answers: site });
    const container = world.show(ScheduleModal, {
      request: { mode: 'create' },
      onExited: () => undefined,
    });
    await screen.findByRole('checkbox', { name: /Town Square/ });
    expect(document.activeElement).not.toBe(opener);
    cleanup();
    expect(container.isConnected).toBe(false);
    expect(document.activeElement).toBe(opener);
    opener.remove();
  });
});

describe('leaving', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['the cross', () => press('Close')],
    ['Cancel', () => press('Cancel')],
  ])('%s leaves a form that nobody has touched', async (_name, leave) => {
    const { exited } = await show();
    await leave();
    expect(exited).toHaveBeenCalledTimes(1);
  });

  test('asks before anything typed is lost', async () => {
    const { exited } = await show();
    await userEvent.type(title(), 'Morning');
    await userEvent.keyboard('{Escape}');
    expect(exited).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('unsaved changes');
    await expectAccessible();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep editing' }));
    await userEvent.keyboard('{Escape}');
    expect(exited).not.toHaveBeenCalled();
    await press('Keep editing');
    expect(title().value).toBe('Morning');
    expect(document.activeElement).toBe(title());
    await userEvent.keyboard('{Escape}');
    await press('Discard changes');
    expect(exited).toHaveBeenCalledTimes(1);
  });

  test('Escape in the search takes the search back and nothing else', async () => {
    const { exited } = await show();
    const search = screen.getByRole('searchbox', { name: 'Search channels' });
    await userEvent.type(search, 'town{Escape}');
    expect((search as HTMLInputElement).value).toBe('');
    expect(exited).not.toHaveBeenCalled();
  });
});

describe('errors', () => {
  test('stand beside their fields, take the focus, and go when put right', async () => {
    const { world } = await show();
    await press('Save');
    expect(saved(world)).toBeUndefined();
    await waitFor(() => expect(document.activeElement).toBe(title()));
    expect(title().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Enter a title.').id).toBe(
      title().getAttribute('aria-describedby')?.split(' ')[0],
    );
    await expectAccessible();
    await userEvent.type(title(), 'M');
    expect(screen.queryByText('Enter a title.')).toBeNull();
    expect(screen.getByText('Choose at least one channel.')).toBeTruthy();
  });

  test('of a long field stand above it, in view, where the focus goes', async () => {
    await show();
    await userEvent.type(title(), 'Morning');
    const scrolled: string[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
      scrolled.push(this.textContent);
    };
    await press('Save');
    const search = screen.getByRole('searchbox', { name: 'Search channels' });
    await waitFor(() => expect(document.activeElement).toBe(search));
    const sentence = screen.getByText('Choose at least one channel.');
    expect(sentence.compareDocumentPosition(search)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(scrolled).toEqual([sentence.textContent]);
    await expectAccessible();
  });

  test.each<[string, string, string]>([
    ['title', 'title', 'Title'],
    ['channel_ids.0', 'channel_ids', 'Search channels'],
    ['recurrence.times_of_day.0', 'recurrence.times_of_day', 'Time 1'],
    ['timezone', 'timezone', 'Time zone'],
  ])('of the server for %s stand beside their field', async (path, field, name) => {
    await show(
      { mode: 'edit', schedule: scheduleOf() },
      {
        [`PUT /schedules/${idOf('schedule')}`]: failure('invalid', { field: path }),
      },
    );
    await press('Save');
    await waitFor(() => {
      const shown = document.querySelector(`[data-field="${field}"]`);
      expect(shown?.textContent).toContain('The server says invalid.');
    });
    expect(document.activeElement).toBe(screen.getByLabelText(name));
  });

  test('are dates that the server does not know', async () => {
    const { world } = await show({ mode: 'create', channelId: square.id });
    await check(/^Paused/);
    // While a year is being typed, a browser takes 0020 for one.
    fireEvent.change(screen.getByLabelText('Resume on'), { target: { value: '0020-03-04' } });
    await userEvent.click(screen.getByRole('radio', { name: 'Once' }));
    fireEvent.change(screen.getByLabelText('Date', { selector: 'input' }), {
      target: { value: '0020-03-04' },
    });
    await press('Save');
    expect(screen.getAllByText('Choose a date.')).toHaveLength(2);
    expect(saved(world)).toBeUndefined();
  });

  test('of no field stand on top', async () => {
    const { exited } = await show(
      { mode: 'edit', schedule: scheduleOf() },
      {
        [`PUT /schedules/${idOf('schedule')}`]: failure('unavailable'),
      },
    );
    await userEvent.type(title(), '!');
    await press('Save');
    expect((await screen.findByRole('alert')).textContent).toContain('The server did not answer');
    expect(title().value).toBe('Morning recap!');
    expect(exited).not.toHaveBeenCalled();
    await expectAccessible();
  });

  test('a change made elsewhere can be written over', async () => {
    const route = `PUT /schedules/${idOf('schedule')}`;
    const { world, exited } = await show(
      { mode: 'edit', schedule: scheduleOf() },
      {
        [route]: ({ body }) => {
          if ((body as { revision: number }).revision === 7) return scheduleOf({ revision: 8 });
          return failure('conflict')({ method: 'PUT', path: '', body });
        },
        [`GET /schedules/${idOf('schedule')}`]: () => scheduleOf({ revision: 7 }),
      },
    );
    await press('Save');
    await press(/Save mine over it/);
    await waitFor(() => expect(exited).toHaveBeenCalledTimes(1));
    expect(world.requests(route)).toHaveLength(2);
  });
});

test('the summary says until when it is paused', async () => {
  await show();
  await check(/^Paused/);
  expect(screen.getByText('Paused: it does not run until it is resumed.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Resume on'), { target: { value: '2026-12-07' } });
  expect(screen.getByText('Paused until Mon, Dec 7: then it runs again by itself.')).toBeTruthy();
});

describe('channels', () => {
  test('of all teams stand below their headings', async () => {
    await show();
    const groups = screen
      .getAllByRole('group')
      .filter((group) => group.className === 'ScheduledRecapsPicker__group');
    expect(
      groups.map((group) =>
        within(group)
          .getAllByRole('checkbox')
          .map((box) => box.parentElement?.textContent),
      ),
    ).toEqual([
      ['Public channelTown Square'],
      ['Private channelForecasting'],
      ['Direct messageben'],
    ]);
    expect(screen.getByRole('group', { name: 'Harbour · Favorites' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Labs · Channels' })).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Direct messages' })).toBeTruthy();
  });

  test('are found by name and team', async () => {
    await show();
    const boxes = (): readonly string[] =>
      [...document.querySelectorAll('.ScheduledRecapsPicker__channel')].map(
        (row) => row.textContent,
      );
    const search = screen.getByRole('searchbox', { name: 'Search channels' });
    await userEvent.type(search, 'lab fore');
    expect(boxes()).toEqual(['Private channelForecasting']);
    await userEvent.type(search, 'x');
    expect(screen.getByText('No channel matches “lab forex”.')).toBeTruthy();
  });

  test('are chosen by heading, counted, and no more than may be', async () => {
    await show();
    await waitFor(() => expect(screen.getByText('0 of 2 selected')).toBeTruthy());
    await press('Select all in Harbour · Favorites');
    await press('Select all in Direct messages');
    expect(screen.getByText('2 of 2 selected')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Forecasting/ }).disabled).toBe(
      true,
    );
    await press('Remove Town Square');
    expect(screen.getByText('1 of 2 selected')).toBeTruthy();
    await press('Clear all in Direct messages');
    expect(screen.getByText('0 of 2 selected')).toBeTruthy();
  });

  test('can be gone through with arrow keys', async () => {
    await show();
    screen.getByRole('checkbox', { name: /Town Square/ }).focus();
    await userEvent.keyboard('{ArrowDown} ');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Forecasting/ }).checked).toBe(
      true,
    );
  });

  test('that cannot be loaded can be asked for again', async () => {
    const world = new World({
      answers: { ...site, 'GET /api/v4/users/me/teams': failure('unreachable') },
    });
    world.show(ScheduleModal, { request: { mode: 'create' }, onExited: () => undefined });
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
    await expectAccessible();
    world.answers['GET /api/v4/users/me/teams'] = site['GET /api/v4/users/me/teams']!;
    await press('Try again');
    expect(await screen.findByRole('checkbox', { name: /Town Square/ })).toBeTruthy();
  });

  test('that are unread need none chosen, and may leave some out', async () => {
    const { world } = await show();
    await userEvent.type(title(), 'All');
    await userEvent.click(screen.getByRole('radio', { name: 'All unread channels' }));
    await check(/direct and group/);
    await check(/muted/);
    await userEvent.click(await screen.findByRole('checkbox', { name: /Forecasting/ }));
    await press('Save');
    await waitFor(() => expect(saved(world)).toBeTruthy());
    expect(saved(world)).toMatchObject({
      channel_mode: 'all_unreads',
      channel_ids: [],
      include_direct: false,
      include_muted: true,
      excluded_channel_ids: [lab.id],
    });
  });
});

describe('when', () => {
  async function savedRecurrence(world: World): Promise<unknown> {
    await userEvent.type(title(), 'T');
    await check(/Town Square/);
    await press('Save');
    await waitFor(() => expect(saved(world)).toBeTruthy());
    return saved(world).recurrence;
  }

  test('weekly: days, presets, weeks between, several times', async () => {
    const { world } = await show();
    await press('Weekend');
    await press('Monday');
    await press('Add a time');
    const weeks = screen.getByRole('spinbutton');
    await userEvent.clear(weeks);
    await userEvent.type(weeks, '2');
    expect(await savedRecurrence(world)).toEqual({
      type: 'weekly',
      days_of_week: 0b1000011,
      every_weeks: 2,
      times_of_day: ['09:00', '13:00'],
      anchor_date: null,
    });
  });

  test('monthly by date, and by weekday', async () => {
    const { world } = await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Every month' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Day of the month' }), '31');
    expect(screen.getByText('In shorter months it runs on the last day.')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'On a weekday' }));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Which one in the month' }),
      'last',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Day of the week' }),
      'friday',
    );
    expect(await savedRecurrence(world)).toEqual({
      type: 'monthly',
      on: { nth: 'last', weekday: 'friday' },
      time_of_day: '09:00',
    });
  });

  test('once: right away', async () => {
    const { world } = await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Once' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Right away, when saved' }));
    expect(await savedRecurrence(world)).toEqual({ type: 'once', at: 'now' });
  });

  test('the zone is found by typing', async () => {
    const { world } = await show();
    const zone = screen.getByRole('combobox', { name: 'Time zone' });
    await userEvent.click(zone);
    await userEvent.keyboard('los ang');
    expect(screen.getByRole('option', { name: /America\/Los Angeles/ })).toBeTruthy();
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    expect((zone as HTMLInputElement).value).toMatch(/^America\/Los Angeles/);
    await savedRecurrence(world);
    expect(saved(world).timezone).toBe('America/Los_Angeles');
  });

  test('without a day there is nothing to ask, and the summary says so', async () => {
    const { world } = await show();
    await press('Weekend');
    await press('Saturday');
    await press('Sunday');
    expect(screen.getByText('Choose days and times to see the next runs.')).toBeTruthy();
    const asked = world.requests('POST /schedules/validate').length;
    await press('Save');
    expect(screen.getByText('Choose at least one day.')).toBeTruthy();
    expect(world.requests('POST /schedules/validate')).toHaveLength(asked);
  });

  test('the summary has the next runs where the clocks show the zone', async () => {
    await show();
    const runs = within(screen.getByRole('list', { name: 'Next runs' })).getAllByRole('listitem');
    expect(runs.map((run) => run.textContent.replaceAll(/\s/g, ' '))).toEqual([
      'Tue, Mar 3, 9:00 AM',
      'Wed, Mar 4, 9:00 AM',
    ]);
  });

  test('the answer to the newest question wins', async () => {
    const answers: ((answer: object) => void)[] = [];
    await show({ mode: 'create' });
    const world = new World({
      answers: {
        ...site,
        'POST /schedules/validate': () => new Promise((resolve) => answers.push(resolve)),
      },
    });
    cleanup();
    world.show(ScheduleModal, { request: { mode: 'create' }, onExited: () => undefined });
    await waitFor(() => expect(answers).toHaveLength(1));
    await press('Weekend');
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]!({ description: 'The newest', next_runs: [] });
    await screen.findByText('The newest');
    answers[0]!({ description: 'The oldest', next_runs: [] });
    await expect(screen.findByText('The oldest', {}, { timeout: 100 })).rejects.toThrow();
  });
});

describe('a schedule that is there', () => {
  const schedule = scheduleOf({
    revision: 4,
    timezone: 'Asia/Tokyo',
    enabled: false,
    pause_reason: 'owner',
    channel_ids: [square.id, idOf('left')],
    recurrence: {
      type: 'monthly',
      on: { nth: 2, weekday: 'tuesday' },
      time_of_day: '07:05',
    },
  });

  test('is saved as it was when nothing is changed', async () => {
    const route = `PUT /schedules/${schedule.id}`;
    const { world } = await show({ mode: 'edit', schedule }, { [route]: () => schedule });
    expect(screen.getByRole('dialog', { name: 'Edit schedule' })).toBeTruthy();
    await press('Save');
    await waitFor(() => expect(world.requests(route)).toHaveLength(1));
    expect(world.requests(route)[0]?.body).toMatchObject({
      revision: 4,
      title: 'Morning recap',
      timezone: 'Asia/Tokyo',
      enabled: false,
      channel_ids: [square.id, idOf('left')],
      recurrence: schedule.recurrence,
    });
  });

  test('shows a channel that its owner has left, to be taken off', async () => {
    await show({ mode: 'edit', schedule });
    await press('Remove Unknown channel');
    expect(screen.queryByText('Unknown channel')).toBeNull();
  });

  test('duplicated is a new one under another name', async () => {
    const { world } = await show({ mode: 'duplicate', schedule });
    expect(title().value).toBe('Morning recap (copy)');
    await press('Save');
    await waitFor(() => expect(saved(world)).toBeTruthy());
    expect(saved(world)).toMatchObject({ title: 'Morning recap (copy)', enabled: true });
  });
});

describe('how', () => {
  test('an AI is offered where there is one', async () => {
    const { world } = await show(
      { mode: 'create' },
      {
        'GET /client_config': () => ({
          schedules_per_user: 10,
          channels_per_schedule: 20,
          ai: { available: true, name: 'Copilot' },
        }),
      },
    );
    const engine = await screen.findByRole('combobox', { name: 'Written by' });
    await userEvent.selectOptions(engine, 'AI (Copilot)');
    const instructions = screen.getByRole('textbox', { name: /^Instructions/ });
    await userEvent.type(instructions, 'Be kind.');
    await userEvent.type(title(), 'T');
    await check(/Town Square/);
    await expectAccessible();
    await press('Save');
    await waitFor(() => expect(saved(world)).toBeTruthy());
    expect(saved(world).content).toMatchObject({ engine: 'ai', custom_instructions: 'Be kind.' });
  });

  test('characters are counted as people count them', async () => {
    await show({
      mode: 'edit',
      schedule: scheduleOf({
        content: { ...scheduleOf().content, custom_instructions: '🚢'.repeat(501) },
      }),
    });
    expect(screen.getByText('501 of 500 characters')).toBeTruthy();
    await press('Save');
    expect(screen.getByText('Use at most 500 characters.')).toBeTruthy();
  });
});

describe('preview', () => {
  test('shows the recap, sends nothing, and leads back to the form as it was', async () => {
    const { world } = await show(
      { mode: 'create', channelId: square.id },
      {
        'POST /schedules/preview': () => ({ messages: ['first', 'second'] }),
      },
    );
    await userEvent.clear(title());
    await press('Preview');
    const panel = await screen.findByRole('region', { name: 'Preview' });
    expect(document.activeElement).toBe(panel);
    expect(await within(panel).findByText('Markdown: first')).toBeTruthy();
    expect(within(panel).getByText('Markdown: second')).toBeTruthy();
    await expectAccessible();
    expect(world.requests('POST /schedules/preview')[0]?.body).toMatchObject({ title: 'Recap' });
    await press('Back to the form');
    expect(title().value).toBe('');
    expect(saved(world)).toBeUndefined();
  });

  test('says what went wrong', async () => {
    await show(
      { mode: 'create', channelId: square.id },
      {
        'POST /schedules/preview': failure('limit', { limit: 10 }),
      },
    );
    await press('Preview');
    expect((await screen.findByRole('alert')).textContent).toContain('The server says limit.');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
  });

  test.each(['edit', 'duplicate'] as const)('on %s is of the right schedule', async (mode) => {
    const schedule = scheduleOf();
    const path = mode === 'edit' ? `/schedules/${schedule.id}/preview` : '/schedules/preview';
    const { world } = await show(
      { mode, schedule },
      { [`POST ${path}`]: () => ({ messages: ['after the last one'] }) },
    );
    await press('Preview');
    await screen.findByText('Markdown: after the last one');
    expect(world.requests(`POST ${path}`)).toHaveLength(1);
  });
});
