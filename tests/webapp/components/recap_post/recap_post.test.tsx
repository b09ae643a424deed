import { describe, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';

import { postProps } from '../../../../server/contract/index.ts';
import type { RecapCard } from '../../../../server/contract/index.ts';
import { RecapPost } from '../../../../webapp/components/index.ts';
import { hostPage } from '../../page.ts';
import { cardOfRecap, idOf, morning, scheduleOf } from '../../samples.ts';
import { expectAccessible, failure, World } from '../../world.tsx';
import type { WorldOptions } from '../../world.tsx';

const host = hostPage();
const postId = idOf('post');
const checksRoute = `/recaps/${postId}/checks`;
const markdown = '#### Morning recap\n- a line';

/** As the server writes them under a recap. */
const buttons = (...ids: readonly string[]): unknown => [{ actions: ids.map((id) => ({ id })) }];

function postWith(
  document: unknown,
  attachments: unknown = buttons('run', 'pause', 'settings'),
): Parameters<typeof RecapPost>[0]['post'] {
  return {
    id: postId,
    message: markdown,
    props: {
      [postProps.document]: document,
      [postProps.scheduleId]: idOf('schedule'),
      // As the runs of two days find them: a second more or less is no minute.
      [postProps.windowStart]: morning - 86_400_000 - 1000,
      [postProps.windowEnd]: morning + 1000,
      attachments,
    },
  };
}

function show(card: unknown = cardOfRecap(), options: WorldOptions = {}): World {
  const world = new World({
    ...options,
    answers: { [`GET ${checksRoute}`]: () => ({ checked: [] }), ...options.answers },
  });
  world.show(RecapPost, { post: postWith(typeof card === 'string' ? card : JSON.stringify(card)) });
  return world;
}

describe('falls back to the message', () => {
  test.each<[string, unknown]>([
    ['without a card', undefined],
    ['with a card that is no text', { version: 1 }],
    ['with a card that is no JSON', '{"version": 1,'],
    ['with a card of another layout', JSON.stringify({ ...cardOfRecap(), version: 2 })],
    ['with a card that is nothing', 'null'],
  ])('%s', async (_name, document) => {
    new World().show(RecapPost, { post: postWith(document) });
    expect(screen.getByText(/^Markdown: #### Morning recap/)).toBeTruthy();
    await expectAccessible();
  });

  test('with a card that cannot be shown', () => {
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      show({ ...cardOfRecap(), channels: [{ id: 'broken' }] });
    } finally {
      // React tells of what it caught; that is no complaint.
      quiet.mockReset();
    }
    expect(screen.getByText(/^Markdown: #### Morning recap/)).toBeTruthy();
  });
});

test('names the files of a message that has no words', () => {
  const card = cardOfRecap();
  const [line] = card.channels[0]?.sections[0]?.items ?? [];
  show({ ...card, channels: [], for_you: [{ ...line, text: '', files: ['plan.pdf', 'b.csv'] }] });
  const item = screen.getByText('plan.pdf').closest('li');
  expect(item?.textContent).toContain('b.csv');
  expect(item?.textContent).toContain('Ben Okafor');
});

test('says of what concerns the reader where it was, and what it is about', () => {
  const card = cardOfRecap();
  const [line] = card.channels[0]?.sections[0]?.items ?? [];
  show({ ...card, for_you: [{ ...line!, topic: 'Who has the names?' }] });
  expect(screen.getByText(/^Town Square · on “Who has the names\?” · /)).toBeTruthy();
});

test('shows title, window, channels, and what was left out', async () => {
  show();
  expect(screen.getByRole('heading', { name: 'Morning recap' })).toBeTruthy();
  expect(screen.getByText(/^Mon, Mar 2, 8:00\sAM to Tue, Mar 3, 8:00\sAM GMT\+1$/)).toBeTruthy();
  const channel = screen.getByRole('region', { name: 'Town Square' });
  expect(within(channel).getByText('12 messages from 3 people')).toBeTruthy();
  expect(within(channel).getByRole('img', { name: 'Written by Ben Okafor' })).toBeTruthy();
  expect(
    within(channel).getByRole('img', { name: 'Messages over time in Town Square' }),
  ).toBeTruthy();
  expect(within(channel).getByText('open', { exact: false, selector: 'code' })).toBeTruthy();
  expect(within(channel).getByText('and 2 more')).toBeTruthy();
  expect(within(channel).getByText('Anna Weber to act · due by Friday')).toBeTruthy();
  expect(screen.getByText('Markdown: Written by the built-in engine.')).toBeTruthy();
  await expectAccessible();
});

test('numbers its sources, and each opens its message', async () => {
  show();
  const links = screen.getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(['1', '2', '3']);
  expect(links[2]!.getAttribute('href')).toBe(`/sub/harbour/pl/${idOf('quote3')}`);
  await userEvent.click(screen.getByRole('link', { name: 'Source 2, message by Ben Okafor' }));
  expect(host.visited).toEqual([`/harbour/pl/${idOf('quote2')}`]);
});

test('a source that is quoted twice has one number, and direct messages find their team', () => {
  const [channel] = cardOfRecap().channels;
  const [item] = channel!.sections[0]!.items;
  show(
    cardOfRecap({ for_you: [item!], channels: [{ ...channel!, team_name: '', link_name: '' }] }),
  );
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
    '1',
    '2',
    '1',
    '2',
    '3',
  ]);
  expect(screen.getAllByRole('link')[0]!.getAttribute('href')).toContain('/sub/_redirect/pl/');
});

describe('channels', () => {
  const channelsOf = (count: number): RecapCard['channels'] =>
    Array.from({ length: count }, (_, index) => ({
      ...cardOfRecap().channels[0]!,
      id: idOf(`channel${index}`),
      name: `Channel ${index}`,
    }));
  const expanded = (): readonly (string | null)[] =>
    screen
      .getAllByRole('button', { name: /^Channel/ })
      .map((button) => button.getAttribute('aria-expanded'));

  test('the first three are open', () => {
    show(cardOfRecap({ channels: channelsOf(4) }));
    expect(expanded()).toEqual(['true', 'true', 'true', 'false']);
  });

  test('open and close one by one, and all at once', async () => {
    show(cardOfRecap({ channels: channelsOf(2) }));
    await userEvent.click(screen.getByRole('button', { name: 'Channel 0' }));
    expect(expanded()).toEqual(['false', 'true']);
    await userEvent.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(expanded()).toEqual(['true', 'true']);
    await userEvent.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(expanded()).toEqual(['false', 'false']);
    await expectAccessible();
  });

  test('one in which nothing stands out says so', () => {
    show(cardOfRecap({ channels: [{ ...channelsOf(1)[0]!, sections: [], activity: [] }] }));
    expect(screen.getByText('Nothing stands out here.')).toBeTruthy();
    expect(screen.queryByRole('img', { name: /over time/ })).toBeNull();
  });
});

test('a channel of which all stands under "For you" says where', () => {
  const card = cardOfRecap();
  const channels = card.channels.map((channel) => ({ ...channel, sections: [] }));
  const item = card.channels[0]!.sections[0]!.items[0]!;
  show({ ...card, channels, for_you: [{ ...item, channel_id: channels[0]!.id }] });
  expect(screen.getByText(/^What there is for you stands above/)).toBeTruthy();
});

describe('action items', () => {
  const box = (): HTMLInputElement =>
    screen.getByRole('checkbox', { name: 'Done: Order new buoys.' });

  test('show what is checked off', async () => {
    show(cardOfRecap(), {
      answers: { [`GET ${checksRoute}`]: () => ({ checked: [idOf('quote3')] }) },
    });
    await screen.findByRole('checkbox', { checked: true });
  });

  test('are checked off', async () => {
    const world = show(cardOfRecap(), {
      answers: { [`PUT ${checksRoute}`]: () => ({ checked: [idOf('quote3')] }) },
    });
    await userEvent.click(box());
    expect(box().checked).toBe(true);
    expect(world.requests('PUT')[0]?.body).toEqual({ item_id: idOf('quote3'), checked: true });
  });

  test('open no thread when they are checked off, as a click on the rest of a post does', async () => {
    show(cardOfRecap(), {
      answers: { [`PUT ${checksRoute}`]: () => ({ checked: [idOf('quote3')] }) },
    });
    const heard = jest.fn();
    document.addEventListener('click', heard);
    await userEvent.click(box());
    expect(heard).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('heading', { name: 'Morning recap' }));
    expect(heard).toHaveBeenCalled();
    document.removeEventListener('click', heard);
  });

  test('go back where the server refuses, and say so', async () => {
    show(cardOfRecap(), { answers: { [`PUT ${checksRoute}`]: failure('unavailable') } });
    await userEvent.click(box());
    expect((await screen.findByRole('alert')).textContent).toContain('could not be saved');
    expect(box().checked).toBe(false);
  });
});

describe('copying', () => {
  test('copies the message as it is', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    expect(await navigator.clipboard.readText()).toBe(markdown);
    expect(screen.getByText('Copied')).toBeTruthy();
  });

  test('says when the browser does not let it', async () => {
    const user = userEvent.setup();
    show();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    expect(screen.getByText('The browser did not allow copying.')).toBeTruthy();
  });
});

describe('the schedule', () => {
  test('opens in the form', async () => {
    const schedule = scheduleOf();
    const world = show(cardOfRecap(), {
      answers: { [`GET /schedules/${schedule.id}`]: () => schedule },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Edit schedule' }));
    expect(world.opened).toEqual([{ mode: 'edit', schedule }]);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['that runs', buttons('run', 'pause', 'settings'), ['Run again', 'Pause', 'Edit schedule']],
    [
      'that is paused',
      buttons('run', 'resume', 'settings'),
      ['Run again', 'Resume', 'Edit schedule'],
    ],
    ['that ran once', buttons('run', 'settings'), ['Run again', 'Edit schedule']],
    ['that there is none of', undefined, []],
  ])('%s has the buttons of its post', (_name, attachments, names) => {
    const world = new World({ answers: { [`GET ${checksRoute}`]: () => ({ checked: [] }) } });
    const props = postWith(JSON.stringify(cardOfRecap()), attachments ?? null);
    world.show(RecapPost, { post: props });
    const tools = document.querySelector<HTMLElement>('.ScheduledRecapsPost__tools');
    const [, ...own] = within(tools!).getAllByRole('button');
    expect(own.map(({ textContent }) => textContent)).toEqual(names);
  });

  test('runs again, is paused and resumed', async () => {
    const schedule = scheduleOf();
    const base = `/schedules/${schedule.id}`;
    const world = show(cardOfRecap(), {
      answers: {
        [`POST ${base}/run`]: () => ({ status: 'claimed' }),
        [`POST ${base}/pause`]: () => scheduleOf({ enabled: false }),
        [`POST ${base}/resume`]: () => schedule,
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Run again' }));
    expect(screen.getByText(/comes as a message of its own/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
    expect(screen.queryByText(/comes as a message of its own/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
    expect(world.requests('POST').map(({ path }) => path)).toEqual(
      ['run', 'pause', 'resume'].map((step) => `${base}/${step}`),
    );
    await expectAccessible();
  });

  test('says why it does not run again', async () => {
    const route = `POST /schedules/${idOf('schedule')}/run`;
    show(cardOfRecap(), { answers: { [route]: failure('limit', { limit: 10 }) } });
    await userEvent.click(screen.getByRole('button', { name: 'Run again' }));
    expect(screen.getByText('The server says limit.')).toBeTruthy();
  });

  test('says that it is gone', async () => {
    show(cardOfRecap(), {
      answers: { [`GET /schedules/${idOf('schedule')}`]: failure('not_found') },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Edit schedule' }));
    expect(await screen.findByText('The schedule does not exist any more.')).toBeTruthy();
  });
});
