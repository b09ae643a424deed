import { describe, expect, test } from '@jest/globals';
import { limits, RecapCard } from '../../../../server/contract/index.ts';
import { cardOf } from '../../../../server/recap/render/card.ts';
import { channel, postId, write } from '../fixtures.ts';

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

  test('is left out where it would be too long for a post', async () => {
    const long = { ...options, notes: ['n'.repeat(limits.cardCharacters)] };
    expect(cardOf(await write([plans]), long)).toBeUndefined();
  });
});
