/** What somebody said to the reader. */
import { describe, expect, test } from '@jest/globals';
import { channel, itemsOf, write } from '../../fixtures.ts';

describe('for you', () => {
  const lines = [
    '09:00 ana: @rita can you approve the invoice of the caterer?',
    '> 09:30 rita: Done.',
    '10:00 rita: I have uploaded the plan of the new office, comments are welcome.',
    '> 10:10 ben: The meeting rooms on the second floor have no windows, is that on purpose?',
    '> 10:12 cleo: thanks!',
    '11:00 dan: The printer on the third floor works again.',
  ];

  test('has mentions, and answers in threads of the reader', async () => {
    const recap = await write([channel('office', lines)]);
    expect(itemsOf(recap, 'for_you').map((item) => [item.concern, item.line.author])).toEqual([
      ['mention', 'Ana'],
      ['reply', 'Ben'],
    ]);
  });

  test('shows what the reader has answered', async () => {
    const [mention] = itemsOf(await write([channel('office', lines)]), 'for_you');
    expect(mention?.followUps.map((line) => line.text)).toEqual(['Done.']);
  });

  test('says which thread of the reader was answered', async () => {
    const [, reply] = itemsOf(await write([channel('office', lines)]), 'for_you');
    expect(reply?.topic?.text).toContain('I have uploaded the plan');
  });

  test('has answers to what the reader asked, wherever that was', async () => {
    const recap = await write([
      channel('release', [
        '09:00 ana: The second mail provider is set up, and its risk is still yellow.',
        '> 09:05 rita: Is yellow a reason to stop the release for you?',
        '> 09:06 cleo: The ticket with the other department is open since this morning.',
        '> 09:10 ana: No, it is a fallback. But it should be green before the day.',
      ]),
    ]);
    const [item, ...others] = itemsOf(recap, 'for_you');
    expect(others).toEqual([]);
    expect(item?.topic?.text).toBe('Is yellow a reason to stop the release for you?');
  });

  test('names the question that a message to the reader answers', async () => {
    const recap = await write([
      channel('mail', [
        '09:00 ana: Confirmation mails were late by half an hour this morning, all are out now.',
        '> 09:05 ben: Who tests the second provider properly?',
        '> 09:10 ana: I can, tomorrow morning. @rita may I send the test mails to you?',
      ]),
    ]);
    const [item] = itemsOf(recap, 'for_you');
    expect(item?.topic?.text).toBe('Who tests the second provider properly?');
    // The question is not told again, as if nobody had answered it.
    expect(JSON.stringify(recap.channels)).not.toContain('Who tests');
  });

  test('leaves what only agrees to the decision it agrees to', async () => {
    const recap = await write([
      channel('plans', [
        '09:00 rita: I propose we move the release to Thursday because of the audit.',
        '> 09:05 ben: I agree with moving the release to Thursday, the audit comes first.',
      ]),
    ]);
    expect(itemsOf(recap, 'for_you')).toEqual([]);
    expect(itemsOf(recap, 'decisions')[0]?.followUps[0]?.author).toBe('Ben');
  });

  test('puts the channel that names the reader first', async () => {
    const quiet = channel('quiet', ['09:00 ana: @rita the parcel is at the reception']);
    const busy = channel('incidents', [
      '09:00 ana: Checkout is failing for EU customers since 08:52, error rate is 40 %.',
      '09:20 ben: Rolled back, the error rate is at 0.1 % again.',
    ]);
    const recap = await write([busy, quiet]);
    expect(recap.channels.map((each) => each.name)).toEqual(['Quiet', 'Incidents']);
  });
});
