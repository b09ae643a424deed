/** The server's configuration, shared by all nodes: a few settings of its own, and each plugin's map. */
import { Config } from '../../server/mattermost/model/index.ts';
import { create, type GobValue, type Input } from '../../server/wire/gob/index.ts';
import { allSettings, plainSettings, type Manifest } from './plugins/manifest.ts';

/** What stands in place of a secret wherever the configuration is shown. */
const mask = '*'.repeat(32);

/** One plugin's settings by key. */
export type PluginSettings = Readonly<Record<string, GobValue>>;

/** The configuration. Every change reaches the listeners, as it reaches `OnConfigurationChange` on every node. */
export class ServerConfig {
  readonly #listeners = new Set<() => void>();
  readonly #plugins = new Map<string, PluginSettings>();
  #server: Config;

  constructor(server: Input<typeof Config> = {}) {
    this.#server = create(Config, {
      teamSettings: { siteName: 'Mattermost', teammateNameDisplay: 'full_name' },
      localizationSettings: { defaultServerLocale: 'en', defaultClientLocale: 'en' },
      privacySettings: { showFullName: true, showEmailAddress: true },
      displaySettings: { maxMarkdownNodes: 0 },
      ...server,
      serviceSettings: {
        siteURL: 'http://127.0.0.1:8065',
        enableLinkPreviews: true,
        enablePermalinkPreviews: true,
        threadAutoFollow: true,
        collapsedThreads: 'always_on',
        postEditTimeLimit: -1,
        ...server.serviceSettings,
      },
    });
  }

  get server(): Config {
    return this.#server;
  }

  get siteUrl(): string {
    return this.#server.serviceSettings.siteURL;
  }

  /** Listens to changes; the returned function ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  setSiteUrl(siteURL: string): void {
    const { serviceSettings } = this.#server;
    this.#server = { ...this.#server, serviceSettings: { ...serviceSettings, siteURL } };
  }

  /** Replaces a plugin's whole map. Masked secrets keep their stored value. */
  savePlugin(pluginId: string, settings: PluginSettings): void {
    const before = this.#plugins.get(pluginId) ?? {};
    const after: Record<string, GobValue> = {};
    for (const [key, value] of Object.entries(settings)) {
      after[key] = value === mask ? (before[key] ?? '') : value;
    }
    this.#plugins.set(pluginId, after);
    for (const listener of [...this.#listeners]) listener();
  }

  /** `GetPluginConfig`: as stored, secrets masked. */
  plugin(manifest: Manifest): Map<string, GobValue> {
    const secrets = new Set(
      allSettings(manifest).flatMap(({ key, secret }) =>
        secret === true ? [key.toLowerCase()] : [],
      ),
    );
    const stored = Object.entries(this.#plugins.get(manifest.id) ?? {});
    return new Map(
      stored.map(([key, value]) => [
        key,
        secrets.has(key.toLowerCase()) && value !== '' ? mask : value,
      ]),
    );
  }

  /** `LoadPluginConfiguration`: real values under lower-cased keys, over the defaults outside sections. */
  loadedPlugin(manifest: Manifest): Readonly<Record<string, unknown>> {
    const loaded: Record<string, unknown> = {};
    for (const { key, default: value } of plainSettings(manifest)) {
      if (value !== undefined && value !== null) loaded[key.toLowerCase()] = value;
    }
    for (const [key, value] of Object.entries(this.#plugins.get(manifest.id) ?? {})) {
      loaded[key.toLowerCase()] = value;
    }
    return loaded;
  }
}
