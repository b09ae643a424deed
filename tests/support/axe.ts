/** What axe finds wrong on a page in the browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axePath = createRequire(import.meta.filename).resolve('axe-core/axe.min.js');

let source: Promise<string> | undefined;

/** What axe looks at: selectors. Nothing given, the whole page. */
export interface AxeContext {
  readonly include?: string;
  readonly exclude?: readonly string[];
}

/** The faults, one line each. */
export async function axeFaults(page: Page, context: AxeContext = {}): Promise<string[]> {
  source ??= readFile(axePath, 'utf8');
  // Evaluated rather than added as a script, which the site's policy forbids.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(await source);
  const part = Object.keys(context).length === 0 ? 'document' : JSON.stringify(context);
  return page.evaluate<string[]>(`axe.run(${part}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) =>
      id + ': ' + html.slice(0, 120) + ' ' + (any[0]?.message ?? ''))))`);
}
