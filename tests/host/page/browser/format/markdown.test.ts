/** Messages as HTML, and that as elements: what they show, and what they must never run. */
import { describe, expect, test } from '@jest/globals';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { formatText, messageHtmlToComponent, type FormatOptions } from './index.ts';

const options: FormatOptions = {
  atMentions: true,
  siteURL: 'http://127.0.0.1/chat',
  channelNamesMap: { 'dev-platform': 'Dev: Platform' },
  team: { name: 'harbour' },
  mentionKeys: [{ key: '@anna.weber' }],
};

/** The document that a message becomes. */
function shown(text: string): HTMLElement {
  return render(messageHtmlToComponent(formatText(text, options)) as ReactElement).container;
}

describe('formatText', () => {
  test.each([
    ['**bold** _it_', '<p><strong>bold</strong> <em>it</em></p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['<b>no tag</b>', '<p>&lt;b&gt;no tag&lt;/b&gt;</p>'],
    [
      '@anna.weber.',
      '<p><span data-mention="anna.weber" class="mention--highlight">@anna.weber</span>.</p>',
    ],
    ['hi @ben', '<p>hi <span data-mention="ben">@ben</span></p>'],
    ['~unknown and ~~gone~~', '<p>~unknown and <del>gone</del></p>'],
    ['- [x] done', '<ul>\n<li>☑ done</li>\n</ul>'],
    ['', ''],
  ])('%s', (text, html) => {
    expect(formatText(text, options).trim()).toBe(html);
  });

  test('a channel that the user knows is a link with its title', () => {
    const link = shown('see ~dev-platform.').querySelector('a');
    expect(link?.textContent).toBe('~Dev: Platform');
    expect(link?.getAttribute('href')).toBe('http://127.0.0.1/chat/harbour/channels/dev-platform');
  });

  test('only links that lead away open a window', () => {
    const [inside, away] = shown(
      '[a](http://127.0.0.1/chat/x) [b](https://example.com)',
    ).querySelectorAll('a');
    expect(inside?.target).toBe('');
    expect(away?.target).toBe('_blank');
  });

  test('without Markdown the text stays as it is', () => {
    expect(formatText('**a** <b>', { markdown: false })).toBe('<p>**a** &lt;b&gt;</p>');
  });
});

describe('what runs nothing', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['an image that fails', '<img src=x onerror=alert(1)>'],
    ['a link', '[x](javascript:alert(1))'],
    ['a link in other letters', '[x](JaVaScRiPt:alert(1))'],
    ['a link with a tab', '[x](java\tscript:alert(1))'],
    ['a picture', '![x](data:text/html,<script>alert(1)</script>)'],
  ])('%s', (_, text) => {
    const { innerHTML } = shown(text);
    expect(innerHTML).not.toMatch(/<script|<img[^>]*onerror|href="\s*java/i);
  });

  test.each([
    ['<a href="javascript:alert(1)">x</a>', 'a', 'href'],
    ['<a href="java&#9;script:alert(1)">x</a>', 'a', 'href'],
    ['<img src="x" onerror="alert(1)">', 'img', 'onerror'],
    ['<p style="position:fixed">x</p>', 'p', 'style'],
  ])('HTML that did not come from here: %s', (html, tag, attribute) => {
    const { container } = render(messageHtmlToComponent(html) as ReactElement);
    expect(container.querySelector(tag)?.hasAttribute(attribute)).toBe(false);
  });

  test.each(['iframe', 'script', 'style', 'svg', 'form'])(
    'a tag that no message has: %s',
    (tag) => {
      const html = `<${tag}>inside</${tag}>`;
      const { container } = render(messageHtmlToComponent(html) as ReactElement);
      expect(container.querySelector(tag)).toBeNull();
    },
  );
});
