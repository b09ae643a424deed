/** How plugins come into the page and go out of it. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ClientPluginManifest } from '@mattermost/types/plugins';
import { PluginLoader, type PluginInstance } from './loader.ts';
import { pageParts, type PageParts } from './page_parts.ts';
import type { RegisteredSidebar } from './registry.ts';

const Nothing = (): null => null;

/** What clients get to know of a plugin. */
function manifest(id = 'sample', version = '1.0.0', hash = version): ClientPluginManifest {
  return {
    id,
    name: id,
    version,
    webapp: { bundle_path: `/static/${id}/${id}_${hash}_bundle.js` },
  };
}

let parts: PageParts;
let running: ClientPluginManifest[];
let loader: PluginLoader;
let told: string[];

/** A plugin that writes down what happens to it, and has a sidebar. */
function plugin(name: string): PluginInstance {
  return {
    initialize: (registry, store) => {
      told.push(`${name} comes`);
      const sidebar = registry['registerRightHandSidebarComponent']?.(Nothing, name);
      registry['registerWebSocketEventHandler']?.('event', () => told.push(`${name} hears`));
      registry['registerReconnectHandler']?.(() => told.push(`${name} is back`));
      store.dispatch((sidebar as RegisteredSidebar).showRHSPlugin);
    },
    uninitialize: () => void told.push(`${name} goes`),
  };
}

/** Loads a plugin whose script registers `instance`. */
async function load(loaded: ClientPluginManifest, instance: PluginInstance): Promise<void> {
  const done = loader.load(loaded);
  loader.registerPlugin(loaded.id, instance);
  await done;
}

function scripts(): (string | null)[] {
  return [...document.head.querySelectorAll('script')].map((script) => script.getAttribute('src'));
}

beforeEach(() => {
  document.head.replaceChildren();
  parts = pageParts();
  running = [];
  told = [];
  loader = new PluginLoader({
    ...parts,
    siteUrl: 'http://127.0.0.1/chat',
    running: () => Promise.resolve(running),
    report: (error) => parts.errors.push(error),
  });
});

test('the script is fetched from where the server keeps those of plugins, and then the plugin begins', async () => {
  await load(manifest(), plugin('one'));
  expect(scripts()).toEqual(['http://127.0.0.1/chat/static/plugins/sample/sample_1.0.0_bundle.js']);
  expect(document.getElementById('plugin_sample')).not.toBeNull();
  expect(told).toEqual(['one comes']);
  expect(loader.plugins['sample']).toBeDefined();
});

test('a script that is there already is not fetched again', async () => {
  await load(manifest(), plugin('one'));
  await loader.load(manifest());
  expect(scripts()).toHaveLength(1);
});

test('who registers without being awaited is reported, and does not begin', () => {
  loader.registerPlugin('stranger', plugin('stranger'));
  expect(told).toEqual([]);
  expect(parts.errors).toHaveLength(1);
});

test('a script that cannot be fetched is reported, and the others come', async () => {
  running = [manifest('broken'), manifest('sample')];
  const started = loader.start();
  await Promise.resolve();
  document.getElementById('plugin_broken')?.dispatchEvent(new Event('error'));
  loader.registerPlugin('sample', plugin('one'));
  await started;
  expect(parts.errors).toEqual([new Error('no script for plugin broken')]);
  expect(told).toEqual(['one comes']);
  expect(Object.keys(parts.store.getState().plugins.plugins)).toEqual(['broken', 'sample']);
});

test('a plugin that throws as it begins is reported', async () => {
  await load(manifest(), {
    initialize: () => {
      throw new Error('no start');
    },
  });
  expect(parts.errors).toEqual([new Error('no start')]);
});

describe('a plugin that is removed', () => {
  beforeEach(async () => {
    await load(manifest(), plugin('one'));
    loader.remove(manifest());
  });

  test('is told, once', () => {
    loader.remove(manifest());
    expect(told).toEqual(['one comes', 'one goes']);
  });

  test('leaves no component, no open sidebar, and no script', () => {
    const { plugins, views } = parts.store.getState();
    expect(plugins.components['RightHandSidebarComponent']).toEqual([]);
    expect(views.rhs.isSidebarOpen).toBe(false);
    expect(scripts()).toEqual([]);
  });

  test('hears no more events', () => {
    parts.events.publish({ event: 'event', data: {} });
    parts.events.reconnected();
    expect(told).toEqual(['one comes', 'one goes']);
  });

  test('may come again', async () => {
    await load(manifest(), plugin('again'));
    expect(told).toEqual(['one comes', 'one goes', 'one goes', 'again comes']);
  });
});

test('the old name for the end of a plugin is good as well', async () => {
  await load(manifest(), { deinitialize: () => void told.push('ended') });
  loader.remove(manifest());
  expect(told).toEqual(['ended']);
});

test('of a new version the old one is told when the new one registers; what it had registered went before', async () => {
  await load(manifest(), plugin('old'));
  const done = loader.enabled(manifest('sample', '2.0.0'));
  const sidebars = () => parts.store.getState().plugins.components['RightHandSidebarComponent'];
  expect(sidebars()).toEqual([]);
  expect(told).toEqual(['old comes']);
  loader.registerPlugin('sample', plugin('new'));
  await done;
  expect(told).toEqual(['old comes', 'old goes', 'new comes']);
  expect(sidebars()).toHaveLength(1);
});

describe('after a time without events', () => {
  beforeEach(async () => {
    running = [manifest('sample'), manifest('gone')];
    const started = loader.start();
    await Promise.resolve();
    loader.registerPlugin('sample', plugin('sample'));
    loader.registerPlugin('gone', plugin('gone'));
    await started;
    told = [];
  });

  test('what is gone goes, and what is new comes', async () => {
    running = [manifest('sample'), manifest('fresh')];
    const done = loader.catchUp();
    await Promise.resolve();
    loader.registerPlugin('fresh', plugin('fresh'));
    await done;
    expect(told).toEqual(['fresh comes', 'gone goes']);
  });

  test('a script that changed under the same version stays', async () => {
    running = [manifest('sample', '1.0.0', 'other'), manifest('gone')];
    await loader.catchUp();
    expect(told).toEqual([]);
    expect(scripts()).toHaveLength(2);
  });
});
