/** A theme as the CSS variables that the host defines, each colour with its `-rgb` twin. */
import type { Theme } from './themes.ts';

/** Colours whose variable is not just their name in other letters. */
const named: Readonly<Record<string, readonly [variable: string, twin: string]>> = {
  errorTextColor: ['error-text', 'error-text-color-rgb'],
  sidebarTeamBarBg: ['sidebar-teambar-bg', 'sidebar-teambar-bg-rgb'],
};

/** The variables by name, without the leading dashes. */
export function themeVariables(theme: Theme): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const [key, value] of Object.entries(theme) as [string, string][]) {
    if (!/^#[0-9a-f]{6}$/i.test(value)) continue;
    const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const [variable, twin] = named[key] ?? [kebab, `${kebab}-rgb`];
    variables[variable] = value;
    variables[twin] = rgbOf(value).join(', ');
  }
  return variables;
}

/** Sets them on the document. Whether it is dark the browser is not told, as in the host: its own controls stay light. */
export function applyTheme(theme: Theme, style: CSSStyleDeclaration): void {
  for (const [name, value] of Object.entries(themeVariables(theme))) {
    style.setProperty(`--${name}`, value);
  }
}

function rgbOf(hex: string): readonly [number, number, number] {
  const at = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}
