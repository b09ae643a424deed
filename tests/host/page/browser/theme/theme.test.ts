/** Themes as CSS variables. */
import { expect, test } from '@jest/globals';
import { applyTheme, themeOf, themes, themeVariables } from './index.ts';

test('each colour has its variable, and beside it its parts', () => {
  expect(themeVariables(themes.denim)).toMatchObject({
    'center-channel-bg': '#ffffff',
    'center-channel-bg-rgb': '255, 255, 255',
    'button-bg-rgb': '28, 88, 217',
    'sidebar-teambar-bg': '#162545',
    'mention-highlight-link-rgb': '27, 29, 34',
  });
});

test('the colour of errors has names of its own', () => {
  const variables = themeVariables(themes.onyx);
  expect(variables).toMatchObject({
    'error-text': '#da6c6e',
    'error-text-color-rgb': '218, 108, 110',
  });
  expect(variables).not.toHaveProperty('error-text-color');
});

test('every theme sets the same variables', () => {
  const names = Object.values(themes).map((theme) => Object.keys(themeVariables(theme)).sort());
  for (const each of names) expect(each).toEqual(names[0]);
});

test.each([['denim'], ['onyx']] as const)('%s is nothing but variables', (name) => {
  const { style } = document.createElement('div');
  applyTheme(themes[name], style);
  expect(style.getPropertyValue('--link-color')).toBe(themes[name].linkColor);
  expect(Array.from(style).filter((property) => !property.startsWith('--'))).toEqual([]);
});

test.each([[undefined], ['not JSON'], ['{}']])('a preference %s is Denim', (value) => {
  expect(themeOf(value)).toEqual(themes.denim);
});

test('a theme of the user own keeps what it does not name', () => {
  expect(themeOf('{"linkColor":"#123456"}')).toEqual({ ...themes.denim, linkColor: '#123456' });
});
