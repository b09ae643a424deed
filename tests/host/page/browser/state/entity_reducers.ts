/** Takes in what the server says about users, teams, channels and preferences. */
import type { Channel } from '@mattermost/types/channels';
import { combineReducers, type Reducer } from 'redux';
import { postsReducer } from './post_reducers.ts';
import type { ById, EntitiesState, PageAction } from './types.ts';

type Of<K extends keyof EntitiesState> = EntitiesState[K];

const general: Reducer<Of<'general'>, PageAction> = (
  state = { config: {}, license: { IsLicensed: 'false' }, serverVersion: '' },
  action,
) =>
  action.type === 'CLIENT_CONFIG_RECEIVED'
    ? { ...state, config: action.data, serverVersion: action.data.Version ?? '' }
    : state;

const users: Reducer<Of<'users'>, PageAction> = (
  state = { currentUserId: '', profiles: {} },
  action,
) => {
  switch (action.type) {
    case 'RECEIVED_ME':
      return {
        currentUserId: action.data.id,
        profiles: { ...state.profiles, [action.data.id]: action.data },
      };
    case 'RECEIVED_PROFILES_LIST':
      return { ...state, profiles: { ...state.profiles, ...byId(action.data) } };
    default:
      return state;
  }
};

const teams: Reducer<Of<'teams'>, PageAction> = (
  state = { currentTeamId: '', teams: {}, myMembers: {} },
  action,
) => {
  switch (action.type) {
    case 'RECEIVED_TEAMS_LIST':
      return { ...state, teams: { ...state.teams, ...byId(action.data) } };
    case 'RECEIVED_MY_TEAM_MEMBERS': {
      const members = action.data.map((member) => [member.team_id, member] as const);
      return { ...state, myMembers: Object.fromEntries(members) };
    }
    case 'SELECT_TEAM':
      return { ...state, currentTeamId: action.data };
    default:
      return state;
  }
};

const channels: Reducer<Of<'channels'>, PageAction> = (
  state = {
    currentChannelId: '',
    channels: {},
    channelsInTeam: {},
    myMembers: {},
    messageCounts: {},
  },
  action,
) => {
  switch (action.type) {
    case 'RECEIVED_CHANNELS':
      return withChannels(state, action.data);
    case 'RECEIVED_MY_CHANNEL_MEMBERS': {
      const members = action.data.map((member) => [member.channel_id, member] as const);
      return { ...state, myMembers: { ...state.myMembers, ...Object.fromEntries(members) } };
    }
    case 'LEAVE_CHANNEL':
      return {
        ...state,
        myMembers: Object.fromEntries(
          Object.entries(state.myMembers).filter(([id]) => id !== action.data.id),
        ),
      };
    case 'RECEIVED_NEW_POST':
      // What only one user sees counts nowhere.
      if ((action.data.type as string) === 'system_ephemeral') return state;
      return withCount(state, action.data.channel_id, action.data.root_id === '');
    case 'SELECT_CHANNEL':
      return { ...state, currentChannelId: action.data };
    default:
      return state;
  }
};

const preferences: Reducer<Of<'preferences'>, PageAction> = (
  state = { myPreferences: {} },
  action,
) => {
  if (action.type !== 'RECEIVED_PREFERENCES') return state;
  const received = action.data.map((each) => [`${each.category}--${each.name}`, each] as const);
  return { myPreferences: { ...state.myPreferences, ...Object.fromEntries(received) } };
};

const channelCategories: Reducer<Of<'channelCategories'>, PageAction> = (
  state = { byId: {}, orderByTeam: {} },
  action,
) => {
  switch (action.type) {
    case 'RECEIVED_CATEGORIES':
      return { ...state, byId: { ...state.byId, ...byId(action.data) } };
    case 'RECEIVED_CATEGORY_ORDER': {
      const { teamId, order } = action.data;
      return { ...state, orderByTeam: { ...state.orderByTeam, [teamId]: order } };
    }
    default:
      return state;
  }
};

const integrations: Reducer<Of<'integrations'>, PageAction> = (
  state = { dialogTriggerId: '' },
  action,
) => {
  switch (action.type) {
    case 'RECEIVED_DIALOG':
      return { ...state, dialog: action.data };
    case 'RECEIVED_DIALOG_TRIGGER_ID':
      return { ...state, dialogTriggerId: action.data };
    default:
      return state;
  }
};

/** The part of the state that holds the server's records. */
export const entitiesReducer = combineReducers({
  general,
  users,
  teams,
  channels,
  posts: postsReducer,
  preferences,
  channelCategories,
  integrations,
});

function byId<T extends { readonly id: string }>(list: readonly T[]): ById<T> {
  return Object.fromEntries(list.map((each) => [each.id, each]));
}

function withChannels(state: Of<'channels'>, list: readonly Channel[]): Of<'channels'> {
  const channelsInTeam: Record<string, ReadonlySet<string>> = { ...state.channelsInTeam };
  const messageCounts = { ...state.messageCounts };
  for (const { id, team_id } of list) {
    channelsInTeam[team_id] = new Set([...(channelsInTeam[team_id] ?? []), id]);
  }
  for (const channel of list) messageCounts[channel.id] = countsOf(channel);
  return {
    ...state,
    channels: { ...state.channels, ...byId(list) },
    channelsInTeam,
    messageCounts,
  };
}

/** The server's answer carries the counts, which the type of a channel in the state leaves out. */
function countsOf(channel: Channel): { root: number; total: number } {
  const counted: Channel & { total_msg_count?: number; total_msg_count_root?: number } = channel;
  return { root: counted.total_msg_count_root ?? 0, total: counted.total_msg_count ?? 0 };
}

function withCount(state: Of<'channels'>, channelId: string, isRoot: boolean): Of<'channels'> {
  const { root = 0, total = 0 } = state.messageCounts[channelId] ?? {};
  const counts = { root: root + (isRoot ? 1 : 0), total: total + 1 };
  return { ...state, messageCounts: { ...state.messageCounts, [channelId]: counts } };
}
