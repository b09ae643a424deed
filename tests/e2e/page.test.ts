/** The stand-in's page in a real browser: a plugin comes, is used, goes and comes back; people talk to each other. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { describeInBrowser, type Window } from '../support/browser.ts';
import { choosePageTheme, pageThemes } from '../support/page_themes.ts';
import { PageWorld } from '../support/page_world.ts';
import { webappBundle } from '../support/webapp_bundle.ts';

jest.setTimeout(60_000);

/** The mark that the plugin's webapp half leaves on the document. */
function pluginMark(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('data-echo');
}

async function send(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to/ }).fill(text);
  await page.keyboard.press('Enter');
}

describeInBrowser('the page', () => {
  let world: PageWorld;
  let anna: Window;

  beforeAll(async () => {
    world = await PageWorld.start();
    world.say('Good **morning** ~random, @anna');
    anna = await world.open('/team/channels/dev');
    await anna.page.getByRole('heading', { name: 'Dev' }).waitFor();
  });
  afterAll(() => world.close());

  test('shows the channel, its messages formatted', async () => {
    const post = anna.page.getByRole('article', { name: /Good/ });
    await post.getByText('morning').waitFor();
    expect(await post.locator('strong', { hasText: 'morning' }).count()).toBe(1);
    expect(await post.getByRole('link', { name: '~Random' }).getAttribute('href')).toBe(
      `${world.host.url()}/team/channels/random`,
    );
    expect(await post.locator('.mention--highlight').textContent()).toBe('@anna');
  });

  test('messages go both ways as they are written', async () => {
    await send(anna.page, 'Is anybody here?');
    // The box holds the text, too, until the server has taken it.
    await anna.page.getByRole('article', { name: 'Anna Test: Is anybody here?' }).waitFor();
    world.say('Yes, here.');
    await anna.page.getByText('Yes, here.').waitFor();
  });

  test('a plugin comes when it is enabled, without a reload', async () => {
    await world.host.install(await webappBundle('1.0.0'));
    expect(await pluginMark(anna.page)).toBeNull();
    await world.host.enable('echo');
    await anna.page.locator('html[data-echo="1.0.0 up"]').waitFor();
    await anna.page.getByRole('button', { name: 'echo' }).click();
    const sidebar = anna.page.getByRole('complementary', { name: 'Sample sidebar' });
    await sidebar.getByText('Sample 1.0.0 in Denim').waitFor();
  });

  test('it hears its events, and keeps them in its part of the state', async () => {
    world.host.workspace.signals.publish({
      event: 'custom_echo_hello',
      data: { text: 'first event' },
      audience: { userId: world.user('anna').id },
    });
    const heard = anna.page.getByRole('list', { name: 'Heard' });
    await heard.getByText('first event').waitFor();
  });

  test('it hears that the connection came back', async () => {
    world.host.dropSockets();
    world.say('Said while nobody was connected.');
    await anna.page.getByRole('list', { name: 'Heard' }).getByText('back again').first().waitFor();
    await anna.page.getByText('Said while nobody was connected.').waitFor();
  });

  test('posts of its type are shown by its component', async () => {
    world.say('plain words', {
      type: 'custom_sample',
      props: new Map([['said', 'in its own way']]),
    });
    await anna.page.getByText('Sample post: in its own way').waitFor();
    expect(await anna.page.getByText('plain words', { exact: true }).count()).toBe(0);
  });

  test('its entry in the channel menu opens its modal, in the language of the user', async () => {
    await anna.page.getByLabel('Language').selectOption('Deutsch');
    await anna.page.getByRole('button', { name: 'Dev Channel Menu' }).click();
    await anna.page.getByRole('menuitem', { name: 'Beispiel' }).click();
    const modal = anna.page.getByRole('dialog', { name: 'Sample modal' });
    await modal.getByText('For Dev').waitFor();
    await modal.getByRole('button', { name: 'Done' }).click();
    await modal.waitFor({ state: 'detached' });
    await anna.page.getByLabel('Language').selectOption('English');
  });

  test('when it is disabled, all it brought goes', async () => {
    await world.host.disable('echo');
    await anna.page.locator('html[data-echo="1.0.0 down"]').waitFor();
    await anna.page.getByText('plain words', { exact: true }).waitFor();
    expect(await anna.page.getByRole('button', { name: 'echo' }).count()).toBe(0);
    expect(await anna.page.getByRole('complementary').count()).toBe(0);
  });

  test('it comes back, and a new version takes the place of the old', async () => {
    await world.host.enable('echo');
    await anna.page.locator('html[data-echo="1.0.0 up"]').waitFor();
    await world.host.install(await webappBundle('2.0.0'));
    await anna.page.locator('html[data-echo="2.0.0 up"]').waitFor();
    await anna.page.getByRole('button', { name: 'echo' }).click();
    await anna.page.getByText('Sample 2.0.0 in Denim').waitFor();
    expect(await anna.page.getByRole('button', { name: 'echo' }).count()).toBe(1);
  });

  test('a command answers, and opens a dialog that keeps what was typed until it is right', async () => {
    await send(anna.page, '/echo hello');
    await anna.page.getByRole('article', { name: /\/echo hello/ }).waitFor();
    await send(anna.page, '/echo dialog');
    const dialog = anna.page.getByRole('dialog', { name: 'Say the word' });
    const word = dialog.getByRole('textbox', { name: 'Word' });
    await word.fill('hello');
    await dialog.getByRole('button', { name: 'Say it' }).click();
    await dialog.getByText('That is not the word.').waitFor();
    expect(await word.inputValue()).toBe('hello');
    await word.fill('echo');
    await dialog.getByRole('button', { name: 'Say it' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('a button on a message reaches its plugin, whose answer changes the message', async () => {
    const action = { id: 'press', name: 'Press me', integration: { url: '/plugins/echo/press' } };
    world.say('not pressed', { props: new Map([['attachments', [{ actions: [action] }]]]) });
    await anna.page.getByRole('button', { name: 'Press me' }).click();
    await anna.page.getByText('pressed', { exact: true }).waitFor();
    await anna.page.getByText('You pressed.').waitFor();
  });

  test('a permalink leads to its message, a reply to its thread', async () => {
    const root = world.say('The root of it');
    const reply = world.say('A reply to it', { rootId: root.id });
    world.say(`Look at ${world.host.url()}/team/pl/${reply.id}`);
    await anna.page.getByRole('link', { name: /\/team\/pl\// }).click();
    const thread = anna.page.getByRole('complementary', { name: 'Thread' });
    await thread.locator('.post--highlight', { hasText: 'A reply to it' }).waitFor();
    await anna.page.locator(`#post_${root.id}.post--highlight`).waitFor();
    await anna.page.getByRole('button', { name: 'Jump to recent messages' }).click();
    expect(anna.page.url()).toBe(`${world.host.url()}/team/channels/dev`);
    await anna.page.locator(`#post_${root.id}`).getByRole('button', { name: '1 reply' }).waitFor();
  });

  test.each(pageThemes.map(([name]) => name))('axe finds nothing wrong in %s', async (theme) => {
    await choosePageTheme(anna.page, theme);
    expect(await axeFaults(anna.page)).toEqual([]);
  });

  test('somebody else signs in with one choice', async () => {
    await anna.page.getByLabel('User').selectOption('Ben Test');
    await anna.page.waitForURL('**/team/**');
    await anna.page.getByRole('heading', { name: 'Dev' }).waitFor();
    await send(anna.page, 'Ben speaking');
    await anna.page.getByRole('article', { name: 'Ben Test: Ben speaking' }).waitFor();
    expect(await anna.page.getByLabel('User').inputValue()).toBe('ben');
  });

  test('an administrator changes settings, those of components of the plugin too', async () => {
    await anna.page.getByLabel('User').selectOption('Root Test (admin)');
    await anna.page.getByRole('link', { name: 'Settings of echo' }).click();
    await anna.page.getByRole('heading', { name: 'Word' }).waitFor();
    await anna.page.getByRole('button', { name: 'The word is unset' }).click();
    await anna.page.getByRole('button', { name: 'The word is changed' }).waitFor();
    await anna.page.getByRole('spinbutton', { name: 'Limit:' }).fill('5');
    expect(await axeFaults(anna.page)).toEqual([]);
    await anna.page.getByRole('button', { name: 'Save' }).click();
    await anna.page.getByText('Saved.').waitFor();
    const { manifest } = world.host.node().plugin('echo')!.bundle;
    expect(world.host.config.loadedPlugin(manifest)).toMatchObject({ word: 'changed', limit: 5 });
  });

  test('nothing went wrong unseen', () => {
    expect(anna.errors).toEqual([]);
  });
});

describeInBrowser('a site below a path', () => {
  let world: PageWorld;

  beforeAll(async () => {
    world = await PageWorld.start({ subpath: '/chat' });
    await world.host.install(await webappBundle('1.0.0'));
    await world.host.enable('echo');
  });
  afterAll(() => world.close());

  test('has its page, its plugins and its links there', async () => {
    const { page, errors } = await world.open('/');
    await page.locator('html[data-echo="1.0.0 up"]').waitFor();
    await page.getByRole('link', { name: /Dev/ }).click();
    expect(page.url()).toBe(`${world.host.url()}/team/channels/dev`);
    const post = world.say('below a path');
    await page.getByText('below a path').waitFor();
    await page.goto(`${world.host.url()}/team/pl/${post.id}`);
    await page.locator(`#post_${post.id}.post--highlight`).waitFor();
    expect(errors).toEqual([]);
  });

  test('the sidebar opens in a window of its own', async () => {
    const { page, context } = await world.open('/team/channels/dev');
    await page.getByRole('button', { name: 'echo' }).click();
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Open in new window' }).click();
    const popout = await opened;
    await popout.getByText('Sample 1.0.0 in Denim').waitFor();
    expect(popout.url()).toBe(`${world.host.url()}/_popout/rhs/team/plugin/echo?channel=dev`);
  });
});
