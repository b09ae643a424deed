/** What `/recap` answers. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { executeCommand, registerCommand } from '../../../server/command/index.ts';
import type { CommandOptions } from '../../../server/command/index.ts';
import type { DescribedSchedule } from '../../../server/contract/index.ts';
import { silentLog } from '../../../server/log.ts';
import { Command } from '../../../server/mattermost/index.ts';
import type { CommandInput } from '../../../server/mattermost/index.ts';
import { englishScheduleWords, ScheduleError } from '../../../server/schedule/index.ts';
import { encodeOnce } from '../../../server/wire/gob/index.ts';

let schedules: DescribedSchedule[];
let started: string[];
let failure: Error | undefined;

function schedule(title: string, changes: Partial<DescribedSchedule> = {}): DescribedSchedule {
  return {
    id: `id of ${title}`,
    title,
    timezone: 'Europe/Berlin',
    description: 'Every weekday at 09:00 (Europe/Berlin)',
    next_run_at: Date.UTC(2026, 10, 3, 8),
    finished_at: null,
    running: false,
    ...changes,
  } as DescribedSchedule;
}

beforeEach(() => {
  schedules = [];
  started = [];
  failure = undefined;
});

function run(command: string): Promise<string> {
  const service = {
    list: () => Promise.resolve({ schedules, total: schedules.length }),
    runNow: (_: string, id: string) => {
      started.push(id);
      return failure === undefined ? Promise.resolve({}) : Promise.reject(failure);
    },
    describe: (each: DescribedSchedule) => each,
  };
  return executeCommand(command, 'rita', {
    service: service as unknown as CommandOptions['service'],
    log: silentLog,
    localeOf: () => Promise.resolve('en'),
    wordsFor: () => englishScheduleWords,
  });
}

test.each(['/recap', '/recap help', '/recap  HELP  '])('%s helps', async (command) => {
  expect(await run(command)).toContain('`/recap list`');
});

test('an unknown word is named', async () => {
  expect(await run('/recap frobnicate now')).toBe(
    'There is no `/recap frobnicate`. Try `/recap list`, `/recap now` or `/recap help`.',
  );
});

test('an unknown word cannot break out of its quotes', async () => {
  expect(await run('/recap `@all`')).toContain("`/recap '@all'`");
});

describe('/recap list', () => {
  test('of nothing', async () => {
    expect(await run('/recap list')).toBe('You have no scheduled recaps yet.');
  });

  test('names each with its state', async () => {
    schedules = [
      schedule('Morning'),
      schedule('*Weekly* @all', { next_run_at: null }),
      schedule('Once', { next_run_at: null, finished_at: 1 }),
      schedule('Busy', { running: true }),
    ];
    const words = 'Every weekday at 09:00 (Europe/Berlin)';
    expect(await run('/recap list')).toBe(
      [
        'You have 4 scheduled recaps.',
        `1. **Morning**: ${words} · next: Tue, Nov 3, 9:00 AM`,
        `2. **\\*Weekly\\* @\u200Ball**: ${words} · paused`,
        `3. **Once**: ${words} · done`,
        `4. **Busy**: ${words} · running now`,
        'Run one with `/recap now 1`.',
      ].join('\n'),
    );
  });
});

describe('/recap now', () => {
  beforeEach(() => {
    schedules = [schedule('Morning'), schedule('Monday evening')];
  });

  test.each([
    ['a number', '/recap now 2', 'Monday evening'],
    ['a title', '/recap now MONDAY evening', 'Monday evening'],
    ['a quoted title', '/recap now "Morning"', 'Morning'],
    ['the start of one title', '/recap now mond', 'Monday evening'],
  ])('by %s', async (_, command, title) => {
    expect(await run(command)).toBe(
      `“${title}” is being written. It will arrive as a direct message from @recapbot.`,
    );
    expect(started).toEqual([`id of ${title}`]);
  });

  test.each(['/recap now', '/recap now mo', '/recap now 3', '/recap now 0', '/recap now x'])(
    '%s asks which',
    async (command) => {
      expect(await run(command)).toContain('1. **Morning**');
      expect(started).toEqual([]);
    },
  );

  test('with one schedule needs no name', async () => {
    schedules = [schedule('Morning')];
    await run('/recap now');
    expect(started).toEqual(['id of Morning']);
  });

  test('says when it is busy', async () => {
    failure = new ScheduleError('busy', 'busy');
    expect(await run('/recap now 1')).toBe('“Morning” is being written already.');
  });

  test('gives a sentence when it fails', async () => {
    failure = new Error('secret');
    expect(await run('/recap now 1')).toBe('That did not work. Please try again in a minute.');
  });
});

test('is registered in a form that the server takes', async () => {
  const registered: CommandInput[] = [];
  await registerCommand(
    {
      registerCommand: (command) => {
        registered.push(command);
        return Promise.resolve();
      },
    },
    'en',
  );
  const [command] = registered;
  expect(command).toMatchObject({ trigger: 'recap', autoComplete: true });
  const words = command?.autocompleteData?.subCommands?.map((each) => each.trigger);
  expect(words).toEqual(['list', 'now', 'help']);
  for (const each of command?.autocompleteData?.subCommands ?? []) {
    expect(each.trigger).toBe(each.trigger?.toLowerCase());
  }
  expect(() => encodeOnce(Command, command ?? {})).not.toThrow();
});
