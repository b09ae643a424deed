import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import React, { isValidElement } from 'react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

import { botUsername } from '../../server/contract/index.ts';
import type { HostState, PluginRegistry } from '../../webapp/host/index.ts';
import { WebappPlugin } from '../../webapp/plugin.tsx';
import { hostPage } from './page.ts';
import { channelOf, hostStateOf, idOf } from './samples.ts';
import { World } from './world.tsx';

const host = hostPage();

type Call = readonly [method: string, ...args: unknown[]];

/** A host's registry that remembers what is there. */
class FakeRegistry {
  readonly calls: Call[] = [];
  /** What was registered and not taken back, by id or name. */
  readonly there = new Set<string>();
  readonly handlers = new Map<string, (...args: never[]) => unknown>();
  #ids = 0;

  /** The registry, without the methods that an older host lacks. */
  without(...lacking: readonly (keyof PluginRegistry)[]): PluginRegistry {
    const sidebar = (id: string): object => ({
      id,
      showRHSPlugin: { type: 'SHOW' },
      hideRHSPlugin: { type: 'HIDE' },
      toggleRHSPlugin: { type: 'TOGGLE' },
    });
    const add = (): string => {
      this.#ids += 1;
      this.there.add(`id${this.#ids}`);
      return `id${this.#ids}`;
    };
    const own: Partial<Record<keyof PluginRegistry, (...args: never[]) => unknown>> = {
      registerReducer: () => undefined,
      registerTranslations: () => undefined,
      registerRightHandSidebarComponent: () => sidebar(add()),
      registerAppBarComponent: () => ({ id: add(), rhsComponent: sidebar(add()) }),
      registerChannelHeaderButtonAction: add,
      registerChannelHeaderMenuAction: add,
      registerMainMenuAction: add,
      registerPostTypeComponent: add,
      registerSlashCommandWillBePostedHook: add,
      registerRHSPluginPopoutListener: () => undefined,
      registerAdminConsoleCustomSetting: () => undefined,
      registerWebSocketEventHandler: (event: string, handler: () => unknown) => {
        this.there.add(event);
        this.handlers.set(event, handler);
      },
      unregisterWebSocketEventHandler: (event: string) => this.there.delete(event),
      registerReconnectHandler: (handler: () => unknown) => {
        this.there.add('reconnect');
        this.handlers.set('reconnect', handler);
      },
      unregisterReconnectHandler: () => this.there.delete('reconnect'),
      unregisterComponent: (id: string) => this.there.delete(id),
      unregisterPostTypeComponent: (id: string) => this.there.delete(id),
    };
    const methods = Object.entries(own).filter(([name]) => !lacking.includes(name as never));
    return Object.fromEntries(
      methods.map(([name, method]) => [
        name,
        (...args: never[]) => {
          this.calls.push([name, ...args]);
          return method(...args);
        },
      ]),
    ) as unknown as PluginRegistry;
  }

  /** The arguments of a call. */
  args(method: keyof PluginRegistry): readonly unknown[] {
    return this.calls.find(([name]) => name === method)!.slice(1);
  }
}

let registry: FakeRegistry;
let plugin: WebappPlugin;
let dispatched: unknown[];

beforeEach(() => {
  registry = new FakeRegistry();
  plugin = new WebappPlugin();
  dispatched = [];
});

afterEach(() => plugin.uninitialize());

function initialize(...lacking: readonly (keyof PluginRegistry)[]): void {
  initializeOn(hostStateOf(), ...lacking);
}

function initializeOn(host: HostState, ...lacking: readonly (keyof PluginRegistry)[]): void {
  const { store } = new World({ host });
  plugin.initialize(registry.without(...lacking), {
    getState: () => store.getState(),
    dispatch: (action) => dispatched.push(action),
  });
}

const styles = (): number => document.querySelectorAll('#scheduled-recaps-styles').length;

test('the health panel stands in the place of its setting', () => {
  initialize();
  expect(registry.args('registerAdminConsoleCustomSetting')).toEqual([
    'Health',
    expect.any(Function),
    { showTitle: false },
  ]);
});

describe('initialize and uninitialize', () => {
  test('everything is taken back', () => {
    initialize();
    expect(registry.there.size).toBe(12);
    expect(styles()).toBe(1);
    plugin.uninitialize();
    expect([...registry.there]).toEqual([]);
    expect(styles()).toBe(0);
    expect(dispatched).toEqual([{ type: 'HIDE' }]);
  });

  test('taken back twice is taken back once', () => {
    initialize();
    plugin.uninitialize();
    plugin.uninitialize();
    expect(dispatched).toEqual([{ type: 'HIDE' }]);
  });

  test('registered again, everything is there once', () => {
    initialize();
    initialize();
    expect(registry.there.size).toBe(12);
    expect(styles()).toBe(1);
  });

  test('a host that lacks what is new still gets the rest', () => {
    initialize(
      'registerAppBarComponent',
      'registerSlashCommandWillBePostedHook',
      'registerRHSPluginPopoutListener',
    );
    expect(registry.args('registerRightHandSidebarComponent')).toHaveLength(2);
    plugin.uninitialize();
    expect([...registry.there]).toEqual([]);
  });

  test('with a bar of apps there is one sidebar, not two', () => {
    initialize();
    expect(registry.calls.map(([name]) => name)).not.toContain('registerRightHandSidebarComponent');
  });
});

describe('entries', () => {
  test('the button of the channel header has a name that the host can read', () => {
    initialize();
    const [, , text, tooltip] = registry.args('registerChannelHeaderButtonAction');
    for (const words of [text, tooltip]) {
      expect(isValidElement(words) && words.type === FormattedMessage).toBe(true);
    }
  });

  test('on a narrow page the button has its name from its picture', () => {
    initialize();
    const [icon] = registry.args('registerChannelHeaderButtonAction');
    const container = new World().show(
      () => <button type="button">{icon as ReactNode}</button>,
      {},
    );
    expect(container.querySelector('button')?.textContent).toBe('Scheduled Recaps');
  });

  test.each<[keyof PluginRegistry, number]>([
    ['registerChannelHeaderButtonAction', 0],
    ['registerMainMenuAction', 2],
  ])('the picture of %s is one to be filled, which is how the host colours it', (method, at) => {
    initialize();
    const container = new World().show(() => <>{registry.args(method)[at] as ReactNode}</>, {});
    const picture = container.querySelector('svg')!;
    expect(picture.getAttribute('fill')).toBe('currentColor');
    expect(container.querySelectorAll('[stroke], [fill="none"]')).toHaveLength(0);
  });

  test.each<[keyof PluginRegistry, number, string]>([
    ['registerChannelHeaderButtonAction', 1, 'TOGGLE'],
    ['registerMainMenuAction', 1, 'SHOW'],
  ])('%s opens the sidebar', (method, at, type) => {
    initialize();
    (registry.args(method)[at] as () => void)();
    expect(dispatched).toEqual([{ type }]);
  });

  test('the menu of a channel opens the form for that channel', () => {
    initialize();
    const [, action] = registry.args('registerChannelHeaderMenuAction');
    (action as (id: string) => void)(idOf('square'));
    expect(dispatched).toMatchObject([
      {
        type: 'OPEN_MODAL',
        modalId: 'scheduled_recaps_form',
        dialogProps: { request: { mode: 'create', channelId: idOf('square') } },
      },
    ]);
  });

  test.each([
    ['/recap new', true],
    ['  /recap   new ', true],
    ['/recap list', false],
    ['/recap new recap', false],
    ['/recaps new', false],
    ['/remind new', false],
  ])('the command %p opens the form: %p', (message, opens) => {
    initialize();
    const [hook] = registry.args('registerSlashCommandWillBePostedHook');
    const args = { channel_id: idOf('square') };
    const outcome = (hook as (message: string, args: object) => object)(message, args);
    expect(outcome).toEqual(opens ? {} : { message, args });
    expect(dispatched).toHaveLength(opens ? 1 : 0);
  });

  test.each([
    ['that is open', channelOf('room'), true],
    ['that is archived', channelOf('room', { delete_at: 1 }), false],
    [
      'with our own bot',
      channelOf('room', { type: 'D', name: `${idOf('anna')}__${idOf('bot')}` }),
      false,
    ],
    [
      'with somebody',
      channelOf('room', { type: 'D', name: `${idOf('anna')}__${idOf('ben')}` }),
      true,
    ],
    ['that the page does not know', undefined, false],
  ])('the command in a channel %s chooses it', (_, channel, chosen) => {
    const host = hostStateOf();
    const { users } = host.entities;
    const bot = { id: idOf('bot'), username: botUsername };
    const channels = channel === undefined ? {} : { [channel.id]: channel };
    initializeOn({
      entities: {
        ...host.entities,
        users: { ...users, profiles: { ...users.profiles, [bot.id]: bot } },
        channels: { channels },
      },
    });
    const [hook] = registry.args('registerSlashCommandWillBePostedHook');
    (hook as (message: string, args: object) => object)('/recap new', { channel_id: idOf('room') });
    const channelId = chosen ? idOf('room') : undefined;
    expect(dispatched).toMatchObject([{ dialogProps: { request: { mode: 'create', channelId } } }]);
  });

  test('a sidebar in a window of its own has the page go to messages, and nowhere else', () => {
    initialize();
    const [, opened] = registry.args('registerRHSPluginPopoutListener');
    const heard: ((channel: string, ...args: unknown[]) => void)[] = [];
    (opened as (...args: unknown[]) => void)('harbour', 'square', {
      onMessageFromPopout: (listener: (typeof heard)[0]) => heard.push(listener),
    });
    heard[0]!('scheduled_recaps_navigate', '/harbour/pl/1');
    heard[0]!('something_else', '/harbour/pl/2');
    heard[0]!('scheduled_recaps_navigate', 'https://elsewhere.example');
    expect(host.visited).toEqual(['/harbour/pl/1']);
  });
});
