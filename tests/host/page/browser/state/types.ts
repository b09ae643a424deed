/** The page's state, shaped as the host's where plugins read it. The names are the host's. */
import type { ChannelCategory } from '@mattermost/types/channel_categories';
import type { Channel, ChannelMembership } from '@mattermost/types/channels';
import type { ClientConfig } from '@mattermost/types/config';
import type { OpenDialogRequest } from '@mattermost/types/integrations';
import type { Post, PostList } from '@mattermost/types/posts';
import type { PreferenceType } from '@mattermost/types/preferences';
import type { Team, TeamMembership } from '@mattermost/types/teams';
import type { UserProfile } from '@mattermost/types/users';
import type { ComponentType } from 'react';
import type { Reducer, Store, UnknownAction } from 'redux';
import type { ThunkAction, ThunkDispatch } from 'redux-thunk';
import type { PluginsState } from './plugin_types.ts';

/** Records by id. */
export type ById<T> = Readonly<Record<string, T>>;

/** A run of a channel's posts without gaps, newest first. */
export interface PostBlock {
  readonly order: readonly string[];
  /** Whether it reaches to the newest post. */
  readonly recent: boolean;
  /** Whether it reaches to the oldest post. */
  readonly oldest: boolean;
}

/** What the server knows, as far as it was asked for. */
export interface EntitiesState {
  readonly general: {
    readonly config: Partial<ClientConfig>;
    readonly license: Readonly<Record<string, string>>;
    readonly serverVersion: string;
  };
  readonly users: { readonly currentUserId: string; readonly profiles: ById<UserProfile> };
  readonly teams: {
    readonly currentTeamId: string;
    readonly teams: ById<Team>;
    readonly myMembers: ById<TeamMembership>;
  };
  readonly channels: {
    readonly currentChannelId: string;
    readonly channels: ById<Channel>;
    /** Ids of channels by the id of their team; that of direct channels is empty. */
    readonly channelsInTeam: Readonly<Record<string, ReadonlySet<string>>>;
    readonly myMembers: ById<ChannelMembership>;
    readonly messageCounts: ById<{ readonly root: number; readonly total: number }>;
  };
  readonly posts: {
    readonly posts: ById<Post>;
    readonly postsInChannel: Readonly<Record<string, readonly PostBlock[]>>;
    /** Ids of replies by the id of their root. */
    readonly postsInThread: Readonly<Record<string, readonly string[]>>;
  };
  /** By `<category>--<name>`. */
  readonly preferences: { readonly myPreferences: ById<PreferenceType> };
  readonly channelCategories: {
    readonly byId: ById<ChannelCategory>;
    readonly orderByTeam: Readonly<Record<string, readonly string[]>>;
  };
  readonly integrations: { readonly dialogTriggerId: string; readonly dialog?: OpenDialogRequest };
}

/** What the right-hand sidebar shows. */
export interface RhsState {
  readonly selectedPostId: string;
  readonly selectedChannelId: string;
  readonly rhsState: string | null;
  readonly previousRhsStates: readonly (string | null)[];
  readonly pluggableId: string;
  readonly isSidebarOpen: boolean;
  readonly isSidebarExpanded: boolean;
}

/** A modal that is open. */
export interface OpenModal {
  readonly open: boolean;
  readonly dialogType: ComponentType<Record<string, unknown>>;
  readonly dialogProps?: Readonly<Record<string, unknown>> | undefined;
}

/** What is on the screen. */
export interface ViewsState {
  readonly rhs: RhsState;
  readonly modals: { readonly modalState: Readonly<Record<string, OpenModal>> };
  readonly i18n: {
    readonly translations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  readonly channel: {
    /** The post that a permalink named; empty for the newest. */
    readonly focusedPostId: string;
  };
}

/** The connection on which events come. */
export interface WebSocketState {
  readonly connected: boolean;
  /** In milliseconds since 1970; 0 for never. */
  readonly lastConnectAt: number;
  readonly lastDisconnectAt: number;
  readonly connectionId: string;
}

/** All of it. Plugins' reducers lie beside these, under `plugins-<id>`. */
export interface GlobalState {
  readonly entities: EntitiesState;
  readonly plugins: PluginsState;
  readonly views: ViewsState;
  readonly websocket: WebSocketState;
}

/** What changes the state; named as in the host, since plugins send some of them too. */
export type PageAction =
  | { type: 'CLIENT_CONFIG_RECEIVED'; data: Partial<ClientConfig> }
  | { type: 'RECEIVED_ME'; data: UserProfile }
  | { type: 'RECEIVED_PROFILES_LIST'; data: readonly UserProfile[] }
  | { type: 'RECEIVED_TEAMS_LIST'; data: readonly Team[] }
  | { type: 'RECEIVED_MY_TEAM_MEMBERS'; data: readonly TeamMembership[] }
  | { type: 'SELECT_TEAM'; data: string }
  | { type: 'RECEIVED_CHANNELS'; data: readonly Channel[] }
  | { type: 'RECEIVED_MY_CHANNEL_MEMBERS'; data: readonly ChannelMembership[] }
  | { type: 'LEAVE_CHANNEL'; data: { id: string } }
  | { type: 'SELECT_CHANNEL'; data: string }
  | { type: 'RECEIVED_CATEGORIES'; data: readonly ChannelCategory[] }
  | { type: 'RECEIVED_CATEGORY_ORDER'; data: { teamId: string; order: readonly string[] } }
  | { type: 'RECEIVED_POSTS'; data: Pick<PostList, 'posts'> }
  | { type: 'RECEIVED_POSTS_IN_CHANNEL'; channelId: string; data: PostBlock }
  | { type: 'RECEIVED_NEW_POST'; data: Post }
  | { type: 'POST_DELETED'; data: Post }
  | { type: 'RECEIVED_PREFERENCES'; data: readonly PreferenceType[] }
  | { type: 'RECEIVED_DIALOG'; data: OpenDialogRequest }
  | { type: 'RECEIVED_DIALOG_TRIGGER_ID'; data: string }
  | { type: 'RECEIVED_FOCUSED_POST'; data: string }
  | {
      type: 'RECEIVED_TRANSLATIONS';
      data: { locale: string; translations: Readonly<Record<string, string>> };
    }
  | { type: 'WEBSOCKET_SUCCESS'; timestamp: number; connectionId: string }
  | { type: 'WEBSOCKET_FAILURE'; timestamp: number }
  | {
      type: 'UPDATE_RHS_STATE';
      state: string | null;
      pluggableId?: string;
      channelId?: string;
      postId?: string;
    }
  | { type: 'SELECT_POST'; postId: string; channelId: string; timestamp?: number }
  | { type: 'TOGGLE_RHS_EXPANDED' }
  | {
      type: 'MODAL_OPEN';
      modalId: string;
      dialogType: OpenModal['dialogType'];
      dialogProps?: OpenModal['dialogProps'];
    }
  | { type: 'MODAL_CLOSE'; modalId: string };

/** An action that may read the state and send others. */
export type Thunk<R = unknown> = ThunkAction<R, GlobalState, undefined, UnknownAction>;
/** Sends actions of either kind. */
export type PageDispatch = ThunkDispatch<GlobalState, undefined, UnknownAction>;
/** The page's store, as plugins are handed it. */
export type PageStore = Store<GlobalState> & { dispatch: PageDispatch };
/** A part of the state that a plugin brings. */
export type PluginReducer = Reducer<unknown>;
