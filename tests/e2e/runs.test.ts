/** What comes of schedules in the packaged plugin, in a real browser: runs at work, their recaps, and what these lead to. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { WebappWorld, worldTimeoutMs } from '../support/webapp_world.ts';
import type { WebappWindow } from '../support/webapp_world.ts';

jest.setTimeout(60_000);

/** How long one page of messages takes while the host is slow, in milliseconds: long enough to be seen at work. */
const slowMs = 1500;

/** Channels that have something to tell of the last week. */
const channels = ['Incidents', 'Release 4.2', 'Product'];

describeInBrowser('runs', () => {
  let world: WebappWorld;
  let anna: WebappWindow;
  let page: Page;

  beforeAll(async () => {
    world = await WebappWorld.start();
    anna = await world.open();
    ({ page } = anna);
    await anna.make('Morning recap', channels);
  }, worldTimeoutMs);
  afterAll(() => world.close(), worldTimeoutMs);

  test('a toggle pauses and resumes', async () => {
    const name = 'Morning recap: active';
    await page.getByRole('switch', { name }).click();
    await page.getByRole('switch', { name, checked: false }).waitFor();
    await anna.item('Morning recap').getByText('Paused.').waitFor();
    await page.getByRole('switch', { name }).click();
    await page.getByRole('switch', { name, checked: true }).waitFor();
    await anna.item('Morning recap').getByText('Next:').waitFor();
  });

  test('a run shows how far it is, and can be cancelled', async () => {
    const { faults } = world.product.host;
    const slow = faults.add({
      matches: (_args, method) => method.startsWith('GetPosts'),
      times: Infinity,
      action: { kind: 'delay', when: 'before', ms: slowMs },
    });
    try {
      await anna.choose('Morning recap', 'Run now');
      const item = anna.item('Morning recap');
      await item.getByText(/^[12] of 3 channels read$/).waitFor();
      await item.getByRole('progressbar').waitFor();
      await item.getByRole('button', { name: 'Cancel the run of Morning recap' }).click();
      await item.getByText(/^Last: .*, cancelled$/).waitFor();
      expect(await item.getByRole('progressbar').count()).toBe(0);
      expect(slow.struck).toBeGreaterThan(0);
    } finally {
      slow.clear();
    }
    expect(world.product.recapsOf(await world.product.login('anna.weber'))).toEqual([]);
  });

  test('the card tells what the run found', async () => {
    await anna.run('Morning recap');
    await anna.openRecap('Morning recap');
    await anna.card.getByRole('heading', { name: 'For you' }).waitFor();
    for (const name of channels) await anna.card.getByRole('region', { name }).waitFor();
  });

  test('what is checked off stays so', async () => {
    const done = anna.card.locator('.ScheduledRecapsPost__done');
    const stored = page.waitForResponse(
      (response) => response.url().includes('/checks') && response.request().method() === 'PUT',
    );
    await anna.card.getByRole('checkbox').first().click();
    expect((await stored).ok()).toBe(true);
    await page.reload();
    await done.waitFor();
    await anna.card.getByRole('checkbox').first().click();
    await done.waitFor({ state: 'detached' });
  });

  test('the card pauses, resumes and runs its schedule', async () => {
    const toggle = page.getByRole('switch', { name: /: active$/ }).first();
    const [pause, resume] = ['Pause', 'Resume'].map((name) =>
      anna.card.getByRole('button', { name, exact: true }),
    );
    await anna.openSidebar();
    await pause!.click();
    await resume!.waitFor();
    expect(await toggle.getAttribute('aria-checked')).toBe('false');
    await resume!.click();
    await pause!.waitFor();
    await anna.card.getByRole('button', { name: 'Run again' }).click();
    await anna.card.getByText('comes as a message of its own').waitFor();
  });

  test('a source leads to its message', async () => {
    const source = anna.card.getByRole('region', { name: 'Incidents' }).getByRole('link').first();
    const id = (await source.getAttribute('href'))?.split('/').at(-1) ?? '';
    await source.click();
    await page.locator(`[id$="ost_${id}"].post--highlight`).first().waitFor();
    await page.getByRole('button', { name: 'Incidents Channel Menu' }).waitFor();
    expect(anna.errors).toEqual([]);
  });
});
