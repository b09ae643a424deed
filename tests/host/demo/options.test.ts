/** The command line of `npm start`. */
import { expect, test } from '@jest/globals';
import { readOptions } from './options.ts';

test('defaults', () => {
  expect(readOptions([])).toEqual({
    once: false,
    port: 8065,
    maxSeconds: 0,
    user: undefined,
    help: false,
  });
});

test('everything given', () => {
  const args = ['--once', '--port', '0', '--max-seconds', '90', '--user', 'ben'];
  expect(readOptions(args)).toMatchObject({ once: true, port: 0, maxSeconds: 90, user: 'ben' });
});

test.each([[['--twice']], [['--port', '99999']], [['--port', 'x']], [['--max-seconds', '-1']]])(
  '%j',
  (args) => {
    expect(() => readOptions(args)).toThrow();
  },
);
