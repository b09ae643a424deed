/** Brings plugins into the page and takes them out again, as the host does: script, registration, and their end. */
import type { ClientPluginManifest } from '@mattermost/types/plugins';
import { hideRHSPlugin, type PluginAction, type Thunk } from '../state/index.ts';
import { pluginRegistry, type PluginRegistry, type RegistryServices } from './registry.ts';

/** What a plugin's script registers. */
export interface PluginInstance {
  initialize?(registry: PluginRegistry, store: RegistryServices['store']): void;
  uninitialize?(): void;
  /** The old name of `uninitialize`. */
  deinitialize?(): void;
}

/** What the loader works with. */
export interface LoaderOptions extends RegistryServices {
  /** The address of the site. */
  readonly siteUrl: string;
  /** Asks the server which plugins run. */
  readonly running: () => Promise<readonly ClientPluginManifest[]>;
  /** Is told what went wrong; nothing else happens then. */
  readonly report: (error: unknown) => void;
}

/** All plugins of the page. */
export class PluginLoader {
  /** Registered plugins by id, as `window.plugins` shows them. */
  readonly plugins: Record<string, PluginInstance> = {};
  readonly #options: LoaderOptions;
  readonly #loaded = new Map<string, ClientPluginManifest>();
  readonly #awaited = new Map<string, () => void>();

  constructor(options: LoaderOptions) {
    this.#options = options;
  }

  /** `window.registerPlugin`: good only while the plugin's script is awaited. A plugin before it under this id ends. */
  readonly registerPlugin = (id: string, plugin: PluginInstance): void => {
    this.plugins[id]?.uninitialize?.();
    this.plugins[id] = plugin;
    const awaited = this.#awaited.get(id);
    this.#awaited.delete(id);
    if (awaited !== undefined) awaited();
    else this.#options.report(new Error(`nobody asked for a plugin ${id} to be registered`));
  };

  /** Loads what runs on the server. */
  async start(): Promise<void> {
    const data = await this.#options.running();
    this.#dispatch({ type: 'RECEIVED_WEBAPP_PLUGINS', data });
    await Promise.all(data.map((manifest) => this.#tryToLoad(manifest)));
  }

  /** After a time without events: loads what is new, and removes what is gone. */
  async catchUp(): Promise<void> {
    const before = this.#options.store.getState().plugins.plugins;
    const data = await this.#options.running();
    this.#dispatch({ type: 'RECEIVED_WEBAPP_PLUGINS', data });
    for (const manifest of data) {
      // Only the version is looked at: a script that changed without it stays as it is.
      if (before[manifest.id]?.version !== manifest.version) await this.#tryToLoad(manifest);
    }
    const ids = new Set(data.map(({ id }) => id));
    for (const manifest of Object.values(before)) if (!ids.has(manifest.id)) this.remove(manifest);
  }

  /** The event `plugin_enabled`. */
  async enabled(manifest: ClientPluginManifest): Promise<void> {
    this.#dispatch({ type: 'RECEIVED_WEBAPP_PLUGIN', data: manifest });
    await this.#tryToLoad(manifest);
  }

  /** Loads a plugin's script and waits until it has registered. One whose script is loaded already is left alone. */
  load(manifest: ClientPluginManifest): Promise<void> {
    const before = this.#loaded.get(manifest.id);
    if (before?.webapp.bundle_path === manifest.webapp.bundle_path) return Promise.resolve();
    // What the old one registered goes; it is told when the new one registers.
    if (before !== undefined) this.#dropRegistrations(manifest);
    return new Promise((resolve, reject) => {
      this.#awaited.set(manifest.id, () => {
        this.#initialize(manifest);
        resolve();
      });
      const script = document.createElement('script');
      script.id = `plugin_${manifest.id}`;
      script.type = 'text/javascript';
      script.src = this.#options.siteUrl + scriptPath(manifest);
      script.defer = true;
      script.onerror = () => reject(new Error(`no script for plugin ${manifest.id}`));
      document.head.append(script);
      this.#loaded.set(manifest.id, manifest);
    });
  }

  /** The event `plugin_disabled`: the plugin ends, and all that it had registered goes. */
  remove(manifest: Pick<ClientPluginManifest, 'id'>): void {
    const { id } = manifest;
    if (!this.#loaded.delete(id)) return;
    this.#dropRegistrations(manifest);
    const plugin = this.plugins[id];
    try {
      if (plugin?.uninitialize !== undefined) plugin.uninitialize();
      else plugin?.deinitialize?.();
    } catch (error) {
      this.#options.report(error);
    }
    this.#options.events.forget(id);
    this.#options.translations.forget(id);
    document.getElementById(`plugin_${id}`)?.remove();
  }

  async #tryToLoad(manifest: ClientPluginManifest): Promise<void> {
    try {
      await this.load(manifest);
    } catch (error) {
      this.#options.report(error);
    }
  }

  #initialize({ id }: ClientPluginManifest): void {
    const { store } = this.#options;
    try {
      this.plugins[id]?.initialize?.(pluginRegistry(id, this.#options), store);
    } catch (error) {
      this.#options.report(error);
    }
  }

  #dropRegistrations(manifest: Pick<ClientPluginManifest, 'id'>): void {
    this.#options.store.dispatch(hideSidebarsOf(manifest.id));
    this.#dispatch({ type: 'REMOVED_WEBAPP_PLUGIN', data: manifest });
  }

  #dispatch(action: PluginAction): void {
    this.#options.store.dispatch(action);
  }
}

/** The path of the script. Servers leave out `plugins`, as they did before there was such a folder. */
function scriptPath({ webapp }: ClientPluginManifest): string {
  return webapp.bundle_path.replace(/^(.*?)\/static\/(?!plugins\/)/, '$1/static/plugins/');
}

function hideSidebarsOf(pluginId: string): Thunk<void> {
  return (dispatch, getState) => {
    const { views, plugins } = getState();
    const shown = views.rhs.pluggableId;
    const sidebars = plugins.components['RightHandSidebarComponent'] ?? [];
    const isOurs = sidebars.some((each) => each.id === shown && each.pluginId === pluginId);
    if (isOurs) dispatch(hideRHSPlugin(shown));
  };
}
