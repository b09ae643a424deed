/** The style sheet is on the page once, and says whether the theme is dark. */
import { afterEach, expect, test } from '@jest/globals';
import { injectStyles } from '../../webapp/inject_styles.ts';

const variable = '--center-channel-bg-rgb';
const root = document.documentElement;
let undo: (() => void) | undefined;

afterEach(() => {
  undo?.();
  root.style.removeProperty(variable);
});

const sheets = (): string[] =>
  [...document.querySelectorAll('#scheduled-recaps-styles')].map(({ textContent }) => textContent);
const scheme = (): string | undefined => /--scheduled-recaps-scheme: (\w+)/.exec(sheets()[0]!)?.[1];

test.each([
  ['white', '255, 255, 255', 'light'],
  ['of Onyx', '25, 27, 31', 'dark'],
  ['of Indigo, without spaces', '17,23,36', 'dark'],
  ['not known', '', 'light'],
  ['no colour', 'white', 'light'],
])('a background %s', (_name, background, expected) => {
  root.style.setProperty(variable, background);
  undo = injectStyles('.A {}');
  expect(sheets()[0]).toContain('.A {}');
  expect(scheme()).toBe(expected);
});

test('another theme is followed, until the sheet is taken off', async () => {
  undo = injectStyles('.A {}');
  root.style.setProperty(variable, '25, 27, 31');
  await Promise.resolve();
  expect(scheme()).toBe('dark');
  root.style.setProperty(variable, '255, 255, 255');
  await Promise.resolve();
  expect(scheme()).toBe('light');
  undo();
  expect(sheets()).toEqual([]);
});

test('a second sheet takes the place of the first', () => {
  injectStyles('.A {}');
  undo = injectStyles('.B {}');
  expect(sheets()).toHaveLength(1);
  expect(sheets()[0]).toContain('.B {}');
});
