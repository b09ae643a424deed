/** The packaged plugin in several windows at once, and through failures: of its process, and of the connection. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { pluginId } from '../../server/contract/index.ts';
import { describeInBrowser } from '../support/browser.ts';
import { channelIds, createSchedule } from '../support/product_world.ts';
import { WebappWorld, worldTimeoutMs } from '../support/webapp_world.ts';
import type { WebappWindow } from '../support/webapp_world.ts';

jest.setTimeout(60_000);

describeInBrowser('live', () => {
  let world: WebappWorld;
  let anna: WebappWindow;
  let annaToo: WebappWindow;
  let ben: WebappWindow;

  beforeAll(async () => {
    world = await WebappWorld.start();
    [anna, annaToo, ben] = await Promise.all([
      world.open(),
      world.open(),
      world.open('ben.okafor'),
    ]);
    for (const window of [anna, annaToo, ben]) await window.openSidebar();
  }, worldTimeoutMs);
  afterAll(() => world.close(), worldTimeoutMs);

  test("a schedule comes up in the user's other window, and in nobody else's", async () => {
    await anna.make('Of Anna');
    await annaToo.item('Of Anna').waitFor();
    await ben.make('Of Ben');
    // Whatever was to reach Ben came before what he made himself.
    expect(await ben.item('Of Anna').count()).toBe(0);
    expect(await annaToo.item('Of Ben').count()).toBe(0);
  });

  test('both at once make, rename and run theirs', async () => {
    await Promise.all([anna.run('Of Anna'), ben.run('Of Ben')]);
    await annaToo
      .item('Of Anna')
      .getByText(/^Last: .*, delivered$/)
      .waitFor();
    expect(await ben.item('Of Anna').count()).toBe(0);
    expect(await anna.item('Of Ben').count()).toBe(0);
  });

  test('what happened while the connection was gone is fetched when it is back', async () => {
    const client = await world.product.login('anna.weber');
    const channel_ids = await channelIds(client, ['Incidents']);
    world.product.host.dropSockets();
    await createSchedule(client, {
      title: 'Made meanwhile',
      recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
      timezone: 'Europe/Berlin',
      channel_ids,
      time_period: 'last_week',
    });
    await anna.item('Made meanwhile').waitFor();
    await annaToo.item('Made meanwhile').waitFor();
  });

  test('a process that is killed is started again, and the sidebar goes on', async () => {
    const plugin = world.product.host.node().plugin(pluginId);
    if (plugin === undefined) throw new Error('the plugin is not installed');
    const { starts } = plugin;
    plugin.process?.kill();
    // What is asked for meanwhile fails, and says so.
    await anna.page.getByRole('switch', { name: 'Of Anna: active' }).click();
    await anna.item('Of Anna').locator('.ScheduledRecapsBanner').waitFor();
    await plugin.checkHealth();
    expect(plugin.starts).toBe(starts + 1);
    world.product.host.dropSockets();
    await anna.item('Of Anna').getByRole('button', { name: 'Dismiss' }).click();
    await anna.page.getByRole('switch', { name: 'Of Anna: active', checked: true }).click();
    await annaToo.page.getByRole('switch', { name: 'Of Anna: active', checked: false }).waitFor();
    await annaToo.run('Made meanwhile');
  });

  test('a plugin that is disabled and enabled again shows the same schedules', async () => {
    await world.product.host.disable(pluginId);
    await anna.sidebar.waitFor({ state: 'detached' });
    await world.product.host.enable(pluginId);
    await anna.page.getByRole('button', { name: pluginId }).waitFor();
    await anna.openSidebar();
    await anna.item('Of Anna').waitFor();
    for (const { errors } of [anna, annaToo, ben]) expect(errors).toEqual([]);
  });
});
