/** The page of the packaged plugin in the System Console, in a real browser. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pluginId } from '../../server/contract/index.ts';
import { samplePassword } from '../host/index.ts';
import { axeFaults } from '../support/axe.ts';
import { describeInBrowser, TestBrowser } from '../support/browser.ts';
import { LlmServer, refuses, says } from '../support/llm_server.ts';
import { ProductWorld } from '../support/product_world.ts';

jest.setTimeout(60_000);

describeInBrowser('the System Console', () => {
  const key = ['test', 'key', '0123456789'].join('-');
  let world: ProductWorld;
  let browser: TestBrowser;
  let model: LlmServer;
  let page: Page;

  beforeAll(async () => {
    model = await LlmServer.start();
    world = await ProductWorld.start({ page: { password: samplePassword, username: 'grace.lin' } });
    world.host.config.savePlugin(pluginId, {
      maxschedulesperuser: 'plenty',
      aiengine: 'openai',
      openaibaseurl: model.baseUrl,
      openaikey: key,
      openaimodel: 'small-model',
    });
    browser = await TestBrowser.start();
    ({ page } = await browser.open(`${world.host.url()}/admin_console/plugins/plugin_${pluginId}`));
    page.setDefaultTimeout(10_000);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
    await model.close();
  }, 30_000);

  test('shows the health of the plugin among its settings', async () => {
    const panel = page.getByRole('region', { name: 'Health' });
    await panel.getByRole('table', { name: 'Nodes' }).waitFor();
    expect(await panel.getByRole('alert').textContent()).toContain('MaxSchedulesPerUser');
    expect(await panel.getByText('OpenAI-compatible endpoint, small-model').count()).toBe(1);
    expect(await axeFaults(page, { include: '.ScheduledRecapsHealth', exclude: ['.btn'] })).toEqual(
      [],
    );
  });

  test('tests the AI, and shows nothing of the key', async () => {
    const panel = page.getByRole('region', { name: 'Health' });
    const ask = panel.getByRole('button', { name: 'Test the AI' });
    model.script(says('{"answer":"yes"}'));
    await ask.click();
    await panel.getByText('small-model answered after').waitFor();
    model.script(refuses(401, `the key ${key} is not valid`));
    await ask.click();
    await panel.getByText('look at the key').waitFor();
    expect(await panel.textContent()).not.toContain(key);
  });

  test('keeps nothing of a test when other settings are saved', async () => {
    const panel = page.getByRole('region', { name: 'Health' });
    await panel.getByText('look at the key').waitFor();
    await page.getByRole('textbox', { name: 'Endpoint model' }).fill('large-model');
    await page.getByRole('button', { name: 'Save' }).click();
    await panel.getByText('look at the key').waitFor({ state: 'detached' });
    await panel.getByText('OpenAI-compatible endpoint, large-model').waitFor();
  });
});
