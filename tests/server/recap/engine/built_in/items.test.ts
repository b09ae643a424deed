/** What is told with a message because it belongs to it. */
import { describe, expect, test } from '@jest/globals';
import { channel, itemsOf, textsOf, write } from '../../fixtures.ts';

describe('what belongs together', () => {
  test('a request shows what its assignee said', async () => {
    const recap = await write([
      channel('dev', [
        '09:00 ben: The change still needs a second review before noon. @fay can you do that today?',
        "> 09:20 fay: Yes, I'll do the whole review today, right after the meeting with the others.",
      ]),
    ]);
    const [item, ...others] = itemsOf(recap, 'action_items');
    expect(others).toEqual([]);
    expect(item).toMatchObject({ assignee: 'Fay', followUps: [{ author: 'Fay' }] });
  });

  test('what somebody took on and came back to is no longer to be done', async () => {
    const lines = [
      '09:00 emi: The documentation of the forecast is ready, with three examples.',
      "> 09:20 fay: I'll read the documentation of the forecast tonight.",
    ];
    const later =
      '> 19:30 fay: I have read the documentation of the forecast. One sentence is missing.';
    expect(itemsOf(await write([channel('dev', lines)]), 'action_items')).toHaveLength(1);
    expect(itemsOf(await write([channel('dev', [...lines, later])]), 'action_items')).toEqual([]);
  });

  test('a decision that gives somebody something to do names them', async () => {
    const recap = await write([
      channel('dev', [
        '09:00 ben: We decided to drop the old API. @fay please tell the customers by Friday.',
      ]),
    ]);
    expect(itemsOf(recap, 'decisions')).toMatchObject([{ assignee: 'Fay', due: 'by Friday' }]);
    expect(itemsOf(recap, 'action_items')).toEqual([]);
  });

  test('a decision shows what whom it names has promised', async () => {
    const recap = await write([
      channel('dev', [
        '09:00 ben: Which of the two ways do we take for the old API?',
        '> 09:10 ana: We decided to drop the old API in May. Fay, flag off and all that.',
        "> 09:20 fay: All right, I'll take the old API off the list of the customers.",
      ]),
    ]);
    expect(itemsOf(recap, 'decisions')).toMatchObject([{ followUps: [{ author: 'Fay' }] }]);
  });

  test('a thread shows what came of it', async () => {
    const recap = await write([
      channel('yard', [
        '09:00 ana: The crane at berth two stands still until two in the afternoon, all pickups move.',
        '> 09:10 ben: ok',
        '> 14:10 ana: The crane works again.',
        '> 14:11 ben: thanks!',
      ]),
    ]);
    expect(itemsOf(recap, 'highlights')).toMatchObject([
      { replies: 3, followUps: [{ text: 'The crane works again.' }] },
    ]);
  });

  test('between two people the next message of the other is the reply', async () => {
    const lines = [
      '09:00 ana: Could you open the meeting without me?',
      '09:20 ben: With pleasure.',
    ];
    const direct = { ...channel('ana', lines), kind: 'direct' as const };
    expect(textsOf(await write([direct]), 'open_questions')).toEqual([]);
    expect(textsOf(await write([channel('office', lines)]), 'open_questions')).toHaveLength(1);
  });

  test('asking in the third person is asking', async () => {
    const recap = await write([
      channel('support', ['09:00 ana: The customer asks whether the weight can come as a table.']),
    ]);
    expect(textsOf(recap, 'open_questions')).toHaveLength(1);
  });

  test('the busiest conversation is named where no section begins with it', async () => {
    const talk = Array.from({ length: 7 }, (_, at) => `> 09:1${at} ben: ok`);
    const recap = await write([
      channel('yard', [
        '09:00 ana: The crane at berth two stands still until noon, and so do all 12 pickups.',
        ...talk,
        '12:00 cleo: hi',
      ]),
    ]);
    expect(recap.channels[0]?.busiest).toBeUndefined();
    expect(textsOf(recap, 'highlights')[0]).toContain('The crane');
  });
});
