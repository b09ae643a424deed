/** What the answers to one plugin process on one node stand on. */
import type {
  OpenDialogRequest,
  PluginClusterEvent,
  PluginClusterEventSendOptions,
  PluginStatus,
} from '../../../server/mattermost/model/index.ts';
import type { Commands } from '../commands.ts';
import type { HostLog } from '../host_log.ts';
import type { KeyValueStore } from '../kv_store.ts';
import type { Manifest } from '../plugins/manifest.ts';
import type { ServerConfig } from '../server_config.ts';
import type { Sessions } from '../sign_in/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** A request from one plugin to another. */
export interface InterPluginRequest {
  readonly method: string;
  /** `/<id of the other plugin>/<path>?<query>`. */
  readonly url: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
}

/** Its answer, read whole. */
export interface InterPluginResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
}

/** The server as one plugin process sees it through the API. */
export interface ApiContext {
  readonly node: number;
  readonly manifest: Manifest;
  /** The folder the plugin was extracted to on this node. */
  readonly bundlePath: string;
  readonly workspace: Workspace;
  readonly kv: KeyValueStore;
  readonly config: ServerConfig;
  readonly sessions: Sessions;
  readonly commands: Commands;
  readonly log: HostLog;
  readonly serverVersion: string;
  readonly installDate: number;
  /** The node's clock, in milliseconds since 1970. */
  readonly now: () => number;
  sendToOtherNodes(event: PluginClusterEvent, options: PluginClusterEventSendOptions): void;
  pluginStatus(pluginId: string): PluginStatus | undefined;
  callPlugin(request: InterPluginRequest): Promise<InterPluginResponse>;
  /** Dialogs that plugins opened, for tests to look at. */
  openDialog(request: OpenDialogRequest): void;
}
