/** The panel in the System Console. */
import { describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';

import { Health } from '../../../../server/contract/index.ts';
import type { AiTest } from '../../../../server/contract/index.ts';
import { HealthPanel } from '../../../../webapp/components/index.ts';
import { expectAccessible, failure, World } from '../../world.tsx';
import type { Answer } from '../../world.tsx';

const now = Date.UTC(2026, 2, 3, 9);
const minute = 60_000;
const node = {
  id: 'a'.repeat(26),
  version: '1.2.3',
  started_at: now - 120 * minute,
  at: now - minute,
  last_tick_at: now - minute,
};

function healthOf(changes: Partial<Health> = {}): Health {
  return Health.parse({
    version: '1.2.3',
    server_version: '11.6.0',
    node_id: node.id,
    now,
    nodes: [node],
    backlog: { count: 0, more: false, oldest_at: null },
    schedules: null,
    today: { runs: {}, failures: {} },
    ai: { engine: 'off', name: '', ready: false },
    unusable: [],
    no_team: false,
    ...changes,
  });
}

function show(health: Answer, locale = 'en', testAi?: Answer): World {
  const answers = { 'GET /admin/health': health };
  const world = new World({
    locale,
    answers: testAi === undefined ? answers : { ...answers, 'POST /admin/test_ai': testAi },
  });
  world.show(HealthPanel, {});
  return world;
}

/** What stands behind a name. */
async function fact(name: string): Promise<string> {
  const term = await screen.findByText(name, { selector: 'dt' });
  return term.nextElementSibling?.textContent ?? '';
}

describe('the numbers', () => {
  test('of a server at rest', async () => {
    show(() => healthOf());
    expect(await fact('Plugin version')).toBe('1.2.3');
    expect(await fact('Due and waiting')).toBe('0');
    expect(await fact('Stored schedules')).toBe('not counted yet');
    expect(await fact('Runs today (UTC)')).toBe('none');
    expect(await fact('AI')).toBe('Off');
    expect(screen.queryByRole('alert')).toBeNull();
    await expectAccessible();
  });

  test('of a busy one', async () => {
    show(() =>
      healthOf({
        backlog: { count: 1000, more: true, oldest_at: now - 10 * minute },
        schedules: { count: 12_345, counted_at: now - 60 * minute },
        today: { runs: { delivered: 4321, failed: 2 }, failures: { timed_out: 2 } },
        ai: { engine: 'openai', name: 'small-model', ready: true },
      }),
    );
    expect(await fact('Due and waiting')).toBe('more than 1,000, the oldest since 10 minutes ago');
    expect(await fact('Stored schedules')).toBe('12,345, counted 1 hour ago');
    expect(await fact('Runs today (UTC)')).toBe('delivered: 4,321, failed: 2');
    expect(await fact('Not delivered today')).toBe('it took too long: 2');
    expect(await fact('AI')).toBe('OpenAI-compatible endpoint, small-model');
    await expectAccessible();
  });

  test.each(['de', 'es', 'fr', 'ja'])('in %s', async (locale) => {
    show(() => healthOf({ unusable: [{ key: 'HistoryDays', range: '1 to 3650' }] }), locale);
    expect((await screen.findByRole('alert')).textContent).toContain('HistoryDays');
    await expectAccessible();
  });
});

test('each node says when it was last heard of, and one that is silent is called so', async () => {
  const other = { ...node, id: 'b'.repeat(26), at: now - 30 * minute, last_tick_at: null };
  show(() => healthOf({ nodes: [node, other] }));
  const table = await screen.findByRole('table', { name: 'Nodes' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    'aaaaaaaa (answers)1.2.32 hours ago1 minute ago1 minute ago',
    'bbbbbbbb1.2.32 hours ago–silent: 30 minutes ago',
  ]);
});

test('settings that are not usable are named', async () => {
  show(() => healthOf({ unusable: [{ key: 'MaxSchedulesPerUser', range: '1 to 100' }] }));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'MaxSchedulesPerUser: usable would be 1 to 100',
  );
});

test('a team that is not there is said to let nobody begin, not to have a default', async () => {
  show(() => healthOf({ no_team: true }));
  const { textContent: said } = await screen.findByRole('alert');
  expect(said).toContain('AccessTeam');
  expect(said).toContain('nobody can make, run or resume');
  expect(said).not.toContain('default');
});

test('it can be looked at again, also after it failed', async () => {
  const world = show(failure('unreachable'));
  expect((await screen.findByRole('alert')).textContent).toContain('did not answer');
  world.answers['GET /admin/health'] = () => healthOf();
  await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await fact('Plugin version')).toBe('1.2.3');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('whoever may not see it is told so', async () => {
  show(failure('not_found'));
  expect((await screen.findByRole('alert')).textContent).toBe('Only administrators see this.');
});

describe('the test of the AI', () => {
  const ready = healthOf({ ai: { engine: 'openai', name: 'small-model', ready: true } });

  test.each<[AiTest['outcome'], string]>([
    ['ok', 'small-model answered after 1.3 s.'],
    ['unreachable', 'no connection'],
    ['refused', 'look at the key'],
    ['timed_out', 'in time'],
    ['busy', 'busy'],
    ['failed', 'error'],
    ['invalid_answer', 'not with what'],
    ['off', 'No AI is set up'],
  ])('says of %s: %s', async (outcome, words) => {
    const answer = { outcome, name: 'small-model', duration_ms: 1260 };
    show(
      () => ready,
      'en',
      () => answer,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Test the AI' }));
    expect((await screen.findByRole('status')).textContent).toContain(words);
    await expectAccessible();
  });

  test('goes when other settings are saved, also while it is being asked', async () => {
    const answers = [Promise.withResolvers<AiTest>(), Promise.withResolvers<AiTest>()];
    let asked = 0;
    const world = new World({
      answers: {
        'GET /admin/health': () => ready,
        'POST /admin/test_ai': () => answers[asked++]?.promise,
      },
    });
    const Console = (): React.JSX.Element => {
      const [config, setConfig] = useState({});
      return (
        <>
          <HealthPanel config={config} />
          <button onClick={() => setConfig({})}>Save</button>
        </>
      );
    };
    world.show(Console, {});
    const save = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const answer = { outcome: 'ok', name: 'small-model', duration_ms: 1260 } as const;
    const ask = await screen.findByRole('button', { name: 'Test the AI' });
    await userEvent.click(ask);
    answers[0]?.resolve(answer);
    await screen.findByText('small-model answered after 1.3 s.');
    await save();
    expect(screen.getByRole('status').textContent).toBe('');
    await waitFor(() => expect(world.requests('GET /admin/health')).toHaveLength(2));
    await userEvent.click(ask);
    await save();
    answers[1]?.resolve(answer);
    await waitFor(() => expect(ask.hasAttribute('disabled')).toBe(false));
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('stays while the same settings hold', async () => {
    const answer = { outcome: 'refused', name: '', duration_ms: 10 } as const;
    const world = show(
      () => ready,
      'en',
      () => answer,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Test the AI' }));
    await screen.findByText(/look at the key/);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(world.requests('GET /admin/health')).toHaveLength(2));
    expect(screen.getByRole('status').textContent).toContain('look at the key');
  });

  test('says when it cannot be asked', async () => {
    show(() => ready, 'en', failure('limit', { limit: 10 }));
    await userEvent.click(await screen.findByRole('button', { name: 'Test the AI' }));
    expect((await screen.findByRole('status')).textContent).toBe('The server says limit.');
  });

  test('is not offered where there is no AI', async () => {
    show(() => healthOf());
    await fact('AI');
    expect(screen.queryByRole('button', { name: 'Test the AI' })).toBeNull();
  });
});
