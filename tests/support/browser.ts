/** Debian's Chromium for tests: one browser a test file, one signed-in window a user. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { describe } from '@jest/globals';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Where Debian's package puts it. */
const executablePath = '/usr/bin/chromium';

/** Nothing but the pages of the test: no updates, no look-ups, no first-run page. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `describe` where Chromium is installed; elsewhere the tests are skipped, and one line says why. */
export function describeInBrowser(name: string, body: () => void): void {
  if (existsSync(executablePath)) describe(name, body);
  else {
    process.stdout.write(`Skipped, no ${executablePath}: ${name}\n`);
    describe.skip(name, body);
  }
}

/** A window with what went wrong in it. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that nothing on the page caught. */
  readonly errors: readonly string[];
}

/** A running browser. */
export class TestBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<TestBrowser> {
    return new TestBrowser(await chromium.launch({ executablePath, headless: true, args }));
  }

  /** A new window that shares nothing with any other, of 1400 by 900 pixels unless told otherwise. */
  async open(address: string, options: BrowserContextOptions = {}): Promise<Window> {
    const viewport = { width: 1400, height: 900 };
    const context = await this.#browser.newContext({ viewport, ...options });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(address);
    return { page, context, errors };
  }

  /** Ends the browser with all its windows. May be called twice. */
  close(): Promise<void> {
    return this.#browser.close();
  }
}
