/** What a message is for. */
import { describe, expect, test } from '@jest/globals';
import type { Signals } from '../../../../../server/recap/engine/built_in/signals.ts';
import { entryOf } from './steps.ts';

describe('signals', () => {
  test.each<[string, string, Partial<Signals>]>([
    ['a question', 'Who owns the certificate of the staging cluster?', { onlyAsks: true }],
    ['one without its mark', 'does anyone know who owns the certificate', { question: true }],
    ['one with a reason', 'Who owns it now? The audit asks.', { question: true, onlyAsks: false }],
    ['a decision', 'We decided to keep it until the audit', { decision: true }],
    ['none yet', 'We have not decided to keep it', { decision: false }],
    ['a tale of one', 'In 2019 we decided to keep it', { decision: false, past: true }],
    ['a year that is not past', 'The licence ends in 2099', { past: false }],
    ['a number that is no year', 'We sold 2019.50 of them, 12-2019-4', { past: false }],
    ['a retraction', 'No wait, that was the old cluster', { retraction: true }],
    ['numbers', 'From 20 to 200 in 4.31 after 2 tries', { numbers: 4 }],
    ['a day', 'It moves to Friday because of them', { dated: true }],
    ['a time of day', 'It is at 15:00 in the small room', { dated: true }],
    ['a version is no time', 'It is in 4.31.2 of the library', { dated: false }],
    ['thanks', 'ok thanks!', { acknowledgement: true }],
    ['thanks in French', 'merci beaucoup, parfait', { acknowledgement: true }],
    ['small talk', 'anyone up for lunch at the corner', { chatter: true }],
    ['a laugh', 'they never do 😂', { chatter: true }],
  ])('%s', async (_, text, expected) => {
    const { signals } = await entryOf(`09:00 ana: ${text}`);
    expect(signals).toMatchObject(expected);
  });
});
