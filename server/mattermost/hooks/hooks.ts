/** What the server tells a plugin. Source: plugin.Hooks of Mattermost's server/public. */
import type { HttpCaller } from '../http/index.ts';
import type {
  Channel,
  ChannelMember,
  CommandArgs,
  CommandResponseInput,
  Context,
  FileDataInput,
  PluginClusterEvent,
  TeamMember,
  User,
} from '../model/index.ts';

/**
 * A plugin's side of the bargain. Only the methods an object has are announced to the server; the others are
 * never called. Calls come side by side.
 */
export interface Hooks {
  /**
   * Gets the plugin ready. Until it resolves the server routes nothing here. A rejection is shown to the
   * administrator as the reason why the plugin failed to start.
   */
  onActivate?(): Promise<void>;
  /** The last chance to call the API. The server waits 10 seconds at most when it shuts down itself. */
  onDeactivate?(): Promise<void>;
  /** Settings may have changed; also called once before `onActivate`. A rejection is only logged. */
  onConfigurationChange?(): Promise<void>;
  /**
   * Answers a request to `/plugins/<id>/...`; the address has that prefix removed. What the server says about
   * the sender is in `caller`, and in no header. A rejection is answered with status 500 and logged.
   *
   * Read the body before answering: Go's HTTP/1 server may drop what is left of it once the answer begins (see
   * net/http, `ResponseWriter.Write`).
   */
  serveHttp?(request: Request, caller: HttpCaller): Promise<Response>;
  /** Answers a request to the server's metrics port under `/plugins/<id>/metrics`. */
  serveMetrics?(request: Request, caller: HttpCaller): Promise<Response>;
  /**
   * Runs a slash command registered before. A rejection is logged, and the user is told that the command failed.
   */
  executeCommand?(context: Context, args: CommandArgs): Promise<CommandResponseInput>;
  /** An account was deactivated. */
  userHasBeenDeactivated?(context: Context, user: User): Promise<void>;
  /** Somebody left a channel, or was removed by `actor`. */
  userHasLeftChannel?(
    context: Context,
    member: ChannelMember,
    actor: User | undefined,
  ): Promise<void>;
  /** Somebody left a team, or was removed by `actor`. */
  userHasLeftTeam?(context: Context, member: TeamMember, actor: User | undefined): Promise<void>;
  /** A channel was made. */
  channelHasBeenCreated?(context: Context, channel: Channel): Promise<void>;
  /** This plugin on another node published an event. */
  onPluginClusterEvent?(context: Context, event: PluginClusterEvent): Promise<void>;
  /** Files for the server's support packet. They leave the organisation: no secrets, no messages. */
  generateSupportData?(context: Context): Promise<readonly FileDataInput[]>;
}
