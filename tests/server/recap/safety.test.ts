/**
 * Hostile posts against the rendered message, whoever writes it: the built-in engine, which quotes them, and a model
 * that does all they ask.
 */
import { describe, expect, test } from '@jest/globals';
import type { Collected, CollectedChannel } from '../../../server/recap/collected.ts';
import type { RecapDocument } from '../../../server/recap/document.ts';
import type { Model } from '../../../server/recap/engine/ai/index.ts';
import { assistedEngine, builtInEngine } from '../../../server/recap/engine/index.ts';
import { renderRecap } from '../../../server/recap/render/index.ts';
import { maxMessageLength } from '../../../server/recap/render/pages.ts';
import { silentLog } from '../../../server/log.ts';
import { hostilePosts } from '../../fixtures/safety/hostile_posts.ts';
import { FakeModel } from '../../support/fake_model.ts';
import type { ShownItem } from '../../support/fake_model.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { messageFaults } from '../../support/message_faults.ts';
import { channel, collected, itemsOf, person, reader } from './fixtures.ts';

const siteUrl = 'https://mm.example';

/** A team where Mallory writes among others, and is answered, so that every section has a chance to quote it. */
function teamWith(messages: readonly string[]): CollectedChannel {
  const lines = messages.flatMap((message, at) => {
    const time = `${String(8 + Math.floor(at / 6)).padStart(2, '0')}:${String((at % 6) * 10).padStart(2, '0')}`;
    return [
      `${time} mallory: ${message.trim() || 'x'}`,
      `> ${time} ana: Good point, sounds good to me, thanks.`,
    ];
  });
  const ids = Object.fromEntries(lines.map((_, at) => [at, { id: `post${at}`.padEnd(26, 'x') }]));
  return channel('open', lines, ids);
}

function write(input: Collected, model?: Model): Promise<RecapDocument> {
  const engine = assistedEngine({
    builtIn: builtInEngine({ monotonic: () => 0 }),
    clock: new ManualClock(),
    log: silentLog,
    model: () => model,
    policy: () => ({ privateChannels: false, directMessages: false }),
    nonce: () => 'n0nce',
  });
  const { signal } = new AbortController();
  return engine.write(input, { length: 'detailed', signal });
}

/** What is wrong with the message of a recap. */
function faultsOf(recap: RecapDocument, { channels }: Collected): string[] {
  const { messages } = renderRecap(recap, {
    title: 'Morning',
    timezone: 'UTC',
    locale: 'en',
    readerId: reader.id,
    siteUrl,
  });
  const addresses = new Set(
    channels.flatMap(({ teamName, linkName, posts }) => [
      `${siteUrl}/${teamName}/channels/${linkName}`,
      ...posts.map(({ id }) => `${siteUrl}/${teamName}/pl/${id}`),
    ]),
  );
  return messages.flatMap((page) =>
    messageFaults(page, { addresses, maxLength: maxMessageLength }),
  );
}

/** A model that puts what it was told to into every field that it has. */
function obeying(message: string): FakeModel {
  return new FakeModel((items: readonly ShownItem[]) => {
    const ids = items.slice(0, 2).map(({ id }) => id);
    const texts = [
      message,
      `We decided: ${message}`,
      message.slice(-300),
      message.split('\n').at(-1),
    ];
    const lines = texts.map((text) => ({ ids, text }));
    return {
      for_you: lines,
      decisions: [...lines, { ids: [12_345], text: 'Nobody wrote this.' }],
      action_items: lines.map((line, at) => ({ ...line, who: at, due: message })),
      open_questions: lines,
      highlights: lines,
      link: message,
    };
  });
}

test('the corpus is one', () => {
  expect(hostilePosts.length).toBeGreaterThanOrEqual(60);
  expect(new Set(hostilePosts.map(({ message }) => message)).size).toBe(hostilePosts.length);
});

describe('by the built-in engine', () => {
  test.each(hostilePosts)('$name', async ({ message }) => {
    const input = collected([teamWith([message])]);
    const recap = await write(input);
    expect(faultsOf(recap, input)).toEqual([]);
  });

  test('all of them at once', async () => {
    const input = collected([teamWith(hostilePosts.map(({ message }) => message))]);
    expect(faultsOf(await write(input), input)).toEqual([]);
  });
});

describe('by a model that obeys', () => {
  test.each(hostilePosts)('$name', async ({ message }) => {
    const input = collected([teamWith(['We decided to move the release to Thursday.', message])]);
    const recap = await write(input, obeying(message));
    expect(faultsOf(recap, input)).toEqual([]);
    expect(JSON.stringify(recap)).not.toContain('Nobody wrote this');
    const sent = new Set(input.channels.flatMap(({ posts }) => posts.map(({ id }) => id)));
    for (const item of itemsOf(recap, 'highlights')) {
      for (const { postId } of item.line.restsOn ?? []) expect(sent).toContain(postId);
    }
  });

  test.each(hostilePosts)('and answers with it and nothing else: $name', async ({ message }) => {
    const input = collected([teamWith(['We decided to move the release to Thursday.'])]);
    const recap = await write(input, new FakeModel(() => message));
    expect(faultsOf(recap, input)).toEqual([]);
    expect(JSON.stringify(recap)).not.toContain('The board resigned');
  });

  test.each([
    '[x](https://evil.example) `@all` <img src=x>',
    '# @channel',
    '> a quote',
    '1. Bob',
    '- Bob',
    '---',
    '| a |',
  ])('the name of a person and a channel is no way round: %s', async (name) => {
    const mallory = { ...person('mallory'), name };
    const plain = teamWith(['We decided to move the release to Thursday.']);
    const open = {
      ...plain,
      name,
      posts: plain.posts.map((post) => ({ ...post, author: mallory })),
    };
    const input = { ...collected([open]), people: new Map([[mallory.id, mallory]]) };
    const model = new FakeModel(() => ({
      highlights: [
        { ids: [1], text: 'Person_2 and {Person_2} agreed.' },
        { ids: [1], text: '1. Person_2 agreed.' },
      ],
      action_items: [{ ids: [1], text: 'Pay.', who: 2, due: 'now' }],
    }));
    const recap = await write(input, model);
    expect(faultsOf({ ...recap, model: name }, input)).toEqual([]);
  });
});

describe('the looking glass', () => {
  const rules = { addresses: new Set(['https://mm.example/team/pl/a']), maxLength: 100 };
  test.each([
    ['- [x](https://evil.example)', /links to/],
    ['- ![x](https://mm.example/team/pl/a)', /image/],
    ['- go to https://evil.example', /links to/],
    ['- go to www.evil.example', /links to/],
    ['- write a@evil.example', /links to mailto/],
    ['- hello @all', /pings @all/],
    ['- <b>x</b>', /html/],
    ['# x', /heading/],
    ['- a\nb', /line of its own/],
    ['- a\u202Eb', /nobody sees/],
    ['- a\u2068b', /isolate/],
    [`- ${'a'.repeat(100)}`, /characters/],
    ['```\ncode', /a code/],
  ])('sees %j', (message, fault) => {
    expect(messageFaults(message, rules).join('\n')).toMatch(fault);
  });

  test('lets through what is fine', () => {
    expect(
      messageFaults('#### T\n- **Ana** [9:00](https://mm.example/team/pl/a): `@all`', rules),
    ).toEqual([]);
  });
});
