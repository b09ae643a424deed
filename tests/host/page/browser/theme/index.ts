/** Themes and the CSS variables that they are to a plugin. */
export { applyTheme, themeVariables } from './apply.ts';
export { themeOf, themes } from './themes.ts';
export type { Theme, ThemeName } from './themes.ts';
