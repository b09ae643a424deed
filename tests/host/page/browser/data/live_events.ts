/** Events of the websocket: into the state, to the loader of plugins, and to plugins. */
import type { Channel } from '@mattermost/types/channels';
import type { OpenDialogRequest } from '@mattermost/types/integrations';
import type { ClientPluginManifest } from '@mattermost/types/plugins';
import type { Post } from '@mattermost/types/posts';
import type { PreferenceType } from '@mattermost/types/preferences';
import type { UserProfile } from '@mattermost/types/users';
import type { PageStore } from '../state/index.ts';
import type { PageData } from './page_data.ts';

/** An event as it comes. */
export interface LiveEvent {
  readonly event: string;
  readonly data: unknown;
}

/** What of plugins needs to hear of events. */
export interface PluginSide {
  enabled(manifest: ClientPluginManifest): Promise<void>;
  remove(manifest: ClientPluginManifest): void;
  publish(message: LiveEvent): void;
}

/** What the handlers work with. */
export interface LiveOptions {
  readonly store: PageStore;
  readonly data: PageData;
  readonly plugins: PluginSide;
  readonly openDialog: (request: OpenDialogRequest) => void;
  readonly report: (error: unknown) => void;
}

/** Answers events one after another in the order they came; plugins hear of each at once. */
export function liveEvents(options: LiveOptions): (message: LiveEvent) => void {
  const handlers: Readonly<Record<string, Handler | undefined>> = handlersOf(options);
  let last: Promise<unknown> = Promise.resolve();
  return (message) => {
    const handle = handlers[message.event];
    last = last.then(() => handle?.(fieldsOf(message.data))).catch(options.report);
    options.plugins.publish(message);
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Handler = (data: Fields) => Promise<void> | void;

function handlersOf({ store, data, plugins, openDialog }: LiveOptions): Record<string, Handler> {
  const received = (text: unknown): Promise<void> => {
    const post = parsed(text) as Post;
    return data.receive({ posts: { [post.id]: post } } as Parameters<PageData['receive']>[0]);
  };
  return {
    posted: async ({ post: text }) => {
      const post = parsed(text) as Post;
      const { channels, myMembers, currentChannelId } = store.getState().entities.channels;
      if (!(post.channel_id in channels) || !(post.channel_id in myMembers)) {
        await data.loadChannels();
      }
      await data.receiveNew(post);
      if (post.channel_id === currentChannelId) await data.markRead(post.channel_id);
      else await refreshMember(data, post.channel_id);
    },
    ephemeral_message: ({ post }) => data.receiveNew(parsed(post) as Post),
    post_edited: ({ post }) => received(post),
    post_deleted: ({ post }) => data.dispatch({ type: 'POST_DELETED', data: parsed(post) as Post }),
    preferences_changed: ({ preferences }) =>
      data.dispatch({
        type: 'RECEIVED_PREFERENCES',
        data: parsed(preferences) as readonly PreferenceType[],
      }),
    user_updated: ({ user }) =>
      data.dispatch({ type: 'RECEIVED_PROFILES_LIST', data: [user as UserProfile] }),
    user_removed: async ({ channel_id, user_id }) => {
      const isMe = user_id === store.getState().entities.users.currentUserId;
      if (isMe) data.dispatch({ type: 'LEAVE_CHANNEL', data: { id: String(channel_id) } });
      else await data.loadChannels();
    },
    direct_added: () => data.loadChannels(),
    group_added: () => data.loadChannels(),
    channel_updated: ({ channel }) =>
      data.dispatch({ type: 'RECEIVED_CHANNELS', data: [parsed(channel) as Channel] }),
    channel_deleted: () => data.loadChannels(),
    open_dialog: ({ dialog }) => openDialog(parsed(dialog) as OpenDialogRequest),
    // Not waited for: a script that never registers would hold up everything after it.
    plugin_enabled: ({ manifest }) => void plugins.enabled(manifest as ClientPluginManifest),
    plugin_disabled: ({ manifest }) => plugins.remove(manifest as ClientPluginManifest),
  };
}

async function refreshMember(data: PageData, channelId: string): Promise<void> {
  const member = await data.client.getMyChannelMember(channelId);
  data.dispatch({ type: 'RECEIVED_MY_CHANNEL_MEMBERS', data: [member] });
}

/** The server puts records into events as JSON within JSON. */
function parsed(text: unknown): unknown {
  return JSON.parse(String(text));
}

function fieldsOf(data: unknown): Fields {
  return typeof data === 'object' && data !== null ? (data as Fields) : {};
}
