/** Who is to do something, and until when. */
import { describe, expect, test } from '@jest/globals';
import { entriesOf } from './steps.ts';

const others = [
  '08:00 ben: good to see that the report is done',
  '08:01 cleo: it was not so much to do for the two of us',
  '08:02 ana: and it is what they asked for',
];

async function taskOf(text: string) {
  const found = await entriesOf([...others, `09:00 ana: ${text}`]);
  return found.at(-1)?.entry.signals.task;
}

describe('a task', () => {
  test.each([
    ['a promise', "I'll write the report for them tomorrow.", 'ana', 'tomorrow', 'promise'],
    ['a mention', '@ben can you look at the report please', 'ben', undefined, 'request'],
    ['a name before a comma', 'Ben, please check the invoice', 'ben', undefined, 'request'],
    ['a name and a date', 'Cleo writes the summary by 6 Feb', 'cleo', 'by 6 Feb', 'request'],
    ['everybody', 'Everyone please check your own part', undefined, undefined, 'request'],
    ['a heading', 'To do: rotate the signing keys', undefined, undefined, 'heading'],
    ['a time', "I'll have it done by 16:00 for you", 'ana', 'by 16:00', 'promise'],
    ['German', 'Ich schicke euch die Liste bis 14 Uhr', 'ana', 'bis 14 Uhr', 'promise'],
    ['Japanese', '@ben 資料の確認を10日までにお願いします', 'ben', '10日までに', 'request'],
  ])('%s', async (_, text, assigneeId, due, kind) => {
    const task = await taskOf(text);
    expect([task?.assigneeId, task?.due, task?.kind]).toEqual([assigneeId, due, kind]);
  });

  test.each([
    [
      'of the sentence that asks',
      'The meeting is not on Friday but later. Ben, please send the report by Thursday',
      'by Thursday',
    ],
    [
      'of the next one where that has none',
      'Ben, could you please cut the pictures? They want them by Monday',
      'by Monday',
    ],
    [
      'of whom it is given to',
      '@ben can you write the report by Sunday? @cleo please add a test before Wednesday',
      'by Sunday',
    ],
    [
      'none where the day belongs to something else',
      'The meeting is not on Friday but later. Everyone please bring your own points',
      undefined,
    ],
  ])('has the day %s', async (_, text, due) => {
    expect((await taskOf(text))?.due).toBe(due);
  });

  test('is none where it is taken back', async () => {
    expect(await taskOf("I'll send it tomorrow. No wait, I take it back")).toBeUndefined();
  });

  test('of a promise is its author, whoever is named', async () => {
    const task = await taskOf("Ben has the keys of the shed. I'll fetch them tomorrow");
    expect(task).toMatchObject({ kind: 'promise', assigneeId: 'ana' });
  });

  test.each([
    ['a short promise', "I'll see"],
    ['a wish of nobody in particular', 'this needs to be somewhat nicer by Friday'],
    ['absence', "I'll be out tomorrow, back on Friday as usual"],
    ['somebody spoken of', 'the report by Ben was good on Friday'],
  ])('is not %s', async (_, text) => {
    expect(await taskOf(text)).toBeUndefined();
  });

  test.each([
    ['a promise with a date', "I'll write the report for them tomorrow.", true],
    ['a request by mention', '@ben can you look at the report please', true],
    ['a long promise', "I'll write the report for them and for the others", false],
    ['a request by name', 'Ben, please check the invoice', false],
  ])('is sure, or not: %s', async (_, text, sure) => {
    expect((await taskOf(text))?.sure).toBe(sure);
  });
});
