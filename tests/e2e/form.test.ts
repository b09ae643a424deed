/** The form of the packaged plugin in a real browser: what is made and changed in it, what is wrong, and keys alone. */
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ClientConfig, externalApiBase, pluginId, routes } from '../../server/contract/index.ts';
import type { Client } from '../host/demo/client.ts';
import { describeInBrowser } from '../support/browser.ts';
import { eventually } from '../support/product_world.ts';
import { WebappWorld, worldTimeoutMs } from '../support/webapp_world.ts';
import type { WebappWindow } from '../support/webapp_world.ts';

jest.setTimeout(60_000);

/** Fewer than the sample workspace has, so that too many are easily chosen. */
const channelsAllowed = 3;
/** More than all tests here make. */
const schedulesAllowed = 50;
/** More minutes between runs than lie between the two times of the test. */
const minutesBetweenRuns = 60;

/** A small screen, on which the form is longer than what is seen of it; in pixels. */
const smallScreen = { width: 1280, height: 800 };

/** How often what is timed is done. */
const rounds = 10;
/** What nobody would take for quick, on a machine that does other work as well; in milliseconds. */
const slowMs = 3000;

describeInBrowser('the form', () => {
  let world: WebappWorld;
  let anna: WebappWindow;
  let page: Page;
  let client: Client;

  beforeAll(async () => {
    world = await WebappWorld.start();
    client = await world.product.login('anna.weber');
    await allowChannels(channelsAllowed);
    anna = await world.open(undefined, { viewport: smallScreen });
    ({ page } = anna);
  }, worldTimeoutMs);
  afterAll(() => world.close(), worldTimeoutMs);

  /** As the administrator sets it; the plugin has heard of it when this returns. */
  async function allowChannels(count: number): Promise<void> {
    world.product.host.config.savePlugin(pluginId, {
      MaxChannelsPerSchedule: count,
      MaxSchedulesPerUser: schedulesAllowed,
      MinMinutesBetweenRuns: minutesBetweenRuns,
    });
    await eventually('the new limit', worldTimeoutMs, async () => {
      const response = await client.request('GET', externalApiBase + routes.clientConfig);
      const { channels_per_schedule: now } = ClientConfig.parse(await response.json());
      return now === count ? true : undefined;
    });
  }

  const save = (): Promise<void> => anna.dialog.getByRole('button', { name: 'Save' }).click();
  const title = (): Promise<string> => anna.dialog.getByLabel('Title').inputValue();
  async function leave(): Promise<void> {
    await page.keyboard.press('Escape');
    await anna.dialog.getByRole('button', { name: 'Discard changes' }).click();
    await anna.dialog.waitFor({ state: 'detached' });
  }

  test('makes a one-off', async () => {
    await anna.openForm();
    await anna.dialog.getByLabel('Title').fill('Only once');
    await anna.dialog.getByRole('checkbox', { name: 'Incidents' }).check();
    await anna.dialog.getByRole('radio', { name: 'Once', exact: true }).check();
    await anna.dialog.getByLabel('Date', { exact: true }).fill('2099-03-02');
    await anna.dialog.getByLabel('Time 1', { exact: true }).fill('07:30');
    await anna.save();
    await anna.item('Only once').getByText('2099').first().waitFor();
  });

  test('changes title and time', async () => {
    await anna.make('Before');
    await anna.choose('Before', 'Edit');
    await anna.dialog.getByLabel('Title').fill('After');
    await anna.dialog.getByLabel('Time 1', { exact: true }).fill('14:45');
    await anna.save();
    await anna
      .item('After')
      .getByText(/2:45\sPM/)
      .first()
      .waitFor();
    expect(await anna.item('Before').count()).toBe(0);
  });

  describe('says what is wrong', () => {
    beforeAll(async () => {
      await anna.openForm();
      await anna.dialog.getByLabel('Title').fill('Kept');
      await anna.dialog.getByRole('checkbox', { name: 'Incidents' }).check();
    });
    afterAll(leave);

    /** Each makes the form wrong in one thing, and right again. */
    const cases: readonly {
      readonly name: string;
      readonly field: string;
      readonly sentence: RegExp;
      readonly spoil: () => Promise<void>;
      readonly mend: () => Promise<void>;
    }[] = [
      {
        name: 'no title',
        field: 'title',
        sentence: /^Enter a title/,
        spoil: () => anna.dialog.getByLabel('Title').fill(''),
        mend: () => anna.dialog.getByLabel('Title').fill('Kept'),
      },
      {
        name: 'no channel',
        field: 'channel_ids',
        sentence: /^Choose at least one channel/,
        spoil: () => anna.dialog.getByRole('button', { name: 'Remove Incidents' }).click(),
        mend: () => anna.dialog.getByRole('checkbox', { name: 'Incidents' }).check(),
      },
      {
        name: 'no day',
        field: 'recurrence.days_of_week',
        sentence: /^Choose at least one day/,
        spoil: async () => {
          for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
            await anna.dialog.getByRole('button', { name: day, exact: true }).click();
          }
        },
        mend: () => anna.dialog.getByRole('button', { name: 'Monday to Friday' }).click(),
      },
      {
        name: 'two equal times',
        field: 'recurrence.times_of_day',
        sentence: /^The same time is there twice/,
        spoil: async () => {
          await anna.dialog.getByRole('button', { name: 'Add a time' }).click();
          await anna.dialog.getByLabel('Time 2', { exact: true }).fill('09:00');
        },
        mend: () => anna.dialog.getByRole('button', { name: 'Remove time 2' }).click(),
      },
      {
        name: 'times closer than the administrator allows',
        field: 'recurrence.times_of_day',
        sentence: /60 minutes/,
        spoil: async () => {
          await anna.dialog.getByRole('button', { name: 'Add a time' }).click();
          await anna.dialog.getByLabel('Time 2', { exact: true }).fill('09:30');
        },
        mend: () => anna.dialog.getByRole('button', { name: 'Remove time 2' }).click(),
      },
      {
        name: 'a one-off in the past',
        field: 'recurrence.at',
        sentence: /^This time has passed/,
        spoil: async () => {
          await anna.dialog.getByRole('radio', { name: 'Once', exact: true }).check();
          await anna.dialog.getByLabel('Date', { exact: true }).fill('2020-03-02');
        },
        mend: () => anna.dialog.getByRole('radio', { name: 'Every week' }).check(),
      },
    ];
    test.each(cases)('$name', async ({ field, sentence, spoil, mend }) => {
      await spoil();
      const typed = await title();
      await save();
      const selector = `[data-field="${field}"] .ScheduledRecapsField__error`;
      const shown = anna.dialog.locator(selector);
      await shown.getByText(sentence).waitFor();
      await anna.dialog.locator(`[data-field="${field}"] :focus`).waitFor();
      expect(await isInView(page, selector)).toBe(true);
      expect(await title()).toBe(typed);
      await mend();
      await shown.waitFor({ state: 'detached' });
    });

    test('the first of several has the focus, and nothing typed is lost', async () => {
      await anna.dialog.getByRole('button', { name: 'Remove Incidents' }).click();
      await anna.dialog.getByRole('button', { name: 'Add a time' }).click();
      await anna.dialog.getByLabel('Time 2', { exact: true }).fill('09:00');
      await save();
      await anna.dialog.getByText('The same time is there twice').waitFor();
      await anna.dialog.getByText('Choose at least one channel').waitFor();
      await anna.dialog.locator('[data-field="channel_ids"] :focus').waitFor();
      expect(await title()).toBe('Kept');
      expect(await anna.dialog.getByLabel('Time 2', { exact: true }).inputValue()).toBe('09:00');
      await anna.dialog.getByRole('button', { name: 'Remove time 2' }).click();
      await anna.dialog.getByRole('checkbox', { name: 'Incidents' }).check();
    });

    test('no more channels can be chosen than are allowed', async () => {
      await anna.dialog.getByRole('checkbox', { name: 'Product' }).check();
      await anna.dialog.getByRole('checkbox', { name: 'Builds' }).check();
      await anna.dialog.getByText('3 of 3 selected').waitFor();
      const another = anna.dialog.getByRole('checkbox', { name: 'Standup' });
      expect(await another.isDisabled()).toBe(true);
    });
  });

  test('channels that have become too many since is said beside the channels', async () => {
    await anna.openForm();
    await anna.dialog.getByLabel('Title').fill('Too many');
    for (const name of ['Incidents', 'Product']) {
      await anna.dialog.getByRole('checkbox', { name }).check();
    }
    await allowChannels(1);
    const wrong = anna.dialog.locator('[data-field="channel_ids"] .ScheduledRecapsField__error');
    await save();
    await wrong.waitFor();
    await anna.dialog.locator('[data-field="channel_ids"] :focus').waitFor();
    expect(await title()).toBe('Too many');
    await leave();
    await allowChannels(channelsAllowed);
  });

  test('what the server refuses it says in the language of the user', async () => {
    const jonas = await world.open('jonas.keller');
    const { dialog, page: german } = jonas;
    await jonas.openSidebar();
    await german.getByRole('button', { name: 'Neu', exact: true }).click();
    await dialog.getByLabel('Titel').fill('Bleibt stehen');
    await dialog.locator('[data-field="channel_ids"]').getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: 'Uhrzeit hinzufügen' }).click();
    await dialog.getByLabel('Uhrzeit 2', { exact: true }).fill('09:30');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    const wrong = dialog.locator(
      '[data-field="recurrence.times_of_day"] .ScheduledRecapsField__error',
    );
    await wrong.getByText('Zwischen zwei Uhrzeiten müssen mindestens 60 Minuten liegen.').waitFor();
    expect(await dialog.getByLabel('Titel').inputValue()).toBe('Bleibt stehen');
    await jonas.close();
  });

  test('opens and saves without a wait', async () => {
    const opened: number[] = [];
    const saved: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const name = `Quick ${String(round)}`;
      opened.push(await msOf(() => anna.openForm()));
      await anna.dialog.getByLabel('Title').fill(name);
      await anna.dialog.getByRole('checkbox', { name: 'Incidents' }).check();
      saved.push(
        await msOf(async () => {
          await save();
          await anna.item(name).waitFor();
        }),
      );
    }
    const [open, row] = [median(opened), median(saved)];
    const figures = `open modal ${open.toFixed(0)} ms, Save to row ${row.toFixed(0)} ms`;
    process.stdout.write(`${figures}, medians of ${String(rounds)}\n`);
    expect(open).toBeLessThan(slowMs);
    expect(row).toBeLessThan(slowMs);
  });

  test('is used with keys alone, and the focus returns', async () => {
    await page.reload();
    const app = page.getByRole('button', { name: pluginId });
    await app.waitFor();
    await tabTo(page, `document.activeElement?.id === 'app-bar-icon-${pluginId}'`);
    await page.keyboard.press('Enter');
    await anna.item('After').waitFor();
    await tabTo(page, `document.activeElement?.textContent === 'New'`);
    await page.keyboard.press('Enter');
    await anna.dialog.getByRole('checkbox', { name: 'Incidents' }).waitFor();
    await page.keyboard.type('By keys');
    await page.keyboard.press('Escape');
    await anna.dialog.getByText('You have unsaved changes.').waitFor();
    await page.keyboard.press('Enter');
    expect(await title()).toBe('By keys');
    await tabTo(page, `document.activeElement?.type === 'search'`);
    await page.keyboard.type('Incidents');
    await tabTo(page, `document.activeElement?.type === 'checkbox'`);
    await page.keyboard.press('Space');
    await tabTo(page, `document.activeElement?.textContent === 'Save'`);
    await page.keyboard.press('Enter');
    await anna.item('By keys').waitFor();
    await anna.dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('New');
    expect(anna.errors).toEqual([]);
  });
});

/** Whether the middle of what a selector finds is seen: neither scrolled away nor below something else. */
function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  })()`);
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}

/** How many stops there may be on the way. */
const mostStops = 80;

/** Presses Tab until `condition` holds. @throws {Error} when it never does. */
async function tabTo(page: Page, condition: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await page.evaluate<boolean>(condition)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no stop where ${condition}`);
}
