import { describe, expect, test } from '@jest/globals';
import { limits, RecapCard } from '../../../../server/contract/index.ts';
import { cardOf } from '../../../../server/recap/render/card.ts';
import type { RecapLine, RecapSection } from '../../../../server/recap/document.ts';
import { channel, monday, postId, write } from '../fixtures.ts';

const options = { title: 'Morning', timezone: 'Europe/Berlin', notes: ['By the engine.'] };

const plans = channel('plans', [
  '09:00 ana: @rita I propose we move the release to Thursday because of the audit.',
  '> 09:05 ben: sounds good',
  "> 09:10 cleo: I'll tell the customers by Wednesday.",
]);

describe('the card of a recap', () => {
  test('fits its schema and says what the message says', async () => {
    const card = RecapCard.parse(JSON.parse(cardOf(await write([plans]), options) ?? ''));
    expect(card).toMatchObject({ title: 'Morning', engine: 'built_in', notes: options.notes });
    expect(card.for_you[0]).toMatchObject({ post_id: postId('plans', 0), channel_id: 'plans' });
    const [shown] = card.channels;
    expect(shown).toMatchObject({ id: 'plans', messages: 3, people: 3 });
    expect(shown?.participants.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(shown?.activity).toHaveLength(24);
    expect(shown?.activity[9]).toBe(3);
  });

  test.each<[string, string, boolean, string]>([
    ['whole', 'Does `cron` run?', false, 'Does cron run?'],
    ['cut', 'Second designer', true, 'Second designer…'],
    ['cut after a sentence', 'It is approved.', true, 'It is approved.'],
  ])('says what an item is about: %s', async (_name, text, cutAfter, topic) => {
    const document = await write([plans]);
    const [item] = document.forYou?.items ?? [];
    const about = { ...item!, topic: { ...item!.line, text, cutAfter } };
    const forYou: RecapSection = { kind: 'for_you', items: [about], more: 0 };
    const card = RecapCard.parse(JSON.parse(cardOf({ ...document, forYou }, options) ?? ''));
    expect(card.for_you[0]?.topic).toBe(topic);
  });

  test.each<[string, string, readonly string[], readonly string[] | undefined]>([
    ['a message that is only a file', '', ['plan.pdf'], ['plan.pdf']],
    ['a message with words and files', 'Here it is', ['a.csv', 'b.csv'], ['a.csv', 'b.csv']],
    ['a file without a known name', '', [''], undefined],
    ['a message without files', 'Nothing here', [], undefined],
  ])('names the files of %s', async (_name, text, fileNames, files) => {
    const lineWith: RecapLine = {
      postId: postId('plans', 0),
      channelId: 'plans',
      authorId: 'ben',
      author: 'Ben',
      createAt: monday,
      text,
      cutBefore: false,
      cutAfter: false,
      extras: { codeLines: 0, tableRows: 0, images: 0, fileNames },
      earlier: false,
    };
    const item = { line: lineWith, followUps: [], replies: 0, people: 1 };
    const forYou: RecapSection = { kind: 'for_you', items: [item], more: 0 };
    const document = { ...(await write([plans])), forYou };
    const card = RecapCard.parse(JSON.parse(cardOf(document, options) ?? ''));
    expect(card.for_you[0]?.files).toEqual(files);
  });

  test('is left out where it would be too long for a post', async () => {
    const long = { ...options, notes: ['n'.repeat(limits.cardCharacters)] };
    expect(cardOf(await write([plans]), long)).toBeUndefined();
  });
});
