import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stderrLog } from '../../../../server/mattermost/index.ts';

/** Logs one line and gives what was written. */
function write(message: string, fields: Record<string, string | number | Error> = {}): string {
  let written = '';
  stderrLog((line) => (written += line)).info(message, fields);
  return written;
}

describe('stderrLog', () => {
  test.each([
    ['debug', '[DEBUG] m\n'],
    ['info', '[INFO] m\n'],
    ['warn', '[WARN] m\n'],
    ['error', '[ERROR] m\n'],
  ] as const)('tags %s lines as go-plugin wants them', (level, expected) => {
    const lines: string[] = [];
    stderrLog((line) => lines.push(line))[level]('m');
    expect(lines).toEqual([expected]);
  });

  test.each([
    ['plain', { key: 'value', n: 5 }, '[INFO] plain key=value n=5\n'],
    ['spaces', { key: 'two words' }, '[INFO] spaces key="two words"\n'],
    ['quotes', { key: 'a"b\\c' }, '[INFO] quotes key="a\\"b\\\\c"\n'],
    ['empty', { key: '' }, '[INFO] empty key=""\n'],
    ['two\nlines', { key: 'a\r\nb\tc' }, '[INFO] two\\nlines key="a\\r\\nb\\tc"\n'],
    ['sep\u2028\u0000', {}, '[INFO] sep\\u2028\\u0000\n'],
    ['text ü €', { key: 'ü' }, '[INFO] text ü € key=ü\n'],
  ])('%j', (message, fields, expected) => {
    expect(write(message, fields)).toBe(expected);
  });

  test('flattens errors with their causes', () => {
    const error = new Error('outer', { cause: new Error('inner') });
    expect(write('failed', { error })).toBe('[INFO] failed error="outer: inner"\n');
  });

  test('never writes a JSON object, more than one line, or too long a line', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constant('{"@level":1,"@message":2}'),
      fc.constant('x'.repeat(70_000)),
      fc.constant('€'.repeat(10_000)),
    );
    fc.assert(
      fc.property(text, fc.dictionary(text, text, { maxKeys: 3 }), (message, fields) => {
        const line = write(message, fields);
        expect(line.startsWith('[INFO] ')).toBe(true);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(() => JSON.parse(line) as unknown).toThrow();
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(16_384);
      }),
    );
  });
});
