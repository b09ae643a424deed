/** Who writes which channel, and what happens where that fails. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Collected, CollectedChannel } from '../../../../../server/recap/collected.ts';
import type { RecapDocument } from '../../../../../server/recap/document.ts';
import { AiError } from '../../../../../server/recap/engine/ai/index.ts';
import type { Model } from '../../../../../server/recap/engine/ai/index.ts';
import { assistedEngine, builtInEngine } from '../../../../../server/recap/engine/index.ts';
import type { EngineOptions } from '../../../../../server/recap/engine/index.ts';
import { renderRecap } from '../../../../../server/recap/render/index.ts';
import type { Log, LogFields } from '../../../../../server/log.ts';
import { describeError, silentLog } from '../../../../../server/log.ts';
import { FakeModel } from '../../../../support/fake_model.ts';
import type { ShownItem } from '../../../../support/fake_model.ts';
import { ManualClock, settle } from '../../../../support/manual_clock.ts';
import { channel, collected, itemsOf, postId, textsOf } from '../../fixtures.ts';

const plans = channel('plans', [
  '09:00 ana: We decided to move the release to Thursday because of the audit.',
  '> 09:05 ben: sounds good, I will tell the customers by Wednesday',
  '10:00 cleo: @rita could you sign the contract with the harbour today?',
]);
const office: CollectedChannel = {
  ...channel('office', [
    '09:00 ana: We decided to paint the kitchen of the office green next week.',
  ]),
  kind: 'private',
};
const direct: CollectedChannel = {
  ...channel('ben', ['09:00 ben: Could you read the contract once more before we sign it today?']),
  kind: 'direct',
  teamName: '',
  linkName: '',
};

let clock: ManualClock;
let warnings: string[];
let log: Log;

beforeEach(() => {
  clock = new ManualClock();
  warnings = [];
  const warn = (message: string, fields: LogFields = {}): void => {
    const { error, ...rest } = fields;
    warnings.push(`${message} ${JSON.stringify(rest)} ${describeError(error)}`);
  };
  log = { ...silentLog, warn };
});

/** One highlight for each message, in words that only the model has. */
const tellsAll = (items: readonly ShownItem[]): unknown => ({
  highlights: items.map(({ id }) => ({ ids: [id], text: `Model line ${id}.` })),
});

function write(
  input: Collected,
  model: Model | undefined,
  options: Partial<EngineOptions> = {},
  policy = { privateChannels: false, directMessages: false },
): Promise<RecapDocument> {
  const engine = assistedEngine({
    builtIn: builtInEngine({ monotonic: () => 0 }),
    clock,
    log,
    model: () => model,
    policy: () => policy,
    nonce: () => 'n0nce',
  });
  const { signal } = new AbortController();
  return engine.write(input, { length: 'standard', signal, ...options });
}

const reasons = ({ fallbacks = [] }: RecapDocument): [string, string][] =>
  fallbacks.map(({ channelId, reason }) => [channelId, reason]);
const text = (recap: RecapDocument): string =>
  renderRecap(recap, {
    title: 'T',
    timezone: 'UTC',
    locale: 'en',
    readerId: 'rita',
    siteUrl: 'https://mm.example',
  }).messages.join('\n');

describe('the choice of the engine', () => {
  const input = collected([plans, office, direct]);

  test.each([
    ['automatic', true, true],
    ['ai', true, true],
    ['built_in', true, false],
    ['automatic', false, false],
    ['ai', false, false],
  ] as const)('%s, with a model: %s', async (engine, has, byModel) => {
    const model = new FakeModel(tellsAll);
    const recap = await write(input, has ? model : undefined, { engine });
    expect(recap.engine).toBe(byModel ? 'openai' : 'built_in');
    expect(model.questions.length > 0).toBe(byModel);
    expect(text(recap)).toContain(byModel ? 'Written by AI (fake-1)' : 'without AI');
  });

  test('that cannot be had is said to be so, where it was asked for', async () => {
    expect(reasons(await write(input, undefined, { engine: 'ai' })).map(([, why]) => why)).toEqual([
      'not_configured',
      'not_configured',
      'not_configured',
    ]);
    expect((await write(input, undefined)).fallbacks).toBeUndefined();
  });

  test.each([
    [false, false, ['plans']],
    [true, false, ['office', 'plans']],
    [false, true, ['ben', 'plans']],
    [true, true, ['ben', 'office', 'plans']],
  ])('private: %s, direct: %s', async (privateChannels, directMessages, sent) => {
    const model = new FakeModel(tellsAll);
    const recap = await write(input, model, {}, { privateChannels, directMessages });
    expect(model.questions.map(({ channelId }) => channelId).sort()).toEqual(sent);
    const quoted = ['ben', 'office', 'plans'].filter((id) => !sent.includes(id));
    expect(
      reasons(recap)
        .map(([id]) => id)
        .sort(),
    ).toEqual(quoted);
    expect(reasons(recap).every(([, why]) => why === 'not_allowed')).toBe(true);
  });

  test('one channel goes into one question', async () => {
    const model = new FakeModel(tellsAll);
    await write(input, model, {}, { privateChannels: true, directMessages: true });
    for (const { channelId, user } of model.questions) {
      expect(user.includes('kitchen')).toBe(channelId === 'office');
      expect(user.includes('audit')).toBe(channelId === 'plans');
    }
  });
});

describe('a recap by a model', () => {
  test('has its words, our names and links, and everything in its place', async () => {
    const model = new FakeModel((items) => ({
      for_you: [{ ids: [3], text: 'Person_4 asks Person_1 to sign the contract.' }],
      decisions: [{ ids: [1, 2], text: 'Person_2 and {Person_3} agreed on Thursday.' }],
      action_items: [{ ids: [2], text: 'Tell the customers.', who: 3, due: 'by Wednesday' }],
      open_questions: [],
      highlights: items.slice(0, 0),
    }));
    const recap = await write(collected([plans]), model);
    const at = (index: number): string => `https://mm.example/team/pl/${postId('plans', index)}`;
    expect(text(recap)).toBe(
      [
        '#### T',
        '_Mon, Nov 2, 12:00 AM to Tue, Nov 3, 12:00 AM (UTC)_',
        '3 messages by 3 people in 1 channel',
        '',
        '**For you**',
        `- Cleo asks Rita to sign the contract. ([Cleo, 10:00 AM](${at(2)}) in Plans)`,
        '',
        '##### [Plans](https://mm.example/team/channels/plans)',
        '3 messages by 3 people',
        '',
        '**Decisions**',
        `- Ana and Ben agreed on Thursday. ([Ana, 9:00 AM](${at(0)}); [Ben, 9:05 AM](${at(1)}))`,
        '',
        '**Possible action items**',
        `- Tell the customers. → **Ben, by Wednesday** ([Ben, 9:05 AM](${at(1)}))`,
        '',
        '---',
        '_Written by AI (fake-1), which can be wrong: every line ends with links to the messages that it rests on._',
      ].join('\n'),
    );
  });

  test('never loses a mention of the reader, whatever the model says', async () => {
    const recap = await write(collected([plans]), new FakeModel(() => ({ highlights: [] })));
    expect(textsOf(recap, 'for_you')).toEqual([
      '@rita could you sign the contract with the harbour today?',
    ]);
  });

  test('leaves it to the model which replies to the reader are worth a line', async () => {
    const asked = channel('asked', [
      '09:00 rita: Who can take over the night shift of the harbour gate on Friday?',
      '> 09:05 ben: I can take the night shift on Friday, but not the one on Saturday.',
    ]);
    expect(textsOf(await write(collected([asked]), undefined), 'for_you')).toHaveLength(1);
    const recap = await write(collected([asked]), new FakeModel(() => ({ highlights: [] })));
    expect(recap.forYou).toBeUndefined();
  });

  test('of what concerns the reader has nothing else', async () => {
    const model = new FakeModel((items) => ({
      ...(tellsAll(items) as object),
      action_items: [
        { ids: [2], text: 'Tell the customers.', who: 3, due: '' },
        { ids: [3], text: 'Sign.', who: 1, due: 'today' },
      ],
    }));
    const recap = await write(collected([plans]), model, { focus: 'concerns_me' });
    expect(recap.channels[0]?.sections.map(({ kind }) => kind)).toEqual(['action_items']);
    expect(itemsOf(recap, 'action_items')).toMatchObject([{ assigneeId: 'rita' }]);
    expect(model.questions[0]?.system).toContain('Leave the other lists empty');
  });

  test('is in the language and after the wishes of the reader', async () => {
    const model = new FakeModel(tellsAll);
    await write(collected([plans]), model, { language: 'fr', instructions: 'Only money matters.' });
    expect(model.questions[0]?.system).toContain('French (fr)');
    expect(model.questions[0]?.user).toContain('"Only money matters."');
  });

  test('shows the reader what the model was not shown', async () => {
    const secretive = channel('keys', [
      '09:00 ana: Write to ana@harbour.example, we decided to meet at noon.',
    ]);
    const model = new FakeModel((items) => ({ highlights: [{ ids: [1], text: items[0]?.text }] }));
    const recap = await write(collected([secretive]), model);
    expect(model.questions[0]?.user).not.toContain('harbour.example');
    expect(textsOf(recap, 'highlights')[0]).toContain('ana@harbour.example');
    expect(text(recap)).toContain('ana@\u200Bharbour.example');
  });

  test('says what was too much to send', async () => {
    const lines = Array.from({ length: 600 }, (_, at) => `09:00 ana: ${at} ${'word '.repeat(300)}`);
    const ids = Object.fromEntries(lines.map((_, at) => [at, { id: `p${at}`.padEnd(26, 'x') }]));
    const recap = await write(collected([channel('busy', lines, ids)]), new FakeModel(tellsAll));
    expect(recap.leftOut.trimmed).toMatchObject([{ name: 'Busy' }]);
    expect(recap.numbers.messages).toBe(600);
  });
});

describe('a channel with which the model fails', () => {
  const input = collected([
    plans,
    channel('dev', ['09:00 ana: We decided to freeze deploys until Monday morning.']),
  ]);
  const failing = (thrown: unknown): FakeModel =>
    new FakeModel((items, { channelId }) => {
      if (channelId === 'dev') throw thrown;
      return tellsAll(items);
    });

  test.each([
    [new AiError('unreachable', 'no connection'), 'unavailable'],
    [new AiError('refused', 'status 401'), 'unavailable'],
    [new AiError('resting', 'left alone'), 'unavailable'],
    [new AiError('timed_out', 'no answer'), 'timed_out'],
    [new TypeError('a fault of ours'), 'unavailable'],
  ])('is quoted, and the recap says so: %s', async (thrown, reason) => {
    const recap = await write(input, failing(thrown));
    expect(reasons(recap)).toEqual([['dev', reason]]);
    expect(recap.engine).toBe('openai');
    const dev = recap.channels.find(({ channelId }) => channelId === 'dev');
    expect(dev?.sections[0]?.items[0]?.line.restsOn).toBeUndefined();
    expect(text(recap)).toMatch(/Quoted by the built-in engine, because .*: Dev\./);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).not.toMatch(/freeze|deploys/);
  });

  test.each([
    ['no JSON', 'Sorry.', 'not the JSON object'],
    ['half of an answer', '{"highlights":[{"ids":[1],"text":"We', 'broke off'],
    ['ids of nothing', '{"highlights":[{"ids":[99],"text":"a"}]}', 'not in the data'],
  ])('by %s is asked once more, and quoted then', async (_name, answer, hint) => {
    const model = new FakeModel(() => answer);
    const recap = await write(collected([plans]), model);
    expect(model.questions).toHaveLength(2);
    expect(model.questions[1]?.user).toContain(hint);
    expect(reasons(recap)).toEqual([['plans', 'invalid_answer']]);
    expect(recap).toMatchObject({ engine: 'built_in' });
    expect(recap.model).toBeUndefined();
  });

  test('at first is written where the second answer is good', async () => {
    const model = new FakeModel((items): unknown =>
      model.questions.length === 1 ? 'Sorry.' : tellsAll(items),
    );
    const recap = await write(collected([plans]), model);
    expect(textsOf(recap, 'highlights')).toEqual([
      'Model line 1.',
      'Model line 2.',
      'Model line 3.',
    ]);
    expect(recap.fallbacks).toBeUndefined();
  });

  test('for too long is quoted after five minutes, and the others are kept', async () => {
    const model = new FakeModel((items, { channelId }) =>
      channelId === 'dev' ? new Promise(() => undefined) : tellsAll(items),
    );
    // As a guard would: gives up when its signal aborts.
    const heeding: Model = {
      engine: 'openai',
      ask: (question, signal) =>
        Promise.race([
          model.ask(question, signal),
          new Promise<never>((_, reject) => {
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason of whoever aborted
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
        ]),
    };
    const writing = write(input, heeding);
    await settle();
    await clock.advance(5 * 60_000);
    expect(reasons(await writing)).toEqual([['dev', 'timed_out']]);
    expect(clock.sleeping).toBe(0);
  });

  test('because the run is given up fails the recap', async () => {
    const stop = new AbortController();
    const model = new FakeModel(() => {
      stop.abort(new Error('lost'));
      throw new AiError('unreachable', 'no connection');
    });
    await expect(write(input, model, { signal: stop.signal })).rejects.toThrow('lost');
    expect(clock.sleeping).toBe(0);
  });
});
