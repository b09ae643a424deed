/** Standard error as hashicorp/go-plugin reads it, and the lines on which it would take the server down. */
import { describe, expect, test } from '@jest/globals';
import { StderrLog, type StderrEntry } from './stderr_log.ts';

function entries(...chunks: string[]): StderrEntry[] {
  const found: StderrEntry[] = [];
  const log = new StderrLog((entry) => found.push(entry));
  for (const chunk of chunks) log.push(Buffer.from(chunk));
  return found;
}

test.each<[string, Partial<StderrEntry>]>([
  ['plain text', { level: 'debug', message: 'plain text' }],
  ['[WARN] careful', { level: 'warn', message: '[WARN] careful' }],
  ['[TRACE] much', { level: 'debug' }],
  [
    '{"@level":"error","@message":"boom","code":7}',
    { level: 'error', message: 'boom', fields: { code: '7' } },
  ],
  [
    '{"level":30,"msg":"pino"}',
    { level: 'debug', message: '', fields: { level: '30', msg: 'pino' } },
  ],
  ['{"broken', { level: 'debug', message: '{"broken' }],
])('%s', (line, expected) => {
  expect(entries(`${line}\n`)).toEqual([expect.objectContaining(expected)]);
});

test('after a panic untagged lines are errors', () => {
  expect(entries('panic: oh\nstack\n[INFO] tagged\n').map(({ level }) => level)).toEqual([
    'error',
    'error',
    'info',
  ]);
});

test('lines are found however they are cut, and overlong ones come in pieces', () => {
  expect(entries('on', 'e\ntw', 'o\n', 'unfinished').map(({ message }) => message)).toEqual([
    'one',
    'two',
  ]);
  const long = entries(`[ERROR] ${'x'.repeat(100_000)}\nnext\n`);
  expect(long.map(({ level, message }) => [level, message.length])).toEqual([
    ['debug', 65_536],
    ['debug', 34_472],
    ['debug', 4],
  ]);
});

describe('a host crash', () => {
  test.each(['{"@level":30}', '{"@message":null}', '{"@timestamp":1700000000}'])('%s', (line) => {
    expect(() => entries(`${line}\n`)).toThrow(expect.objectContaining({ code: 'host_crash' }));
  });
});
