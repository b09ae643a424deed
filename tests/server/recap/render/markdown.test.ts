/** Text by other people inside a message: shown as it is, and unable to do anything. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeText, link, quoteText } from '../../../../server/recap/render/markdown.ts';

/** The invisible gap, made visible. */
const show = (text: string): string => text.replaceAll('\u200B', '·');

describe('quoted text', () => {
  test.each([
    ['plain words', 'All is well.', 'All is well.'],
    ['mentions', 'ask @ana.silva and @channel, @all', 'ask @·ana.silva and @·channel, @·all'],
    ['e-mail addresses', 'write to ana@shop.example', 'write to ana@·shop.example'],
    ['hashtags and channels', '#urgent in ~dev', '#·urgent in \\~·dev'],
    ['lone signs', '5 @ 3 # ~ 7', '5 @· 3 #· \\~· 7'],
    ['addresses', 'see https://evil.example/a?token=1 now', 'see `evil.example/a…` now'],
    ['short addresses', 'see https://shop.example.', 'see `shop.example…`'],
    ['addresses without a scheme', 'www.evil.example', '`www.evil.example`'],
    ['addresses with a password', 'http://bank.example@evil.example/x', '`evil.example/x`'],
    ['the start of an address', 'https://`x', 'https:·//\\`x'],
    ['other schemes', 'mattermost://evil.example and tel:+49123', '`evil.example` and `+49123`'],
    ['code', 'run `rm -rf *` now', 'run `rm -rf *` now'],
    ['mentions in code', '`@all`', '`@all`'],
    ['an odd backtick', 'a ` b', 'a \\` b'],
    ['empty code', '@``ana', '@· ana'],
    ['links', '[click](https://evil.example)', '\\[click\\](`evil.example…`'],
    ['emphasis', '*a* _b_ snake_case', '\\*a\\* \\_b\\_ snake_case'],
    ['emoji', ':white_check_mark: done :+1:', ':white_check_mark: done :+1:'],
    ['tags', '<img src=x> 1 < 2', '<·img src=x> 1 < 2'],
    ['line breaks', 'a\r\nb\u2028c', 'a  b c'],
    ['a backslash at the end', 'a\\', 'a\\\\'],
    ['control characters', 'a\u0000b\u001b[31m', 'ab\\[31m'],
    ['reordering', 'file\u202Egpj.exe', 'filegpj.exe'],
    ['zero width', '@\u200Bana\uFEFF \u2060x', '@·ana x'],
    ['climbing marks', `z${'\u0301'.repeat(50)}`, `z${'\u0301'.repeat(4)}`],
    ['joined emoji', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['right to left', 'שלום', '\u2068שלום\u2069'],
  ])('%s', (_, text, expected) => {
    expect(show(quoteText(text))).toBe(expected);
  });

  test('in a name, backticks are only characters', () => {
    expect(escapeText('`@ana`')).toBe("'@\u200Bana'");
  });

  test('never pings, never links, never breaks the line', () => {
    const piece = fc.constantFrom(
      ...[
        '@all',
        '@',
        'ana',
        '`',
        '[',
        ']',
        '(',
        ')',
        '](',
        'https://',
        'x.example',
        '*',
        '_',
        '~~',
      ],
      ...['\n', '\\', '|', '#', '>', '<b>', '!', ' ', '\u202E', '\u200B', 'www.', '-', '1.', '```'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const shown = quoteText(pieces.join(''));
        const outsideCode = shown.replaceAll(/\\.|`[^`]*`/g, '');
        expect(outsideCode).not.toMatch(/@[a-z0-9]/i);
        expect(outsideCode).not.toMatch(/https?:\/\/[a-z]|www\.[a-z]/i);
        expect(outsideCode).not.toMatch(/[`[\]*]/);
        expect(shown).not.toMatch(/[\n\r\u202E]/);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['signs', '@'.repeat(16_000)],
    ['backticks', '`a'.repeat(8_000)],
    ['schemes', 'a://'.repeat(4_000)],
    ['almost schemes', 'abcdefghij'.repeat(1_600)],
    ['emoji codes', ':'.repeat(16_000)],
    ['marks', '\u0301'.repeat(16_000)],
    ['underscores', '_'.repeat(16_000)],
  ])('a line of 16,000 %s takes no time', (_, text) => {
    const started = performance.now();
    quoteText(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('links', () => {
  test('keep brackets out of the address', () => {
    expect(link('9:00', 'https://mm.example/a(b)/pl/x')).toBe(
      '[9:00](https://mm.example/a%28b%29/pl/x)',
    );
  });
});
