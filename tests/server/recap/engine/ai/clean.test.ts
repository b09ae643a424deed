import { describe, expect, test } from '@jest/globals';
import { cleanText } from '../../../../../server/recap/engine/ai/clean.ts';

describe('model text', () => {
  test.each([
    [
      'plain text',
      'The release moves to Thursday, 5 November.',
      'The release moves to Thursday, 5 November.',
    ],
    ['text in another script', '納期は金曜日です。', '納期は金曜日です。'],
    ['a link', 'See [the plan](https://evil.example/x) today', 'See the plan today'],
    ['an image', 'Look ![pixel](https://evil.example/p.png) here', 'Look pixel here'],
    ['a link in a link', '[a [b](https://evil.example)](https://evil.example)', 'a b'],
    ['a link by reference', '[log in][1] and [1]: https://evil.example', 'log in and 1'],
    ['a bare address', 'go to https://evil.example/leak?x=1 now', 'go to … now'],
    ['an address without a scheme', 'go to www.evil.example/x now', 'go to … now'],
    ['a host with a path', 'go to evil.example/x now', 'go to … now'],
    ['a host', 'go to evil.com now', 'go to … now'],
    ['another scheme', 'javascript:alert(1) and mailto:a@b.example', '… and …'],
    ['an address in brackets', 'go <https://evil.example> now', 'go now'],
    ['a tag', 'a <script>alert(1)</script> b', 'a alert(1) b'],
    ['a tag without an end', 'a <img src=x', 'a'],
    ['a tag inside a tag', 'a <<b>script>x b', 'a x b'],
    ['a comment', 'a <!-- hidden --> b', 'a b'],
    ['an entity', 'a &#64;all &lt;b&gt; c', 'a all b c'],
    ['a broadcast', '@all, @Channel and @here: read this', ', and: read this'],
    ['a broadcast in full width', '＠all read', 'read'],
    ['a mention', 'ask @ben.okafor today', 'ask ben.okafor today'],
    ['a mention that dropping makes', '@<b>all</b> read', 'read'],
    ['a mail address', 'write to ben@evil.example', 'write to …'],
    ['Markdown', '## **Bold** and ~~gone~~ __under__', 'Bold and gone under'],
    ['a list', '- [ ] do it', '[ ] do it'],
    ['line ends', 'a\nb\r\n\tc', 'a b c'],
    ['invisible characters', 'a\u200Bb\u202Ec\u2066d\uFEFFe\u{E0041}f', 'abcdef'],
    ['an address cut by invisible characters', 'ht\u200Btps://evil.example/x', '…'],
    ['joiners that join', '👩‍👩‍👧 می‌خواهم', '👩‍👩‍👧 می‌خواهم'],
    ['code', 'run `npm test` now', 'run `npm test` now'],
    ['half of code', 'run `npm test now', 'run npm test now'],
    ['a fence', '```js\nx\n```', '`js x `'],
    [
      'files and versions',
      'main.rs, node.js and README.md of v1.2.3',
      'main.rs, node.js and README.md of v1.2.3',
    ],
    ['a placeholder', 'write to [EMAIL_1] (or [PHONE_2])', 'write to [EMAIL_1] (or [PHONE_2])'],
    ['a placeholder as a link', 'see [SECRET_1](https://evil.example)', 'see SECRET_1'],
    ['nothing', ' \n ', ''],
  ])('with %s', (_name, text, expected) => {
    expect(cleanText(text, 320)).toBe(expected);
  });

  test('is as long as it may be, and cut between words', () => {
    const text = cleanText('word '.repeat(200), 50);
    expect(text).toBe(`${'word '.repeat(8)}word…`);
    expect(Array.from(cleanText('👍'.repeat(200), 50))).toHaveLength(50);
  });

  test.each([
    ['brackets', '[('.repeat(8_000)],
    ['closing brackets', `[${'a](('.repeat(4_000)}`],
    ['angles', '<a'.repeat(8_000)],
    ['at signs', 'a@'.repeat(8_000)],
    ['dots', 'a.'.repeat(8_000)],
    ['stars', '*'.repeat(16_000)],
  ])('of many %s takes no time', (_name, text) => {
    const started = performance.now();
    cleanText(text, 320);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
