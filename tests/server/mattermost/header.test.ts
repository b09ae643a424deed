import { describe, expect, test } from '@jest/globals';
import {
  canonicalHeaderName,
  fromGoHeader,
  toGoHeader,
} from '../../../server/mattermost/header.ts';

describe('canonicalHeaderName', () => {
  test.each([
    ['content-type', 'Content-Type'],
    ['X-REQUEST-ID', 'X-Request-Id'],
    ['etag', 'Etag'],
    ['x-1st-name', 'X-1st-Name'],
    ['www-authenticate', 'Www-Authenticate'],
    ['x--y', 'X--Y'],
    ['sec-websocket-key', 'Sec-Websocket-Key'],
    ["x-a.b_c'd", "X-A.b_c'd"],
  ])('%s becomes %s, as textproto.CanonicalMIMEHeaderKey has it', (name, canonical) => {
    expect(canonicalHeaderName(name)).toBe(canonical);
  });
});

describe('toGoHeader', () => {
  test('keeps each Set-Cookie apart and joins what may be joined', () => {
    const headers = new Headers([
      ['set-cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
      ['Set-Cookie', 'b=2'],
      ['vary', 'Accept'],
      ['Vary', 'Origin'],
    ]);
    expect(toGoHeader(headers)).toEqual(
      new Map([
        ['Set-Cookie', ['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2']],
        ['Vary', ['Accept, Origin']],
      ]),
    );
  });

  test('leaves out what concerns one connection only', () => {
    const headers = new Headers({
      connection: 'close',
      'transfer-encoding': 'chunked',
      etag: '"1"',
    });
    expect([...toGoHeader(headers).keys()]).toEqual(['Etag']);
  });

  test('gives bytes that are UTF-8 as text, and others as they are', () => {
    const utf8 = Buffer.from('Ü€', 'utf8').toString('latin1');
    const headers = new Headers({ 'x-utf8': utf8, 'x-latin1': '\u00e9' });
    expect(toGoHeader(headers)).toEqual(
      new Map([
        ['X-Latin1', ['\u00e9']],
        ['X-Utf8', ['Ü€']],
      ]),
    );
  });
});

describe('fromGoHeader', () => {
  test('joins lists by commas and cookies by semicolons', () => {
    const headers = fromGoHeader(
      new Map([
        ['Accept', ['text/html', 'text/plain']],
        ['Cookie', ['a=1', 'b=2']],
      ]),
    );
    expect(headers.get('accept')).toBe('text/html, text/plain');
    expect(headers.get('cookie')).toBe('a=1; b=2');
  });

  test('survives names and values that the platform refuses', () => {
    const headers = fromGoHeader(
      new Map([
        ['Bad Name', ['x']],
        ['X-Split', ['a\r\nb: c']],
        ['X-Text', ['Ü€']],
        ['X-Good', ['1']],
      ]),
    );
    expect([...headers.keys()]).toEqual(['x-good', 'x-text']);
    expect(Buffer.from(headers.get('x-text') ?? '', 'latin1').toString('utf8')).toBe('Ü€');
  });

  test('leaves out what it is told to, in any spelling', () => {
    const given = new Map([['MATTERMOST-USER-ID', ['x']]]);
    expect([...fromGoHeader(given, new Set(['mattermost-user-id'])).keys()]).toEqual([]);
    expect([...fromGoHeader(undefined)]).toEqual([]);
  });
});
