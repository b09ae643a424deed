/** The packaged product in the Mattermost stand-in, and Chromium's windows onto its page: what people do there. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { pluginId } from '../../server/contract/index.ts';
import { samplePassword } from '../host/index.ts';
import type { HostOptions } from '../host/index.ts';
import { axeFaults } from './axe.ts';
import { TestBrowser, type Window } from './browser.ts';
import { choosePageTheme } from './page_themes.ts';
import type { PageTheme } from './page_themes.ts';
import { ProductWorld } from './product_world.ts';

/** How long something on the page may take, in milliseconds. */
const pageTimeoutMs = 10_000;

/** How long a world may take to start and to end, in milliseconds. */
export const worldTimeoutMs = 120_000;

/** Who has a window of their own. */
const first = 'anna.weber';

/** A running product with windows onto it. */
export class WebappWorld {
  readonly product: ProductWorld;
  readonly #browser: TestBrowser;

  private constructor(product: ProductWorld, browser: TestBrowser) {
    this.product = product;
    this.#browser = browser;
  }

  static async start(options: HostOptions = {}): Promise<WebappWorld> {
    const page = { password: samplePassword, username: first };
    const [product, browser] = await Promise.all([
      ProductWorld.start({ page, startTimeoutMs: 30_000, ...options }),
      TestBrowser.start(),
    ]);
    return new WebappWorld(product, browser);
  }

  /** A window of its own, in which a sample user is signed in, Anna unless another is named. */
  async open(username = first, options: BrowserContextOptions = {}): Promise<WebappWindow> {
    const window = await this.#browser.open(this.product.host.url(), options);
    const { page } = window;
    page.setDefaultTimeout(pageTimeoutMs);
    if (username !== first) {
      const loaded = page.waitForEvent('load');
      await page.getByLabel('User').selectOption(username);
      await loaded;
    }
    await page.getByRole('button', { name: pluginId }).waitFor();
    return new WebappWindow(window);
  }

  /** Ends everything. @throws {Error} when a plugin did what would have ended a real server. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.product.close();
  }
}

/** One window, by what the plugin has in it. */
export class WebappWindow {
  readonly page: Page;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.page = window.page;
  }

  /** Errors that nothing on the page caught. */
  get errors(): readonly string[] {
    return this.#window.errors;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get card(): Locator {
    return this.page.locator('.ScheduledRecapsPost');
  }

  get sidebar(): Locator {
    return this.page.locator('.ScheduledRecapsSidebar');
  }

  close(): Promise<void> {
    return this.#window.context.close();
  }

  /** By the bar of apps, whose buttons the host names after the plugin's id. */
  async openSidebar(): Promise<void> {
    if ((await this.sidebar.count()) > 0) return;
    await this.page.getByRole('button', { name: pluginId }).click();
    await this.sidebar.waitFor();
  }

  /** A schedule in the sidebar. */
  item(title: string): Locator {
    return this.page.getByRole('listitem', { name: title, exact: true });
  }

  /** An action from a schedule's menu. */
  async choose(title: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${title}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** The form for a new schedule, its channels loaded. */
  async openForm(): Promise<void> {
    await this.openSidebar();
    await this.page.getByRole('button', { name: 'New', exact: true }).click();
    await this.dialog.getByRole('checkbox', { name: 'Incidents' }).waitFor();
  }

  /** Saves the form, and waits until it is gone. */
  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** A weekly schedule of these channels over the last week, made in the form. */
  async make(title: string, channels: readonly string[] = ['Incidents']): Promise<void> {
    await this.openForm();
    await this.dialog.getByLabel('Title').fill(title);
    for (const name of channels) await this.dialog.getByRole('checkbox', { name }).check();
    await this.dialog.getByRole('combobox', { name: 'Covers' }).selectOption('The last 7 days');
    await this.save();
    await this.item(title).waitFor();
  }

  /** Runs a schedule, and waits until its recap is there. */
  async run(title: string): Promise<void> {
    await this.choose(title, 'Run now');
    await this.item(title)
      .getByText(/^Last: .*, delivered$/)
      .waitFor();
  }

  /** Opens the newest recap of a schedule by its history. */
  async openRecap(title: string): Promise<void> {
    await this.openHistory(title);
    await this.item(title)
      .getByRole('link', { name: /^Open the recap of/ })
      .first()
      .click();
    await this.card.getByRole('heading', { name: title }).waitFor();
  }

  async openHistory(title: string): Promise<void> {
    const past = this.item(title).getByRole('button', { name: /^Past recaps/ });
    if ((await past.getAttribute('aria-expanded')) === 'false') await past.click();
  }

  setTheme(theme: PageTheme): Promise<void> {
    return choosePageTheme(this.page, theme);
  }

  /**
   * What axe finds in a part of the page, one line each. The colours of buttons and the levels of headings in messages
   * are the host's.
   */
  axeFaults(part: string): Promise<string[]> {
    return axeFaults(this.page, { include: part, exclude: ['.btn', '.markdown__heading'] });
  }
}
