/** Slash commands, dialogs, and events to browsers and other nodes. */
import { any, map, string } from '../../wire/gob/index.ts';
import type { GobValue } from '../../wire/gob/index.ts';
import {
  Command,
  OpenDialogRequest,
  PluginClusterEvent,
  PluginClusterEventSendOptions,
  WebsocketBroadcast,
} from '../model/index.ts';
import type {
  CommandInput,
  OpenDialogRequestInput,
  PluginClusterEventInput,
  PluginClusterEventSendOptionsInput,
  WebsocketBroadcastInput,
} from '../model/index.ts';
import { method } from './method.ts';
import { appErrorOnly, goErrorOnly, nothing } from './results.ts';

/** Calls that reach users or other nodes. */
export interface InteractionApi {
  /** Registers a slash command on this node, in memory: to be repeated at every activation. */
  registerCommand(command: CommandInput): Promise<void>;
  /** Takes a trigger away, whichever plugin registered it. */
  unregisterCommand(teamId: string, trigger: string): Promise<void>;
  /** Opens a dialog for the user behind the trigger id, which is good for seconds. */
  openInteractiveDialog(request: OpenDialogRequestInput): Promise<void>;
  /**
   * Sends `custom_<plugin id>_<event>` to connected clients on every node, best effort unless
   * `reliableClusterSend`. The payload holds what JSON has.
   */
  publishWebSocketEvent(
    event: string,
    payload: Readonly<Record<string, GobValue>>,
    broadcast: WebsocketBroadcastInput,
  ): Promise<void>;
  /** Sends an event to this plugin on the other nodes; without a cluster nothing happens. */
  publishPluginClusterEvent(
    event: PluginClusterEventInput,
    options: PluginClusterEventSendOptionsInput,
  ): Promise<void>;
}

/** The wire forms of `InteractionApi`. The server dereferences command and broadcast: both are always structs. */
export const interactionMethods = {
  registerCommand: method('RegisterCommand', [Command], goErrorOnly),
  unregisterCommand: method('UnregisterCommand', [string, string], goErrorOnly),
  openInteractiveDialog: method('OpenInteractiveDialog', [OpenDialogRequest], appErrorOnly),
  publishWebSocketEvent: method(
    'PublishWebSocketEvent',
    [string, map(string, any), WebsocketBroadcast],
    nothing,
  ),
  publishPluginClusterEvent: method(
    'PublishPluginClusterEvent',
    [PluginClusterEvent, PluginClusterEventSendOptions],
    goErrorOnly,
  ),
};
