/** Which message answers which. */
import { describe, expect, test } from '@jest/globals';
import { Answers } from '../../../../../server/recap/engine/built_in/relations.ts';
import { entriesOf } from './steps.ts';

const question = '09:00 ana: Where do I find the export of the old invoices?';

async function answerTo(lines: readonly string[]): Promise<string | undefined> {
  const [asked] = await entriesOf([question, ...lines]);
  if (asked === undefined) throw new Error('no question');
  return new Answers().to(asked.talk, asked.entry)?.unit.clean.text;
}

describe('the answer', () => {
  test.each([
    ['the first that says something', ['> 09:05 ben: In the archive, under Finance.'], 'In the'],
    ['not from who asked', ['> 09:05 ana: I mean those of last year.'], undefined],
    ['not thanks', ['> 09:05 ben: thanks!'], undefined],
    ['not a single word', ['> 09:05 ben: crying'], undefined],
    ['... unless it says yes or no', ['> 09:05 ben: no'], 'no'],
    ['... or a number', ['> 09:05 ben: 2019'], '2019'],
    ['not who does not know', ['> 09:05 ben: no idea sorry'], undefined],
    [
      'what is known before what is guessed',
      [
        '> 09:05 ben: I think it went away with the old server',
        '> 09:30 cleo: It is in the archive, under Finance.',
      ],
      'It is in the archive',
    ],
    ['not another question', ['> 09:05 ben: Which ones do you mean?'], undefined],
  ])('%s', async (_, lines, start) => {
    const answer = await answerTo(lines);
    if (start === undefined) expect(answer).toBeUndefined();
    else expect(answer).toContain(start);
  });

  test('knows its question', async () => {
    const [asked, answer] = await entriesOf([question, '> 09:05 ben: In the archive, at the end.']);
    if (asked === undefined || answer === undefined) throw new Error('no answer');
    expect(new Answers().questionOf(answer.talk, answer.entry)).toBe(asked.entry);
    expect(new Answers().questionOf(asked.talk, asked.entry)).toBeUndefined();
  });
});
