/**
 * The pictures of README and docs, taken of the packaged plugin, in a light and in a dark theme. Written only when
 * SCREENSHOTS=1 is set: `SCREENSHOTS=1 npm run test:e2e -- --testPathPatterns screenshots`.
 */
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pluginId } from '../../server/contract/index.ts';
import { describeInBrowser } from '../support/browser.ts';
import { WebappWorld, worldTimeoutMs } from '../support/webapp_world.ts';
import type { WebappWindow } from '../support/webapp_world.ts';

jest.setTimeout(60_000);

const imagesFolder = join(import.meta.dirname, '../../docs/images');
const isWritten = process.env['SCREENSHOTS'] === '1';
const themes = [
  ['Denim', 'light'],
  ['Onyx', 'dark'],
] as const;

/** Keeps a README quick to load, in bytes. */
const mostBytes = 250_000;

describeInBrowser('the pictures', () => {
  let world: WebappWorld;
  let anna: WebappWindow;

  beforeAll(async () => {
    world = await WebappWorld.start();
    anna = await world.open();
  }, worldTimeoutMs);
  afterAll(() => world.close(), worldTimeoutMs);

  /** Takes the picture of what the window shows, in each theme. */
  async function picture(name: string): Promise<void> {
    for (const [theme, kind] of themes) {
      await anna.setTheme(theme);
      const path = join(imagesFolder, `${name}_${kind}.png`);
      const options = isWritten ? { path } : {};
      const png = await anna.page.screenshot({ ...options, animations: 'disabled' });
      expect(png.length).toBeLessThan(mostBytes);
    }
    await anna.setTheme('Denim');
  }

  test('modal', async () => {
    await anna.openForm();
    await anna.dialog.getByLabel('Title').fill('Morning recap');
    for (const name of ['Incidents', 'Product']) {
      await anna.dialog.getByRole('checkbox', { name }).check();
    }
    await anna.dialog.getByText(/^Every weekday at/).waitFor();
    await anna.dialog.getByLabel('Title').focus();
    await picture('modal');
    await anna.page.keyboard.press('Escape');
    await anna.dialog.getByRole('button', { name: 'Discard changes' }).click();
  });

  test('sidebar', async () => {
    await anna.make('Hamburg office', ['Büro Hamburg']);
    await anna.page.getByRole('switch', { name: 'Hamburg office: active' }).click();
    await anna.make('Release watch', ['Release 4.2', 'Builds']);
    await anna.make('Morning recap', ['Incidents', 'Product']);
    await anna.run('Morning recap');
    await anna.openHistory('Morning recap');
    await anna
      .item('Morning recap')
      .getByRole('link', { name: /^Open the recap of/ })
      .waitFor();
    await picture('sidebar');
  });

  test('recap_post', async () => {
    await anna.openRecap('Morning recap');
    // As the recap comes, not as a permalink leads to it; and from its top.
    await anna.page.getByRole('button', { name: 'Jump to recent messages' }).click();
    await anna.page.getByRole('button', { name: pluginId }).click();
    await anna.sidebar.waitFor({ state: 'detached' });
    await anna.card.getByRole('heading', { name: 'Morning recap' }).waitFor();
    await anna.page.evaluate(
      `document.querySelector('.ScheduledRecapsPost').closest('article').scrollIntoView();
      document.scrollingElement.scrollTo(0, 0)`,
    );
    await picture('recap_post');
    expect(anna.errors).toEqual([]);
  });
});
