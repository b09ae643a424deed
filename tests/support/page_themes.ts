/** The themes of the stand-in's page. */
import type { Page } from 'playwright-core';

/** Each with a colour of its sidebar that only it has. */
export const pageThemes = [
  ['Denim', '#1e325c'],
  ['Sapphire', '#1543a3'],
  ['Quartz', '#f4f4f6'],
  ['Indigo', '#151e32'],
  ['Onyx', '#202228'],
] as const;

/** The name of a theme. */
export type PageTheme = (typeof pageThemes)[number][0];

/** Chooses a theme, and waits until the page shows it. */
export async function choosePageTheme(page: Page, theme: PageTheme): Promise<void> {
  await page.getByLabel('Theme').selectOption(theme);
  const colour = new Map<string, string>(pageThemes).get(theme) ?? '';
  await page.locator(`html[style*="--sidebar-bg: ${colour}"]`).waitFor();
}
