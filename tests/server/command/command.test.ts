/** What `/recap` answers. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  attachmentsOf,
  executeCommand,
  registerCommand,
  suggestSchedules,
} from '../../../server/command/index.ts';
import type { Answer, CommandOptions, Sender } from '../../../server/command/index.ts';
import { languages, ScheduleInput } from '../../../server/contract/index.ts';
import type { DescribedSchedule, Run, TimingInput } from '../../../server/contract/index.ts';
import type { CollectedChannelKind } from '../../../server/recap/collected.ts';
import { silentLog } from '../../../server/log.ts';
import { Command } from '../../../server/mattermost/index.ts';
import { CommandResponse } from '../../../server/mattermost/model/index.ts';
import type { CommandInput } from '../../../server/mattermost/index.ts';
import { describedTiming } from '../../../server/schedule/described.ts';
import { refusal, scheduleWordsFor } from '../../../server/schedule/index.ts';
import type { ScheduleWords } from '../../../server/schedule/index.ts';
import { create, encodeOnce } from '../../../server/wire/gob/index.ts';
import { suggestionsFor } from '../../host/command_suggestions.ts';

/** All words that the message box suggests. */
const verbs = 'create new list show edit run pause resume delete now help'.split(' ');

/** An id of a channel. */
function channelId(name: string): string {
  return name.padEnd(26, '0');
}

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
  [channelId('here'), { name: 'Here & *now*', kind: 'public' }],
  [channelId('dev'), { name: 'Dev: Platform', kind: 'private' }],
  [channelId('ben'), { name: 'Ben Okafor', kind: 'direct' }],
  [channelId('long'), { name: 'l'.repeat(150), kind: 'public' }],
]);

/** What the services were asked to do. */
let calls: unknown[][];
/** Runs of the one schedule that is shown. */
let runs: Partial<Run>[];

beforeEach(() => {
  calls = [];
  runs = [];
});

/** Tuesday, 24 November 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 10, 24, 9);

const done =
  (name: string, answer?: unknown) =>
  (...values: unknown[]): Promise<unknown> => {
    calls.push([name, ...values]);
    return failure === undefined ? Promise.resolve(answer) : Promise.reject(failure);
  };

function options(locale: string): CommandOptions {
  const service = {
    list: () => Promise.resolve({ schedules, total: schedules.length }),
    describe: (each: DescribedSchedule) => each,
    check: () => (failure === undefined ? Promise.resolve() : Promise.reject(failure)),
    validate: ({ timezone }: { timezone: string }, input: TimingInput, words: ScheduleWords) =>
      describedTiming({ timezone, ...input } as Parameters<typeof describedTiming>[0], now, words),
    pause: (user: string, id: string, { pause_until: until }: { pause_until: string | null }) =>
      done('pause', {
        ...schedules[0],
        resume_at: until === null ? null : Date.parse(`${until}T00:00:00+01:00`),
      })(user, id, until),
    resume: done('resume', schedules[0]),
    delete: done('delete'),
  };
  const runService = {
    recapNow: (_: unknown, input: (typeof asked)[number]) => {
      asked.push(input);
      return failure === undefined ? Promise.resolve({}) : Promise.reject(failure);
    },
    runNow: (_: string, id: string) => {
      started.push(id);
      return failure === undefined ? Promise.resolve({}) : Promise.reject(failure);
    },
    history: () => Promise.resolve({ runs, next_before: null }),
  };
  return {
    service: service as unknown as CommandOptions['service'],
    runs: runService as unknown as CommandOptions['runs'],
    log: silentLog,
    now: () => now,
    nonce: () => 'n'.repeat(26),
    profileOf: () => Promise.resolve({ locale, timezone: 'Europe/Berlin', hourCycle: 'h12' }),
    openChannel: (_, id) => Promise.resolve(readable.get(id)),
    findChannel: (_, name) => Promise.resolve(name === 'nowhere' ? undefined : channelId(name)),
    wordsFor: scheduleWordsFor,
    openNew: ({ channelId: here }) => {
      calls.push(['new', here]);
      return Promise.resolve(here !== channelId('nothing'));
    },
    openSettings: ({ id }) => {
      calls.push(['settings', id]);
      return Promise.resolve();
    },
    firstUse: (userId) => void calls.push(['first use', userId]),
  };
}

function answer(command: string, place: Partial<Sender> = {}, locale = 'en'): Promise<Answer> {
  const sender = {
    userId: 'rita',
    channelId: channelId('here'),
    teamId: 'team',
    triggerId: 'trigger',
    channelMentions: new Map([['mentioned', channelId('dev')]]),
    ...place,
  };
  return executeCommand(command, sender, options(locale));
}

async function run(command: string, place: Partial<Sender> = {}): Promise<string> {
  return (await answer(command, place)).text;
}

test.each(['/recap', '/recap help', '/recap  HELP  '])('%s helps', async (command) => {
  expect(await run(command)).toContain('`/recap list`');
});

test('an unknown word is named', async () => {
  expect(await run('/recap frobnicate now')).toBe(
    'There is no `/recap frobnicate`. Try `/recap create`, `/recap list` or `/recap help`.',
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
    failure = refusal('busy', 'scheduled_recaps.refusal.busy');
    expect(await run('/recap run 1')).toBe('A recap of this schedule is being written already.');
  });

  test.each(['/recap run 1', '/recap now'])(
    '%s says when there were enough today',
    async (command) => {
      schedules = [schedule('Morning')];
      failure = refusal('limit', 'scheduled_recaps.action.run.limit', { values: { count: 10 } });
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
    expect(asked).toEqual([{ title, channel_ids: channels.map((name) => channelId(name)) }]);
  });

  test('of a direct channel', async () => {
    expect(await run('/recap now', { channelId: channelId('ben') })).toContain(
      '**Direct messages with Ben Okafor**',
    );
    expect(asked[0]?.channel_ids).toEqual([channelId('ben')]);
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
    expect(asked).toEqual([]);
  });

  test('says when the last one is not done', async () => {
    failure = refusal('busy', 'scheduled_recaps.command.now.busy');
    expect(await run('/recap now')).toBe(
      'The last recap that you asked for is still being written. Please try again in a moment.',
    );
  });

  test('says when a channel cannot be read any more', async () => {
    failure = refusal('invalid', 'scheduled_recaps.command.create.unreadable', {
      field: 'channel_ids.0',
    });
    expect(await run('/recap now')).toBe('You cannot read one of these channels any more.');
  });

  test('gives a sentence when it fails', async () => {
    failure = new Error('secret');
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
  expect(words).toEqual(verbs);
  for (const each of command.autocompleteData?.subCommands ?? []) {
    expect(each.trigger).toBe(each.trigger?.toLowerCase());
  }
  expect(() => encodeOnce(Command, command)).not.toThrow();
});

describe.each(['system_user', 'system_admin'] as const)('suggested to a %s', (role) => {
  test.each([
    ['/re', ['recap']],
    ['/recap ', verbs.map((verb) => `recap ${verb}`)],
    ['/recap L', ['recap list']],
    ['/recap run ', ['recap run 1', 'recap run 2']],
    ['/recap pause mo', ['recap pause Morning']],
    ['/recap create ev', ['recap create ev']],
    ['/recap now ~de', ['recap now ~de']],
  ])('after %j', async (input, complete) => {
    const command = create(Command, { ...(await registered()), pluginId: 'scheduled-recaps' });
    const suggestions = await suggestionsFor([command], input, role, async (path, typed) => {
      expect(path).toBe('/plugins/scheduled-recaps/api/v1/suggestions/schedules');
      schedules = [schedule('Morning'), schedule('Evening')];
      const profile = await options('en').profileOf('rita');
      return await suggestSchedules('rita', typed, profile, options('en'));
    });
    expect(suggestions.map((each) => each.Complete)).toEqual(complete);
  });
});

describe('/recap create', () => {
  const proposal = [
    '**Every morning**',
    'When: Every weekday at 9:00 AM (Europe/Berlin)',
    'Channels: **Dev: Platform** and **Here & \\*now\\***',
    'Next: Wed, Nov 25, 9:00 AM · Thu, Nov 26, 9:00 AM · Fri, Nov 27, 9:00 AM',
    'Options: Brief · only what concerns you · the last week',
    '',
    'Nothing is scheduled yet. Press **Create** if this is what you mean.',
  ].join('\n');

  test('says the schedule back, and has a button to make it', async () => {
    const { text, buttons = [] } = await answer(
      '/recap create "Every morning" every weekday at 9:00 ~dev ~here brief for me last week',
    );
    expect(text).toBe(proposal);
    expect(buttons.map(({ name }) => name)).toEqual(['Create', 'Discard']);
    const { nonce, schedule: body } = buttons[0]!.context;
    expect(nonce).toBe('n'.repeat(26));
    expect(JSON.parse(body!)).toMatchObject({
      title: 'Every morning',
      timezone: 'Europe/Berlin',
      channel_ids: [channelId('dev'), channelId('here')],
      content: { length: 'brief', focus: 'concerns_me' },
    });
    expect(calls).toEqual([]);
  });

  test('goes over the wire', async () => {
    const given = await answer('/recap create every day at 9 ~dev');
    const attachments = attachmentsOf(given);
    expect(() => encodeOnce(CommandResponse, { text: given.text, attachments })).not.toThrow();
    expect(attachments[0]?.actions?.[0]?.integration?.url).toBe(
      '/plugins/scheduled-recaps/api/v1/actions/create',
    );
  });

  test.each([
    ['its channels', '/recap create every day at 9 ~dev', '**Dev: Platform**'],
    ['all unreads', '/recap create every day at 9 all unreads', '**All unread channels**'],
    ['as much as fits', '/recap create every day at 9 ~long', `**${'l'.repeat(99)}…**`],
  ])('is named after %s', async (_, command, title) => {
    expect((await run(command)).split('\n')[0]).toBe(title);
  });

  test.each([
    ['/recap create', 'A time was expected here', 'For example: `/recap create every weekday'],
    ['/recap create every mnday at 9 ~dev', 'At `mnday`: Days were expected here', 'For example:'],
    ['/recap create every day at 9 ~nowhere', 'no channel `~nowhere`', ''],
    ['/recap create evry`` @all at 9 ~dev', "At `evry''`: ", ''],
  ])('%s says what is wrong', async (command, sentence, example) => {
    const { text, buttons } = await answer(command);
    expect(text).toContain(sentence);
    expect(text).toContain(example);
    expect(buttons).toBeUndefined();
  });

  test.each([
    [
      refusal('invalid', 'scheduled_recaps.command.now.too_many', { values: { count: 3 } }),
      'At most 3 channels go into one recap.',
    ],
    [
      refusal('invalid', 'scheduled_recaps.dialog.error.apart', { values: { count: 60 } }),
      'There must be 60 minutes at least between two times.',
    ],
  ])('says what the scheduler refuses: %#', async (refused, sentence) => {
    failure = refused;
    expect(await run('/recap create every day at 9 ~dev')).toBe(sentence);
  });

  test.each(languages)('speaks %s', async (locale) => {
    for (const typed of ['every day at 9 ~dev brief', 'every foo', 'every day at 9 ~dev foo', '']) {
      const { text } = await answer(`/recap create ${typed}`, {}, locale);
      expect(text).not.toMatch(/\{[a-z_]+\}|undefined/);
    }
  });
});

describe('/recap show', () => {
  const ofChannels = (ids: string[]): DescribedSchedule =>
    schedule('Morning', {
      channel_mode: 'specific',
      channel_ids: ids,
      content: ScheduleInput.shape.content.parse({ length: 'brief' }),
      time_period: 'since_last_recap',
      skip_empty: true,
      enabled: true,
      resume_at: null,
      next_runs: [Date.UTC(2026, 10, 25, 8), Date.UTC(2026, 10, 26, 8)],
    });

  test('tells settings, next runs and last ones', async () => {
    schedules = [ofChannels([channelId('dev'), channelId('gone')])];
    runs = [
      { status: 'delivered', reason: null, occurrence_at: Date.UTC(2026, 10, 24, 8) },
      { status: 'failed', reason: 'timed_out', occurrence_at: Date.UTC(2026, 10, 23, 8) },
    ];
    expect(await run('/recap show 1')).toBe(
      [
        '**Morning** · next: Tue, Nov 3, 9:00 AM',
        'When: Every weekday at 09:00 (Europe/Berlin)',
        'Channels: **Dev: Platform** and 1 channel that could not be read',
        'Options: Brief',
        'Next: Wed, Nov 25, 9:00 AM · Thu, Nov 26, 9:00 AM',
        'Last runs:',
        '- Tue, Nov 24, 9:00 AM: delivered',
        '- Mon, Nov 23, 9:00 AM: failed, it took too long',
      ].join('\n'),
    );
  });

  test.each([
    [2, 'Channels: 2 channels that could not be read'],
    // Those beyond are not looked at.
    [23, 'Channels: 20 channels that could not be read and 3 more channels'],
  ])('of %d channels, none of which can be read, says so', async (count, line) => {
    const ids = Array.from({ length: count }, (_, at) => channelId(`gone${String(at)}`));
    schedules = [ofChannels(ids)];
    expect((await run('/recap show 1')).split('\n')).toContain(line);
  });
});

describe('one step', () => {
  beforeEach(() => {
    schedules = [schedule('Morning')];
  });

  test.each([
    ['/recap pause', ['pause', 'rita', 'id of Morning', null], '“Morning” is paused. No recap'],
    ['/recap pause morning', ['pause', 'rita', 'id of Morning', null], '“Morning” is paused.'],
    [
      '/recap pause 1 until monday',
      ['pause', 'rita', 'id of Morning', '2026-11-30'],
      '“Morning” is paused. It goes on Mon, Nov 30.',
    ],
    ['/recap resume 1', ['resume', 'rita', 'id of Morning'], '“Morning” goes on.'],
    ['/recap delete 1', ['delete', 'rita', 'id of Morning'], 'For ten minutes you can undo this.'],
  ])('%s', async (command, call, sentence) => {
    expect(await run(command)).toContain(sentence);
    expect(calls).toEqual([call]);
  });

  test('deleting has a button to undo it', async () => {
    const { buttons = [] } = await answer('/recap delete 1');
    expect(buttons[0]).toMatchObject({ name: 'Undo', context: { schedule_id: 'id of Morning' } });
  });

  test.each([
    ['/recap pause 1 until yesterday', 'This time has passed.'],
    ['/recap pause 1 until tomorow', 'At `tomorow`: A day that lies ahead was expected'],
    ['/recap pause 1 until monday at 9', 'without a time'],
    ['/recap pause 2', 'None of your schedules is “2”.'],
  ])('%s is refused', async (command, sentence) => {
    expect(await run(command)).toContain(sentence);
    expect(calls).toEqual([]);
  });

  test.each([
    [
      refusal('limit', 'scheduled_recaps.action.limit', { values: { count: 3 } }),
      'You can have no more than 3 schedules. Delete another first.',
    ],
    [refusal('not_found', 'scheduled_recaps.action.gone'), 'This schedule no longer exists.'],
    [
      refusal('not_allowed', 'scheduled_recaps.refused'),
      'Scheduled recaps are not enabled for your account. Ask your administrator.',
    ],
    [
      refusal('invalid', 'scheduled_recaps.dialog.error.past', { field: 'recurrence.at' }),
      'This time has passed. Choose another.',
    ],
  ])('says what the scheduler refuses: %#', async (refused, sentence) => {
    failure = refused;
    expect(await run('/recap resume 1')).toBe(sentence);
  });

  test('says what the scheduler refuses of a day', async () => {
    failure = refusal('invalid', 'scheduled_recaps.refusal.pause_past', { field: 'pause_until' });
    expect(await run('/recap pause 1 until tomorrow')).toBe('Choose a day after today.');
  });
});

describe('dialogs', () => {
  test('new opens one, and says nothing', async () => {
    expect(await run('/recap new')).toBe('');
    expect(calls).toEqual([['new', channelId('here')]]);
  });

  test('new of a channel that cannot be read says so', async () => {
    expect(await run('/recap new', { channelId: channelId('nothing') })).toContain('cannot read');
  });

  test('edit opens the settings', async () => {
    schedules = [schedule('Morning')];
    expect(await run('/recap edit 1')).toBe('');
    expect(calls).toEqual([['settings', 'id of Morning']]);
  });
});

test('the first recap is a first use', async () => {
  await run('/recap now');
  expect(calls).toEqual([['first use', 'rita']]);
});
