/** The text format of transcripts: what each line means, and what each mistake is called. */
import { describe, expect, test } from '@jest/globals';
import { SampleError } from './sample_error.ts';
import { parseTranscript } from './transcript.ts';

const parse = (lines: readonly string[]): ReturnType<typeof parseTranscript> =>
  parseTranscript('channels/x.txt', lines.join('\n'));

test('messages, replies, further lines and all marks', () => {
  const [first, second] = parse([
    '// comment',
    'd03 09:12 anna: First line',
    '  | ```ts',
    '  |   indented: true',
    '  |',
    '  | # no comment',
    '  +tada by ben, carla at d02 09:20:30',
    '  !file error log.txt 1.5 MB',
    '  !pin',
    '  !priority urgent',
    '',
    '  09:15 ben.o: A reply: with a colon',
    '    +thumbsup by anna',
    '  d02 10:01 carla: The next day',
    '  10:05 anna: still that day',
    'd01 08:00:07 hook:',
    '  !webhook CI',
    '  !attachment #ff0000 Build failed',
    '  | 3 tests',
    '  !edit 08:01: corrected',
    '  | in two lines',
    '  !delete d00 09:00',
  ]);
  expect(first).toMatchObject({
    line: 2,
    day: 3,
    seconds: 9 * 3600 + 12 * 60,
    author: 'anna',
    text: 'First line\n```ts\n  indented: true\n\n# no comment',
    files: [{ name: 'error log.txt', size: 1_500_000 }],
    pinned: true,
    priority: 'urgent',
    reactions: [{ emoji: 'tada', names: ['ben', 'carla'], at: { day: 2, seconds: 33_630 } }],
  });
  expect(first?.replies).toMatchObject([
    { day: 3, author: 'ben.o', text: 'A reply: with a colon', reactions: [{ names: ['anna'] }] },
    { day: 2, author: 'carla' },
    { day: 2, author: 'anna' },
  ]);
  expect(second).toMatchObject({
    day: 1,
    seconds: 8 * 3600 + 7,
    text: '',
    webhook: 'CI',
    attachment: { color: '#ff0000', title: 'Build failed', text: '3 tests' },
    edits: [{ text: 'corrected\nin two lines', at: { day: undefined } }],
    deletedAt: { day: 0, seconds: 9 * 3600 },
  });
});

describe('mistakes are named with their line', () => {
  test.each([
    ['a conversation without a day', ['09:00 anna: hello']],
    ['a reply without a message', ['  09:00 anna: hello']],
    ['a time that does not exist', ['d00 25:00 anna: hello']],
    ['text that is nothing', ['hello']],
    ['a mark nobody knows', ['d00 09:00 anna: hi', '  !glitter']],
    ['a mark without a message', ['  !pin']],
    ['a reaction by nobody', ['d00 09:00 anna: hi', '  +tada']],
    ['a file without a size', ['d00 09:00 anna: hi', '  !file a.txt']],
    ['a priority nobody knows', ['d00 09:00 anna: hi', '  !priority high']],
    ['a deletion without a time', ['d00 09:00 anna: hi', '  !delete']],
  ])('%s', (_, lines) => {
    expect(() => parse(lines)).toThrow(SampleError);
    expect(() => parse(lines)).toThrow(`channels/x.txt:${String(lines.length)}: `);
  });
});
