/** What `/recap` answers. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { executeCommand, registerCommand } from '../../../server/command/index.ts';
import type { CommandOptions, Sender } from '../../../server/command/index.ts';
import type { DescribedSchedule } from '../../../server/contract/index.ts';
import type { CollectedChannelKind } from '../../../server/recap/collected.ts';
import { silentLog } from '../../../server/log.ts';
import { Command } from '../../../server/mattermost/index.ts';
import type { CommandInput } from '../../../server/mattermost/index.ts';
import { ScheduleError, scheduleWordsFor } from '../../../server/schedule/index.ts';
import { create, encodeOnce } from '../../../server/wire/gob/index.ts';
import { suggestionsFor } from '../../host/command_suggestions.ts';

let schedules: DescribedSchedule[];
let started: string[];
let failure: Error | undefined;
let asked: { title: string; channel_ids: readonly string[] }[];

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
  asked = [];
  failure = undefined;
});

/** Names and kinds of the channels that the sender may read, by id. */
const readable = new Map<string, { name: string; kind: CollectedChannelKind }>([
  ['id of here', { name: 'Here & *now*', kind: 'public' }],
  ['id of dev', { name: 'Dev: Platform', kind: 'private' }],
  ['id of ben', { name: 'Ben Okafor', kind: 'direct' }],
  ['id of long', { name: 'l'.repeat(150), kind: 'public' }],
]);

function run(command: string, place: Partial<Sender> = {}): Promise<string> {
  const service = {
    recapNow: (_: unknown, input: (typeof asked)[number]) => {
      asked.push(input);
      return failure === undefined ? Promise.resolve({}) : Promise.reject(failure);
    },
    list: () => Promise.resolve({ schedules, total: schedules.length }),
    runNow: (_: string, id: string) => {
      started.push(id);
      return failure === undefined ? Promise.resolve({}) : Promise.reject(failure);
    },
    describe: (each: DescribedSchedule) => each,
  };
  const sender = {
    userId: 'rita',
    channelId: 'id of here',
    teamId: 'team',
    channelMentions: new Map([['mentioned', 'id of dev']]),
    ...place,
  };
  return executeCommand(command, sender, {
    service: service,
    runs: service as unknown as CommandOptions['runs'],
    log: silentLog,
    profileOf: () => Promise.resolve({ locale: 'en', timezone: 'Europe/Berlin', hourCycle: 'h12' }),
    openChannel: (_, id) => Promise.resolve(readable.get(id)),
    findChannel: (_, name) => Promise.resolve(name === 'nowhere' ? undefined : `id of ${name}`),
    wordsFor: scheduleWordsFor,
  });
}

test.each(['/recap', '/recap help', '/recap  HELP  '])('%s helps', async (command) => {
  expect(await run(command)).toContain('`/recap list`');
});

test('an unknown word is named', async () => {
  expect(await run('/recap frobnicate now')).toBe(
    'There is no `/recap frobnicate`. Try `/recap now`, `/recap list` or `/recap help`.',
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
        'Run one with `/recap run 1`.',
      ].join('\n'),
    );
  });
});

test('/recap list shows a zone that nobody knows any more in UTC', async () => {
  schedules = [schedule('Odd', { timezone: 'Mars/Olympus_Mons' })];
  expect(await run('/recap list')).toContain('next: Tue, Nov 3, 8:00 AM');
});

describe('/recap run', () => {
  beforeEach(() => {
    schedules = [schedule('Morning'), schedule('Monday evening')];
  });

  test.each([
    ['a number', '/recap run 2', 'Monday evening'],
    ['a title', '/recap run MONDAY evening', 'Monday evening'],
    ['a quoted title', '/recap run "Morning"', 'Morning'],
    ['the start of one title', '/recap run mond', 'Monday evening'],
  ])('by %s', async (_, command, title) => {
    expect(await run(command)).toBe(
      `“${title}” is being written. It will arrive as a direct message from @recapbot.`,
    );
    expect(started).toEqual([`id of ${title}`]);
  });

  test.each(['/recap run', '/recap run mo', '/recap run 3', '/recap run 0', '/recap run x'])(
    '%s asks which',
    async (command) => {
      expect(await run(command)).toContain('1. **Morning**');
      expect(started).toEqual([]);
    },
  );

  test('with one schedule needs no name', async () => {
    schedules = [schedule('Morning')];
    await run('/recap run');
    expect(started).toEqual(['id of Morning']);
  });

  test('says when it is busy', async () => {
    failure = new ScheduleError('busy', 'busy');
    expect(await run('/recap run 1')).toBe('“Morning” is being written already.');
  });

  test.each(['/recap run 1', '/recap now'])(
    '%s says when there were enough today',
    async (command) => {
      schedules = [schedule('Morning')];
      failure = new ScheduleError('limit', 'enough', { limit: 10 });
      expect(await run(command)).toBe(
        'No more than 10 recaps a day can be asked for. Please try again tomorrow.',
      );
    },
  );

  test('gives a sentence when it fails', async () => {
    failure = new Error('secret');
    expect(await run('/recap run 1')).toBe('That did not work. Please try again in a minute.');
  });
});

describe('/recap now', () => {
  test.each([
    [
      'the current channel',
      '/recap now',
      ['here'],
      '**Here & \\*now\\***',
      'Here & *now*: the last day',
    ],
    [
      'one by its name',
      '/recap now ~dev',
      ['dev'],
      '**Dev: Platform**',
      'Dev: Platform: the last day',
    ],
    [
      'several, each once, however they are written',
      '/recap now ~Dev, here ~dev',
      ['dev', 'here'],
      '**Dev: Platform** and **Here & \\*now\\***',
      'Dev: Platform and Here & *now*: the last day',
    ],
    [
      'one that the server found',
      '/recap now ~mentioned',
      ['dev'],
      '**Dev: Platform**',
      'Dev: Platform: the last day',
    ],
  ])('of %s', async (_, command, channels, shown, title) => {
    expect(await run(command)).toBe(
      `A recap of the last day in ${shown} is being written. It will arrive as a direct message from @recapbot.`,
    );
    expect(asked).toEqual([{ title, channel_ids: channels.map((name) => `id of ${name}`) }]);
  });

  test('of a direct channel', async () => {
    expect(await run('/recap now', { channelId: 'id of ben' })).toContain(
      '**Direct messages with Ben Okafor**',
    );
    expect(asked[0]?.channel_ids).toEqual(['id of ben']);
  });

  test('has a title that fits', async () => {
    await run('/recap now ~long');
    await run('/recap now ~dev ~here ~long');
    expect(asked.map(({ title }) => Array.from(title).length <= 100)).toEqual([true, true]);
    expect(asked[1]?.title).toBe('Dev: Platform and 2 more channels: the last day');
  });

  test.each([
    ['an unknown channel', '/recap now ~nowhere', '`~nowhere`'],
    ['a channel that is not one of the sender’s', '/recap now ~dev ~secret', '`~secret`'],
    ['what breaks out of its quotes', '/recap now ~a`b', "`~a'b`"],
  ])('names %s', async (_, command, named) => {
    expect(await run(command)).toContain(`This team has no channel ${named} that you are`);
    expect(asked).toEqual([]);
  });

  test('in a channel that the sender cannot read', async () => {
    expect(await run('/recap now', { channelId: 'id of secret' })).toContain('cannot read');
  });

  test('of too many channels', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `~c${index}`).join(' ');
    expect(await run(`/recap now ${many}`)).toBe('At most 100 channels go into one recap.');
    failure = new ScheduleError('invalid', 'many', { limit: 20 });
    expect(await run('/recap now')).toBe('At most 20 channels go into one recap.');
  });

  test('says when the last one is not done', async () => {
    failure = new ScheduleError('busy', 'busy');
    expect(await run('/recap now')).toContain('still being written');
  });

  test('gives a sentence when it fails', async () => {
    failure = new ScheduleError('invalid', 'gone meanwhile');
    expect(await run('/recap now')).toBe('That did not work. Please try again in a minute.');
  });
});

async function registered(): Promise<CommandInput> {
  let command: CommandInput = {};
  await registerCommand(
    {
      registerCommand: (given) => {
        command = given;
        return Promise.resolve();
      },
    },
    'en',
  );
  return command;
}

test('is registered in a form that the server takes', async () => {
  const command = await registered();
  expect(command).toMatchObject({ trigger: 'recap', autoComplete: true });
  const words = command.autocompleteData?.subCommands?.map((each) => each.trigger);
  expect(words).toEqual(['now', 'list', 'run', 'help']);
  for (const each of command.autocompleteData?.subCommands ?? []) {
    expect(each.trigger).toBe(each.trigger?.toLowerCase());
  }
  expect(() => encodeOnce(Command, command)).not.toThrow();
});

describe.each(['system_user', 'system_admin'] as const)('suggested to a %s', (role) => {
  test.each([
    ['/re', ['recap']],
    ['/recap ', ['recap now', 'recap list', 'recap run', 'recap help']],
    ['/recap L', ['recap list']],
    ['/recap run ', ['recap run ']],
    ['/recap now ~de', ['recap now ~de']],
  ])('after %j', async (input, complete) => {
    const suggestions = suggestionsFor([create(Command, await registered())], input, role);
    expect(suggestions.map((each) => each.Complete)).toEqual(complete);
  });
});
