/** The registry: what a plugin says, and where in the state it ends up. */
import { describe, expect, jest, test } from '@jest/globals';
import React, { isValidElement, memo } from 'react';
import { pageParts, signIn } from './page_parts.ts';
import { componentMethods, entryMethods, hookMethods } from './component_lists.ts';
import { pluginRegistry, type RegisteredSidebar } from './registry.ts';

const Nothing = (): null => null;

/** A registry, and the list of this name in the state. */
function parts(id = 'sample') {
  const services = pageParts();
  const registry = pluginRegistry(id, services);
  const list = (name: string) => services.store.getState().plugins.components[name] ?? [];
  const call = (method: string, ...args: unknown[]): unknown => registry[method]?.(...args);
  return { ...services, registry, list, call };
}

describe('methods that fill a list', () => {
  test.each(Object.entries(componentMethods))('%s fills %s', (method, name) => {
    const { call, list } = parts();
    const id = call(method, Nothing);
    expect(list(name)).toMatchObject([{ id, pluginId: 'sample', component: Nothing }]);
  });

  test.each(Object.entries(hookMethods))('%s fills %s', (method, name) => {
    const { call, list } = parts();
    call(method, { hook: Nothing });
    expect(list(name)).toMatchObject([{ hook: Nothing }]);
  });

  test.each(Object.entries(entryMethods))('%s takes its arguments in order', (method, entry) => {
    const [name, names] = entry;
    const { call, list } = parts();
    call(method, ...names.map((each) => `the ${each}`));
    const expected = Object.fromEntries(names.map((each) => [each, `the ${each}`]));
    expect(list(name)).toMatchObject([expected]);
  });

  test('one object with known names is arguments by name, another is an argument', () => {
    const { call, list } = parts();
    call('registerMainMenuAction', { text: 'Open', action: Nothing });
    call('registerMainMenuAction', { unknown: 1 }, Nothing);
    expect(list('MainMenu')).toMatchObject([
      { text: 'Open', action: Nothing },
      { text: { unknown: 1 }, action: Nothing },
    ]);
  });

  test.each([
    ['a function', Nothing],
    ['what memo gives', memo(Nothing)],
  ])('%s becomes an element where one is meant', (_, component) => {
    const { call, list } = parts();
    call('registerMainMenuAction', component, Nothing);
    expect(isValidElement(list('MainMenu')[0]?.text)).toBe(true);
  });

  test('entries stand in the order of plugins, whoever came first', () => {
    const services = pageParts();
    for (const id of ['b', 'a', 'b']) {
      pluginRegistry(id, services)['registerRootComponent']?.(Nothing);
    }
    const entries = services.store.getState().plugins.components['Root'];
    expect(entries?.map(({ pluginId }) => pluginId)).toEqual(['a', 'b', 'b']);
  });

  test('an entry goes by the id that it was given', () => {
    const { call, list } = parts();
    const first = call('registerRootComponent', Nothing);
    const second = call('registerRootComponent', Nothing);
    call('unregisterComponent', first);
    expect(list('Root').map(({ id }) => id)).toEqual([second]);
  });
});

describe('the sidebar', () => {
  test('is shown, hidden and toggled by what the registry gives back', () => {
    const { call, store } = parts();
    const { id, showRHSPlugin, hideRHSPlugin, toggleRHSPlugin } = call(
      'registerRightHandSidebarComponent',
      Nothing,
      'Title',
    ) as RegisteredSidebar;
    const shown = (): string => store.getState().views.rhs.pluggableId;
    store.dispatch(showRHSPlugin);
    expect(shown()).toBe(id);
    expect(store.getState().views.rhs).toMatchObject({ isSidebarOpen: true, rhsState: 'plugin' });
    store.dispatch(hideRHSPlugin);
    expect(shown()).toBe('');
    expect(store.getState().views.rhs.isSidebarOpen).toBe(false);
    store.dispatch(toggleRHSPlugin);
    expect(shown()).toBe(id);
    store.dispatch(toggleRHSPlugin);
    expect(shown()).toBe('');
  });

  test('comes with a button at the right edge that toggles it', () => {
    const { call, list, store } = parts();
    const given = call('registerAppBarComponent', {
      iconUrl: '/icon.svg',
      tooltipText: 'Sample',
      rhsComponent: Nothing,
      rhsTitle: 'Title',
    }) as { id: string; rhsComponent: RegisteredSidebar };
    const [button] = list('AppBar');
    expect(button).toMatchObject({ id: given.id, rhsComponentId: given.rhsComponent.id });
    expect(list('RightHandSidebarComponent')).toMatchObject([{ id: given.rhsComponent.id }]);
    button?.action?.();
    expect(store.getState().views.rhs.pluggableId).toBe(given.rhsComponent.id);
  });

  test('is none where the button has an action of its own', () => {
    const { call, list } = parts();
    const action = jest.fn();
    const id = call('registerAppBarComponent', '/icon.svg', action, 'Sample');
    expect(list('AppBar')).toMatchObject([{ id, action }]);
    expect(list('RightHandSidebarComponent')).toEqual([]);
  });
});

test('a button of the channel header is there for small screens too, under one id', () => {
  const { call, list } = parts();
  const id = call('registerChannelHeaderButtonAction', <i />, Nothing, 'Text', 'Tooltip');
  expect(list('ChannelHeaderButton')).toMatchObject([{ id, tooltipText: 'Tooltip' }]);
  expect(list('MobileChannelHeaderButton')).toMatchObject([{ id }]);
});

test('a type of posts belongs to the plugin that comes first in the alphabet', () => {
  const services = pageParts();
  const owner = (): string | undefined =>
    services.store.getState().plugins.postTypes['custom_x']?.pluginId;
  const register = (id: string): unknown =>
    pluginRegistry(id, services)['registerPostTypeComponent']?.('custom_x', Nothing);
  register('b');
  register('c');
  expect(owner()).toBe('b');
  const componentId = register('a');
  expect(owner()).toBe('a');
  pluginRegistry('a', services)['unregisterPostTypeComponent']?.(componentId);
  expect(owner()).toBeUndefined();
});

test('a reducer lies under the name of its plugin, and hears every action', () => {
  const { call, store } = parts();
  call('registerReducer', (state = 0, { type }: { type: string }) =>
    type === 'sample_more' ? state + 1 : state,
  );
  store.dispatch({ type: 'sample_more' });
  expect(store.getState()).toMatchObject({ 'plugins-sample': 1 });
});

test('settings of the System Console are found by their key in lower case', () => {
  const { call, store } = parts();
  call('registerAdminConsoleCustomSetting', 'HealthPanel', Nothing, { showTitle: true });
  const { adminConsoleCustomComponents } = store.getState().plugins;
  expect(adminConsoleCustomComponents['sample']?.['healthpanel']).toMatchObject({
    component: Nothing,
    options: { showTitle: true },
  });
});

describe('events', () => {
  test('reach the last handler of each plugin, until it is taken away', () => {
    const { call, events } = parts();
    const heard: string[] = [];
    call('registerWebSocketEventHandler', 'custom_sample_a', () => heard.push('first'));
    call('registerWebSocketEventHandler', 'custom_sample_a', () => heard.push('second'));
    events.publish({ event: 'custom_sample_a', data: {} });
    call('unregisterWebSocketEventHandler', 'custom_sample_a');
    events.publish({ event: 'custom_sample_a', data: {} });
    expect(heard).toEqual(['second']);
  });

  test('a handler that throws is reported, and the others hear the event all the same', () => {
    const { call, events, errors } = parts();
    const other = jest.fn();
    call('registerWebSocketEventHandler', 'x', () => {
      throw new Error('broken');
    });
    events.listen('zzz', 'x', other);
    events.publish({ event: 'x', data: {} });
    expect(errors).toEqual([new Error('broken')]);
    expect(other).toHaveBeenCalledTimes(1);
  });

  test('the connection coming back is told, until nobody wants to hear', () => {
    const { call, events } = parts();
    const handler = jest.fn();
    call('registerReconnectHandler', handler);
    events.reconnected();
    call('unregisterReconnectHandler');
    events.reconnected();
    expect(handler).toHaveBeenCalledTimes(1);
  });
});

describe('texts', () => {
  test('are there as soon as they are registered', () => {
    const { call, store } = parts();
    call('registerTranslations', (locale: string) => ({ 'sample.text': `text in ${locale}` }));
    expect(store.getState().views.i18n.translations['en']).toEqual({
      'page.own': 'en',
      'sample.text': 'text in en',
    });
  });

  test('are asked for again in another language, where those of the page win', () => {
    const { call, store, translations } = parts();
    const source = (locale: string) => ({ 'sample.text': locale, 'page.own': 'stolen' });
    call('registerTranslations', source);
    signIn(store, 'de');
    store.dispatch(translations.load('de'));
    const texts = store.getState().views.i18n.translations;
    expect(texts['de']).toEqual({ 'page.own': 'de', 'sample.text': 'de' });
    expect(texts['en']).toMatchObject({ 'page.own': 'stolen' });
  });
});
