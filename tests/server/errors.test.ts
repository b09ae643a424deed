import { describe, expect, test } from '@jest/globals';
import { assertNever, CodedError, toError } from '../../server/errors.ts';

class LayerError extends CodedError<'one' | 'two'> {}

describe('an error of a layer', () => {
  test('has its name, its code and its cause', () => {
    const cause = new Error('underneath');
    const error = new LayerError('one', 'for people', { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'LayerError', code: 'one', message: 'for people', cause });
  });
});

describe('toError', () => {
  test('leaves errors as they are', () => {
    const error = new LayerError('two', 'x');
    expect(toError(error)).toBe(error);
  });

  test.each([
    ['text', 'text'],
    [undefined, 'undefined'],
    [null, 'null'],
    [7n, '7'],
    [Symbol('s'), 'Symbol(s)'],
    [Object.create(null), 'object'],
    [
      {
        toString: () => {
          throw new Error('no text');
        },
      },
      'object',
    ],
  ])('makes one of whatever else was thrown: %#', (thrown: unknown, text) => {
    const error = toError(thrown);
    expect(error.message).toBe(`a value that is no error was thrown: ${text}`);
    expect(error.cause).toBe(thrown);
  });
});

test('what types say cannot be, is not passed over', () => {
  expect(() => assertNever('red' as never)).toThrow('unreachable: red');
});
