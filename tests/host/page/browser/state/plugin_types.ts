/** What plugins registered, as the state keeps it. */
import type { ClientPluginManifest } from '@mattermost/types/plugins';
import type { ComponentType, ReactNode } from 'react';

/** A component that a plugin gave, whatever properties it takes. */
export type PluginComponentType = ComponentType<Record<string, unknown>>;

/** One entry of a list such as `AppBar`. Which fields it has depends on the list. */
export interface PluginEntry {
  readonly id: string;
  readonly pluginId: string;
  readonly component?: PluginComponentType;
  readonly action?: (...args: unknown[]) => unknown;
  readonly text?: ReactNode;
  readonly icon?: ReactNode;
  readonly iconUrl?: string;
  readonly dropdownText?: ReactNode;
  readonly tooltipText?: ReactNode;
  readonly title?: ReactNode;
  readonly rhsComponentId?: string;
  readonly route?: string;
  readonly shouldRender?: (state: unknown) => boolean;
  readonly filter?: (postId: string) => boolean;
  readonly hook?: (...args: unknown[]) => unknown;
}

/** A component for one type of posts. */
export interface PostTypeEntry {
  readonly id: string;
  readonly pluginId: string;
  readonly type: string;
  readonly component: PluginComponentType;
}

/** A component for one setting of a plugin in the System Console. */
export interface CustomSetting {
  readonly pluginId: string;
  readonly key: string;
  readonly component: PluginComponentType;
  readonly options?: { readonly showTitle: boolean };
}

/** All that plugins registered. */
export interface PluginsState {
  /** Manifests of plugins that the server runs, by id. */
  readonly plugins: Readonly<Record<string, ClientPluginManifest>>;
  /** Lists by the name of the place. */
  readonly components: Readonly<Record<string, readonly PluginEntry[]>>;
  /** By type of post. */
  readonly postTypes: Readonly<Record<string, PostTypeEntry>>;
  readonly postCardTypes: Readonly<Record<string, PostTypeEntry>>;
  /** By plugin, then by key in lower case. */
  readonly adminConsoleCustomComponents: Readonly<
    Record<string, Readonly<Record<string, CustomSetting>>>
  >;
  readonly adminConsoleCustomSections: Readonly<
    Record<string, Readonly<Record<string, CustomSetting>>>
  >;
  readonly adminConsoleReducers: Readonly<Record<string, unknown>>;
  readonly siteStatsHandlers: Readonly<Record<string, unknown>>;
  readonly userSettings: Readonly<Record<string, unknown>>;
}

/** The table of `PluginsState` that keeps things by plugin. */
export type PluginTable = 'adminConsoleReducers' | 'siteStatsHandlers' | 'userSettings';

/** What changes it; named as in the host. */
export type PluginAction =
  | { type: 'RECEIVED_WEBAPP_PLUGINS'; data: readonly ClientPluginManifest[] }
  | { type: 'RECEIVED_WEBAPP_PLUGIN'; data: ClientPluginManifest }
  | { type: 'REMOVED_WEBAPP_PLUGIN'; data: { id: string } }
  | { type: 'RECEIVED_PLUGIN_COMPONENT'; name: string; data: PluginEntry }
  | { type: 'REMOVED_PLUGIN_COMPONENT'; id: string }
  | { type: 'RECEIVED_PLUGIN_POST_COMPONENT'; data: PostTypeEntry }
  | { type: 'RECEIVED_PLUGIN_POST_CARD_COMPONENT'; data: PostTypeEntry }
  | { type: 'REMOVED_PLUGIN_POST_COMPONENT'; id: string }
  | { type: 'RECEIVED_ADMIN_CONSOLE_CUSTOM_COMPONENT'; data: CustomSetting }
  | { type: 'RECEIVED_ADMIN_CONSOLE_CUSTOM_SECTION'; data: CustomSetting }
  | { type: 'RECEIVED_ADMIN_CONSOLE_REDUCER'; data: { pluginId: string; reducer: unknown } }
  | { type: 'REMOVED_ADMIN_CONSOLE_REDUCER'; data: { pluginId: string } }
  | { type: 'RECEIVED_PLUGIN_STATS_HANDLER'; data: { pluginId: string; handler: unknown } }
  | { type: 'RECEIVED_PLUGIN_USER_SETTINGS'; data: { pluginId: string; setting: unknown } };
