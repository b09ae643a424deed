/** What all nodes of a host share: the database, so to speak, and the settings of the whole. */
import type { Clock } from '../../server/clock.ts';
import type {
  PluginClusterEvent,
  PluginClusterEventSendOptions,
} from '../../server/mattermost/model/index.ts';
import type { Faults } from './faults.ts';
import type { HostLog } from './host_log.ts';
import type { KeyValueStore } from './kv_store.ts';
import type { ServerConfig } from './server_config.ts';
import type { Sessions } from './sign_in/index.ts';
import type { Workspace } from './workspace/index.ts';

/** A plugin that lives in the host's own process, for others to call by PluginHTTP. */
export type FakePlugin = (request: Request) => Promise<Response>;

/** With what the page signs in without asking. */
export interface PageSignIn {
  /** The password of everybody in the workspace. */
  readonly password: string;
  /** Who is signed in at first; the page asks when not given. Read anew each time. */
  readonly username?: string | undefined;
}

/** Shared by all nodes. */
export interface SharedServices {
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly kv: KeyValueStore;
  readonly config: ServerConfig;
  readonly sessions: Sessions;
  readonly log: HostLog;
  readonly faults: Faults;
  readonly fakePlugins: Map<string, FakePlugin>;
  /** Dialogs that plugins opened, newest last. */
  readonly dialogs: unknown[];
  readonly serverVersion: string;
  readonly installDate: number;
  readonly healthCheckMs: number;
  readonly startTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly movableClocks: boolean;
  readonly strictCsrf: boolean;
  /** The path below which the site lies, such as `/chat`; empty for none. */
  readonly subpath: string;
  /** What the page may sign in with by itself. */
  readonly page: PageSignIn | undefined;
  /** Who did what a plugin may answer with a dialog, by the trigger that the plugin was given. */
  readonly triggers: Map<string, string>;
  /** Where the nodes keep their plugins. */
  readonly folder: string;
  /** Takes note of what would have ended a real server. */
  readonly crashed: (error: Error) => void;
  /** Carries a plugin's event from one node to the others. */
  broadcast(
    from: number,
    pluginId: string,
    event: PluginClusterEvent,
    options: PluginClusterEventSendOptions,
  ): void;
}
