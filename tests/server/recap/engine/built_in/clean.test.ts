/** The words of a message, and messages made to hurt. */
import { describe, expect, test } from '@jest/globals';
import { cleanMessage } from '../../../../../server/recap/engine/built_in/clean.ts';

describe('the words of a message', () => {
  test.each([
    ['plain text', 'Ship it on Friday.', 'Ship it on Friday.'],
    [
      'emphasis',
      'This is **very** _important_ and ~~not~~ done',
      'This is very important and not done',
    ],
    [
      'what only looks like emphasis',
      '5 * 3, 2*3 and snake_case_name',
      '5 * 3, 2*3 and snake_case_name',
    ],
    ['channels and users', 'see ~dev and @ana', 'see ~dev and @ana'],
    ['links', 'read [the **guide**](https://a.example/x) now', 'read the guide now'],
    ['a link with brackets', 'see [link](javascript:alert(1)) now', 'see link now'],
    ['nested brackets', '[a](x(y(z))(w)), (b)', 'a, (b)'],
    ['escaped brackets', '[a](x\\)y\\(z) now', 'a now'],
    ['a bracket that is never closed', '[a](x(y) now', 'a now'],
    ['a picture with brackets', 'see ![shot](https://a.example/s_(1).png) now', 'see now'],
    ['bare addresses', 'see https://a.example/x?y=1 now', 'see https://a.example/x?y=1 now'],
    ['code in a line', 'run `a_b *c*` now', 'run `a_b *c*` now'],
    ['a fence on one line', 'run ```x``` now', 'run ```x``` now'],
    ['headings', '## Plan\nWe start.', 'Plan · We start.'],
    ['lists', '- one\n- two\n- [x] three', 'one · two · three'],
    ['lists with numbers', 'Ways:\n1. wait\n12) go', 'Ways: 1) wait · 12) go'],
    ['lines after a full stop', 'Done.\nNext one', 'Done. Next one'],
    ['quotes of others', '> old text\nmy answer', 'my answer'],
    ['nothing but a quote', '> only this', 'only this'],
    ['rules', 'above\n---\nbelow', 'above · below'],
    ['escapes', 'a \\*star\\*', 'a *star*'],
    ['white space', ' a \t b ', 'a b'],
    ['an unfinished link', 'see [this](', 'see [this]('],
  ])('%s', (_, message, text) => {
    expect(cleanMessage(message).text).toBe(text);
  });

  test('blocks are counted and dropped', () => {
    const message =
      'Failed:\n```\nline 1\nline 2\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n![shot](https://a.example/s.png)';
    expect(cleanMessage(message)).toEqual({
      text: 'Failed:',
      codeLines: 2,
      tableRows: 3,
      images: 1,
      hasTrace: false,
    });
  });

  test('a stack trace is code', () => {
    const trace = [
      'It broke again',
      'at com.shop.Cart.total(Cart.java:12)',
      'at Object.<anonymous> (/srv/app.js:1:2)',
      'Caused by: java.io.IOException: closed',
      '... 12 more',
      'Traceback (most recent call last):',
      '  File "/srv/a.py", line 3, in f',
      'goroutine 7 [running]:',
    ].join('\n');
    expect(cleanMessage(trace)).toMatchObject({
      text: 'It broke again',
      codeLines: 7,
      hasTrace: true,
    });
  });

  test('a fence that is never closed hides the rest', () => {
    expect(cleanMessage('see\n```\nsecret\nmore').text).toBe('see');
  });
});

describe('hostile messages cost no more than their length', () => {
  test.each([
    ['brackets', '['.repeat(16_000)],
    ['links that never end', '[a]('.repeat(4_000)],
    ['targets in targets', '[a]('.repeat(2_000) + ')'.repeat(2_000)],
    ['emphasis', '*_'.repeat(8_000)],
    ['backticks', '`'.repeat(16_000)],
    ['odd backticks', '`a'.repeat(8_001)],
    ['pipes and dashes', '|-'.repeat(8_000)],
    ['escapes', '\\'.repeat(16_000)],
    ['quotes', '>'.repeat(16_000)],
    ['one word', 'a'.repeat(16_000)],
    ['spaces', `${' '.repeat(16_000)}x`],
    ['lines', '\n'.repeat(16_000)],
    ['at (', `at ${'a.'.repeat(400)}`],
  ])('%s', (_, message) => {
    const started = performance.now();
    cleanMessage(message);
    // Generous: the point is that nothing takes seconds.
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
