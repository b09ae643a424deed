/** The webapp half of the packaged plugin in a real browser: a schedule is made, run, changed, deleted and brought back. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { pluginId } from '../../server/contract/index.ts';
import { samplePassword } from '../host/index.ts';
import { axeFaults } from '../support/axe.ts';
import { describeInBrowser, TestBrowser, type Window } from '../support/browser.ts';
import { ProductWorld } from '../support/product_world.ts';

jest.setTimeout(60_000);

/** What axe finds in a part of the page. The colours of buttons are the host's. */
function ownFaults(page: Page, part: string): Promise<string[]> {
  return axeFaults(page, { include: part, exclude: ['.btn'] });
}

/** By the bar of apps, whose buttons the host names after the plugin's id. */
function openSidebar(page: Page): Promise<void> {
  return page.getByRole('button', { name: pluginId }).click();
}

describeInBrowser('the webapp', () => {
  let world: ProductWorld;
  let browser: TestBrowser;
  let anna: Window;
  let page: Page;

  beforeAll(async () => {
    const signIn = { password: samplePassword, username: 'anna.weber' };
    world = await ProductWorld.start({ page: signIn });
    browser = await TestBrowser.start();
    anna = await browser.open(world.host.url());
    ({ page } = anna);
    page.setDefaultTimeout(10_000);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  }, 30_000);

  const item = (title: string): Locator => page.getByRole('listitem', { name: title, exact: true });
  const dialog = (): Locator => page.getByRole('dialog');
  async function choose(title: string, action: string): Promise<void> {
    await page.getByRole('button', { name: `Actions for ${title}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  }

  test('the bar of apps opens the sidebar, which says what it is for', async () => {
    await openSidebar(page);
    await page.getByText('Keep up without reading everything').waitFor();
    expect(await ownFaults(page, '.ScheduledRecapsSidebar')).toEqual([]);
  });

  test('a title, a channel and Save make a schedule', async () => {
    await page.getByRole('button', { name: 'Schedule a recap' }).click();
    await dialog().getByText('Every weekday at').waitFor();
    await dialog().getByLabel('Title').fill('Morning recap');
    await dialog().getByRole('checkbox', { name: 'Incidents' }).check();
    await dialog().getByRole('combobox', { name: 'Covers' }).selectOption('The last 7 days');
    expect(await ownFaults(page, '.ScheduledRecapsDialog')).toEqual([]);
    await dialog().getByRole('button', { name: 'Save' }).click();
    await item('Morning recap').getByText('Next:').waitFor();
    expect(await dialog().count()).toBe(0);
  });

  test('the preview shows the recap and sends nothing', async () => {
    await choose('Morning recap', 'Edit');
    await dialog().getByRole('button', { name: 'Preview' }).click();
    await dialog().getByText('Nothing was sent').waitFor();
    expect(await dialog().getByRole('region', { name: 'Preview' }).textContent()).toContain(
      'Incidents',
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await dialog().count()).toBe(0);
    expect(world.recapsOf(await world.login('anna.weber'))).toEqual([]);
  });

  test('run now shows its progress, and the recap without anybody asking', async () => {
    await choose('Morning recap', 'Run now');
    await item('Morning recap')
      .getByText(/^Last: .*, delivered$/)
      .waitFor();
    await item('Morning recap')
      .getByRole('button', { name: /^Past recaps/ })
      .click();
    await item('Morning recap')
      .getByRole('link', { name: /^Open the recap of/ })
      .click();
    const card = page.locator('.ScheduledRecapsPost');
    await card.getByRole('heading', { name: 'Morning recap' }).waitFor();
    expect(await ownFaults(page, '.ScheduledRecapsPost')).toEqual([]);
    const task = card.getByRole('checkbox').first();
    await task.click();
    await expect(task.isChecked()).resolves.toBe(true);
    // A click on a post opens its thread where the sidebar is; one on a box in it does not.
    expect(await item('Morning recap').count()).toBe(1);
    await card.getByRole('link', { name: /^Source 1,/ }).click();
    await page.getByRole('button', { name: 'Incidents Channel Menu' }).waitFor();
    // A reply opens its thread where the sidebar was.
    if ((await item('Morning recap').count()) === 0) await openSidebar(page);
  });

  test('another window hears of a change by itself', async () => {
    const other = await browser.open(world.host.url());
    await openSidebar(other.page);
    const toggle = { name: 'Morning recap: active' };
    await other.page.getByRole('switch', { ...toggle, checked: true }).waitFor();
    await page.getByRole('switch', toggle).click();
    await other.page.getByRole('switch', { ...toggle, checked: false }).waitFor();
    await other.page.getByRole('switch', toggle).click();
    await page.getByRole('switch', { ...toggle, checked: true }).waitFor();
    expect(other.errors).toEqual([]);
    await other.context.close();
  });

  test('what was deleted can be brought back, with its past', async () => {
    await choose('Morning recap', 'Delete');
    await page.getByText('was deleted').waitFor();
    expect(await item('Morning recap').count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await item('Morning recap')
      .getByText(/^Last: .*, delivered$/)
      .waitFor();
  });

  test('the menu of a channel opens the form with that channel chosen', async () => {
    await page.getByRole('button', { name: /Channel Menu$/ }).click();
    await page.getByText('Schedule a recap of this channel').click();
    await dialog().getByText('1 of 20 selected').waitFor();
    expect(await dialog().getByLabel('Title').inputValue()).toBe('Recap of Incidents');
    await page.keyboard.press('Escape');
  });

  test('disabling the plugin leaves nothing behind, and nothing has gone wrong', async () => {
    await world.host.disable(pluginId);
    await page.locator('#scheduled-recaps-styles').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: pluginId }).count()).toBe(0);
    expect(await page.locator('.ScheduledRecapsSidebar').count()).toBe(0);
    expect(anna.errors).toEqual([]);
  });
});
