/** axe on every state of the packaged plugin, in each theme, wide, narrow and at twice the size. Prints a table. */
import process from 'node:process';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { externalApiBase, pluginId } from '../../server/contract/index.ts';
import { describeInBrowser } from '../support/browser.ts';
import { pageThemes } from '../support/page_themes.ts';
import { WebappWorld, worldTimeoutMs } from '../support/webapp_world.ts';
import type { WebappWindow } from '../support/webapp_world.ts';

jest.setTimeout(60_000);

const wide = { width: 1400, height: 900 };
/** Zooming to 200 % leaves half the pixels to each side of a window. */
const sizes = [
  ['wide', wide],
  ['narrow', { width: 480, height: 900 }],
  ['200 %', { width: 700, height: 450 }],
] as const;

const parts = {
  sidebar: '.ScheduledRecapsSidebar',
  dialog: '.ScheduledRecapsDialog',
  card: '.ScheduledRecapsPost',
} as const;

/** A question in a language that is written from right to left. */
const rightToLeft = 'هل يمكنك مراجعة خطة الإصدار قبل يوم الجمعة؟';

describeInBrowser('nothing keeps anybody out', () => {
  let world: WebappWorld;
  let anna: WebappWindow;
  let page: Page;
  const table: string[] = [];

  beforeAll(async () => {
    world = await WebappWorld.start();
    const { users, posts } = world.product.host.workspace;
    const ben = users.findByUsername('ben.okafor');
    const client = await world.product.login('anna.weber');
    const incidents = (await client.channels()).find(({ name }) => name === 'incidents');
    if (ben === undefined || incidents === undefined) throw new Error('the sample has changed');
    const message = `${rightToLeft} @anna.weber`;
    posts.create({ channelId: incidents.id, userId: ben.id, message }, Date.now());
    anna = await world.open('anna.weber', { reducedMotion: 'reduce' });
    ({ page } = anna);
  }, worldTimeoutMs);
  afterAll(async () => {
    const head = ['state'.padEnd(16), 'size  ', ...pageThemes.map(([name]) => name)].join(' | ');
    process.stdout.write(`${[head, ...table].join('\n')}\n`);
    await world.close();
  }, worldTimeoutMs);

  /** Looks at a state in every theme and size, and adds its lines to the table. */
  async function look(state: string, part: keyof typeof parts): Promise<void> {
    const faults: string[] = [];
    for (const [size, viewport] of sizes) {
      await page.setViewportSize(viewport);
      const counts: string[] = [];
      for (const [theme] of pageThemes) {
        await anna.setTheme(theme);
        const found = await anna.axeFaults(parts[part]);
        counts.push(String(found.length).padStart(theme.length));
        faults.push(...found.map((fault) => `${size}, ${theme}: ${fault}`));
      }
      const hangsOver = await page.evaluate<boolean>(
        `(() => { const part = document.querySelector('${parts[part]}');
          return part.scrollWidth > part.clientWidth + 1; })()`,
      );
      if (hangsOver) faults.push(`${size}: hangs over its edge`);
      table.push([state.padEnd(16), size.padEnd(6), ...counts].join(' | '));
    }
    await page.setViewportSize(wide);
    expect(faults).toEqual([]);
  }

  const radio = (name: string): Promise<void> =>
    anna.dialog.getByRole('radio', { name, exact: true }).check();

  test('sidebar, empty', async () => {
    await anna.openSidebar();
    await page.getByText('Keep up without reading everything').waitFor();
    await look('sidebar empty', 'sidebar');
  });

  test('modal, weekly', async () => {
    await anna.openForm();
    await look('modal weekly', 'dialog');
  });

  test('modal, with errors', async () => {
    await anna.dialog.getByRole('button', { name: 'Save' }).click();
    await anna.dialog.getByText('Enter a title.').waitFor();
    await look('modal error', 'dialog');
  });

  test('modal, monthly', async () => {
    await anna.dialog.getByLabel('Title').fill('Recap');
    await anna.dialog.getByRole('checkbox', { name: 'Incidents' }).check();
    await radio('Every month');
    await look('modal monthly', 'dialog');
  });

  test('modal, once', async () => {
    await radio('Once');
    await look('modal once', 'dialog');
  });

  test('modal, preview', async () => {
    await radio('Every week');
    await anna.dialog.getByRole('combobox', { name: 'Covers' }).selectOption('The last 7 days');
    await anna.dialog.getByRole('button', { name: 'Preview' }).click();
    await anna.dialog.getByText('Nothing was sent').waitFor();
    await look('modal preview', 'dialog');
    await anna.dialog.getByRole('button', { name: 'Back to the form' }).click();
  });

  test('sidebar, list', async () => {
    await anna.save();
    await anna.item('Recap').waitFor();
    await look('sidebar list', 'sidebar');
  });

  test('sidebar, history', async () => {
    await anna.run('Recap');
    await anna.openHistory('Recap');
    await anna
      .item('Recap')
      .getByRole('link', { name: /^Open the recap of/ })
      .waitFor();
    await look('sidebar history', 'sidebar');
  });

  test('card, with text from right to left', async () => {
    await anna.openRecap('Recap');
    await anna.card.getByText(rightToLeft).first().waitFor();
    const direction = await page.evaluate<string>(
      `getComputedStyle([...document.querySelectorAll('${parts.card} span[dir="auto"]')]
        .find((line) => line.textContent.includes('${rightToLeft}'))).direction`,
    );
    expect(direction).toBe('rtl');
    // A narrow window shows either the messages or the sidebar.
    await page.getByRole('button', { name: pluginId }).click();
    await anna.sidebar.waitFor({ state: 'detached' });
    await look('card', 'card');
  });

  test('sidebar, error', async () => {
    await page.route(`**${externalApiBase}/**`, (route) => route.abort());
    await page.reload();
    await anna.openSidebar();
    await page.getByText('Your schedules could not be loaded.').waitFor();
    await look('sidebar error', 'sidebar');
    expect(anna.errors).toEqual([]);
  });
});
