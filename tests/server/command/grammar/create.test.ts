/** What `/recap create` understands, and what it says of the rest. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GrammarError, parseCreate } from '../../../../server/command/grammar/index.ts';
import type { CreateRequest, DateContext } from '../../../../server/command/grammar/index.ts';
import { languages, ScheduleInput } from '../../../../server/contract/index.ts';
import type { ScheduleInputBody } from '../../../../server/contract/index.ts';
import { describe as inWords } from '../../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../../server/schedule/index.ts';
import { testSeed } from '../../../support/test_seed.ts';

/** Tuesday, 24 November 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 10, 24, 9);
const context: DateContext = { locale: 'en', timezone: 'Europe/Berlin', now };

const weekly = (days: number, times: string[], weeks = 1): ScheduleInputBody['recurrence'] => ({
  type: 'weekly',
  days_of_week: days,
  every_weeks: weeks,
  times_of_day: times,
});

/** Sunday 1 to Saturday 64. */
const days = { mon: 2, wed: 8, fri: 32, weekdays: 62, weekend: 65, all: 127 };

describe('a rule', () => {
  test.each<[string, ScheduleInputBody['recurrence']]>([
    ['every weekday at 9:00', weekly(days.weekdays, ['09:00'])],
    ['Every Day At 9', weekly(days.all, ['09:00'])],
    ['each weekend at noon', weekly(days.weekend, ['12:00'])],
    ['every monday, wednesday and friday at 17:30', weekly(42, ['17:30'])],
    ['every mon & fri at 9h30', weekly(34, ['09:30'])],
    ['every mondays at 9.30', weekly(days.mon, ['09:30'])],
    ['every monday to friday at 9', weekly(days.weekdays, ['09:00'])],
    ['every mon-fri at 9', weekly(days.weekdays, ['09:00'])],
    ['every fri-mon at 9', weekly(99, ['09:00'])],
    ['every day at 9 am and 5 pm', weekly(days.all, ['09:00', '17:00'])],
    ['every day at 9 am and 9 pm', weekly(days.all, ['09:00', '21:00'])],
    [
      'every day at 9:00, 12:00, 17:00 and midnight',
      weekly(days.all, ['09:00', '12:00', '17:00', '00:00']),
    ],
    ['every day at 12am and 12 p.m.', weekly(days.all, ['00:00', '12:00'])],
    ['every day at 9 uhr', weekly(days.all, ['09:00'])],
    ["every day at 9 o'clock", weekly(days.all, ['09:00'])],
    ['every day at ９：００', weekly(days.all, ['09:00'])],
    ['every 2 weeks on monday at 9', weekly(days.mon, ['09:00'], 2)],
    ['every 12 weeks monday at 9', weekly(days.mon, ['09:00'], 12)],
    ['every other friday at 9', weekly(days.fri, ['09:00'], 2)],
    ['every other week on friday at 9', weekly(days.fri, ['09:00'], 2)],
    ['every week on friday at 9', weekly(days.fri, ['09:00'])],
    ['every month on the 1st at 9', { type: 'monthly', on: { day: 1 }, time_of_day: '09:00' }],
    ['every month on 31 at 9', { type: 'monthly', on: { day: 31 }, time_of_day: '09:00' }],
    [
      'every month on the last day at 9',
      { type: 'monthly', on: { day: 'last' }, time_of_day: '09:00' },
    ],
    [
      'every month on the first monday at 9',
      { type: 'monthly', on: { nth: 1, weekday: 'monday' }, time_of_day: '09:00' },
    ],
    [
      'every month on the last friday at 5 pm',
      { type: 'monthly', on: { nth: 'last', weekday: 'friday' }, time_of_day: '17:00' },
    ],
    [
      'every month on the 2nd tue at 9',
      { type: 'monthly', on: { nth: 2, weekday: 'tuesday' }, time_of_day: '09:00' },
    ],
    ['now', { type: 'once', at: 'now' }],
  ])('%s', async (text, recurrence) => {
    const request = await parseCreate(`${text} ~dev`, context);
    expect(request).toEqual({ title: '', channels: ['dev'], schedule: { recurrence } });
  });

  test.each([
    ['de', 'every montag und freitag at 9', 'und'],
    ['de', 'every mo, mi at 9 uhr', undefined],
    ['de', 'every month on the 1. montag at 9', undefined],
    ['fr', 'every lundi at 9h', undefined],
    ['fr', 'every month on the 1er lundi at 9h', undefined],
    ['es', 'every miercoles at 9', undefined],
    ['es', 'every month on the 2º lunes at 9', undefined],
    ['ja', 'every 月曜日 at 9時', undefined],
  ])('with the names of days in %s: %s', async (locale, text, wrong) => {
    const reading = parseCreate(`${text} ~dev`, { ...context, locale });
    if (wrong === undefined) expect((await reading).channels).toEqual(['dev']);
    else await expect(reading).rejects.toMatchObject({ word: wrong });
  });
});

describe('all that is around it', () => {
  test.each<[string, object]>([
    ['"Morning news" every day at 9 ~dev', { title: 'Morning news' }],
    ['„Morgens“ every day at 9 ~dev', { title: 'Morgens' }],
    ['「朝」 every day at 9 ~dev', { title: '朝' }],
    ['"~x every" every day at 9 ~dev', { title: '~x every', channels: ['dev'] }],
    ['every day at 9 ~Dev, ~ops and ~dev', { channels: ['dev', 'ops'] }],
    ['every day at 9 all unreads', { channels: undefined }],
    [
      'every day at 9 ALL UNREAD brief',
      { channels: undefined, schedule: { content: { length: 'brief' } } },
    ],
    [
      'every day at 9 ~dev detailed for me with bots always',
      {
        schedule: {
          content: { length: 'detailed', focus: 'concerns_me', include_bots: true },
          skip_empty: false,
        },
      },
    ],
    ['every day at 9 ~dev standard', { schedule: { content: { length: 'standard' } } }],
    ['every day at 9 ~dev last week', { schedule: { time_period: 'last_week' } }],
    ['every day at 9 ~dev last 24 hours', { schedule: { time_period: 'last_24h' } }],
    ['every day at 9 ~dev last day', { schedule: { time_period: 'last_24h' } }],
    ['every day at 9 ~dev since last read', { schedule: { time_period: 'since_last_read' } }],
    ['every day at 9 ~dev since last recap', { schedule: { time_period: 'since_last_recap' } }],
    ['every day at 9 ~dev in Asia/Tokyo', { schedule: { timezone: 'Asia/Tokyo' } }],
  ])('%s', async (text, expected) => {
    expect(await parseCreate(text, context)).toMatchObject(expected);
  });
});

describe('a slip is named', () => {
  test.each([
    ['', 'when', ''],
    ['~dev', 'when', ''],
    ['evry day at 9 ~dev', 'when', 'evry'],
    ['daily at 9 ~dev', 'when', 'daily'],
    ['tomorow at 9 ~dev', 'when', 'tomorow'],
    ['24 Decmber 9:00 ~dev', 'when', 'Decmber'],
    ['tomorrow ~dev', 'time', ''],
    ['today at 9:59 ~dev', 'future', 'today at 9:59'],
    ['tomorrow 9:00 EST ~dev', 'other_zone', 'EST'],
    ['monday 24 december 2026 9:00 ~dev', 'when', 'monday'],
    ['every mnday at 9 ~dev', 'days', 'mnday'],
    ['every at 9 ~dev', 'days', 'at'],
    ['every day ~dev', 'time', ''],
    ['every day 9:00 ~dev', 'time', '9:00'],
    ['every day at 25:00 ~dev', 'time', '25:00'],
    ['every day at 13 pm ~dev', 'time', '13'],
    ['every day at 9:60 ~dev', 'time', '9:60'],
    ['every day at 9 and 9:00 ~dev', 'other_time', '9:00'],
    ['every day at 1 2 3 4 5 ~dev', 'other_time', '5'],
    ['every 0 weeks on monday at 9 ~dev', 'weeks', '0'],
    ['every 13 weeks on monday at 9 ~dev', 'weeks', '13'],
    ['every 2 monday at 9 ~dev', 'weeks', 'monday'],
    ['every month at 9 ~dev', 'month_day', 'at'],
    ['every month on the 32nd at 9 ~dev', 'month_day', '32nd'],
    ['every month on the first at 9 ~dev', 'month_day', 'at'],
    ['every month on the 5 monday at 9 ~dev', 'month_day', '5'],
    ['every month on the 1st at 9 and 10 ~dev', 'other_time', '10'],
    ['every day at 9 dev', 'channels', 'dev'],
    ['every day at 9', 'channels', ''],
    ['every day at 9 ~', 'channels', '~'],
    ['every day at 9 ~dev breif', 'option', 'breif'],
    ['every day at 9 ~dev in Atlantis', 'zone', 'Atlantis'],
    ['every day at 9 ~dev in', 'zone', ''],
    [`"${'x'.repeat(101)}" every day at 9 ~dev`, 'title', 'x'.repeat(101)],
  ])('%s', async (text, expected, word) => {
    const thrown = await parseCreate(text, context).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(GrammarError);
    expect(thrown).toMatchObject({ expected, word });
  });
});

/** That a request makes a schedule, and that all languages can say when it runs. */
function expectSayable({ title, channels, schedule }: CreateRequest): void {
  const input = ScheduleInput.parse({
    ...schedule,
    title: title === '' ? 'A title' : title,
    ...(channels === undefined
      ? { channel_mode: 'all_unreads' }
      : { channel_ids: ['a'.repeat(26)] }),
  });
  for (const language of languages) {
    const words = inWords(input.recurrence, 'Europe/Berlin', scheduleWordsFor(language));
    expect(words).not.toMatch(/undefined|NaN|\{|^$/);
  }
}

/** A failure prints its seed; TEST_SEED repeats it. */
const settings = { seed: testSeed(), numRuns: 600 };
const locales = fc.constantFrom(...languages);

describe('what follows the grammar', () => {
  const oneOf = fc.constantFrom;
  const some = (words: fc.Arbitrary<string>, most: number, by: string): fc.Arbitrary<string> =>
    fc.uniqueArray(words, { minLength: 1, maxLength: most }).map((each) => each.join(by));
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hour, minute]) => `${hour}:${String(minute).padStart(2, '0')}`);
  const weeks = oneOf('', '2 weeks on ', '12 weeks ', 'other ', 'week on ');
  const names = some(oneOf('monday', 'tue', 'Fridays', 'sun', 'weekend', 'mon-wed'), 3, ', ');
  const monthDay = oneOf('1st', '31', 'last day', 'last friday', 'second tue', '2nd sunday');
  const date = oneOf('tomorrow', 'friday', '24 December', '2027-02-28', '1 March 2027');
  const when = fc.oneof(
    fc.tuple(weeks, names, some(time, 4, ' and ')).map(([n, on, at]) => `every ${n}${on} at ${at}`),
    fc.tuple(monthDay, time).map(([on, at]) => `every month on the ${on} at ${at}`),
    fc.tuple(date, time).map(([on, at]) => `${on} at ${at}`),
    oneOf('now', 'in 2 hours', 'in 45 minutes'),
  );
  const title = oneOf('', '"A title" ', '「題」 ');
  const channels = oneOf('~dev', '~a, ~b and ~c', 'all unreads');
  const option = oneOf('brief', 'for me', 'with bots', 'always', 'last week', 'in Asia/Tokyo');
  const commands = fc
    .tuple(title, when, channels, some(option, 4, ' '))
    .map(([first, ...others]) => first + others.join(' '));

  test('is understood in every language, and can be said in words', async () => {
    await fc.assert(
      fc.asyncProperty(commands, locales, async (text, locale) => {
        expectSayable(await parseCreate(text, { ...context, locale }));
      }),
      settings,
    );
  });

  test('with a word that is another, or gone, is a schedule still or a slip', async () => {
    const others = oneOf('', 'xyz', '~', '9', 'and', 'every', 'at', 'monday');
    await fc.assert(
      fc.asyncProperty(commands, fc.nat(), others, async (text, at, other) => {
        const words = text.split(' ');
        words[at % words.length] = other;
        const read = await readOrSlip(words.join(' '), context);
        if (!(read instanceof GrammarError)) expectSayable(read);
      }),
      settings,
    );
  });
});

async function readOrSlip(
  text: string,
  within: DateContext,
): Promise<CreateRequest | GrammarError> {
  try {
    return await parseCreate(text, within);
  } catch (thrown) {
    if (thrown instanceof GrammarError) return thrown;
    throw thrown;
  }
}

describe('whatever is typed', () => {
  const piece = fc.constantFrom(
    ...'every each other week weeks month on the at and 1 2 13 1st 31 first last day monday fri weekday'.split(
      ' ',
    ),
    ...'9 9:00 25:00 am pm noon now once tomorrow today in hours 24 December 2026 29 february'.split(
      ' ',
    ),
    ...'~dev ~ all unreads brief for me with bots always since recap read Europe/Paris "Title" „ « ,'.split(
      ' ',
    ),
    ...'morgen um uhr demain à mañana las 明日 9時 12月24日 月曜日 24.12. 0 - EST next'.split(' '),
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 14 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );

  test('there is a schedule that can be said in words, or an error that names what was expected', async () => {
    await fc.assert(
      fc.asyncProperty(texts, locales, async (text, locale) => {
        const read = await readOrSlip(text, { ...context, locale });
        if (!(read instanceof GrammarError)) expectSayable(read);
      }),
      settings,
    );
  });
});
