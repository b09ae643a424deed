/** Takes in what plugins register, and drops it with its plugin. */
import { combineReducers, type Reducer } from 'redux';
import type {
  CustomSetting,
  PluginAction,
  PluginEntry,
  PluginsState,
  PostTypeEntry,
} from './plugin_types.ts';

type Of<K extends keyof PluginsState> = PluginsState[K];

const plugins: Reducer<Of<'plugins'>, PluginAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_WEBAPP_PLUGINS':
      return Object.fromEntries(action.data.map((manifest) => [manifest.id, manifest]));
    case 'RECEIVED_WEBAPP_PLUGIN':
      return { ...state, [action.data.id]: action.data };
    case 'REMOVED_WEBAPP_PLUGIN':
      return without(state, action.data.id);
    default:
      return state;
  }
};

const components: Reducer<Of<'components'>, PluginAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_PLUGIN_COMPONENT': {
      const list = [...(state[action.name] ?? []), action.data];
      // In order of plugins; each one's own stay as they came.
      list.sort((a, b) => (a.pluginId < b.pluginId ? -1 : a.pluginId > b.pluginId ? 1 : 0));
      return { ...state, [action.name]: list };
    }
    case 'REMOVED_PLUGIN_COMPONENT':
      return keep(state, ({ id }) => id !== action.id);
    case 'REMOVED_WEBAPP_PLUGIN':
      return keep(state, ({ pluginId }) => pluginId !== action.data.id);
    default:
      return state;
  }
};

const postTypes = byPostType('RECEIVED_PLUGIN_POST_COMPONENT');
const postCardTypes = byPostType('RECEIVED_PLUGIN_POST_CARD_COMPONENT');

const adminConsoleCustomComponents = byKey('RECEIVED_ADMIN_CONSOLE_CUSTOM_COMPONENT');
const adminConsoleCustomSections = byKey('RECEIVED_ADMIN_CONSOLE_CUSTOM_SECTION');

const adminConsoleReducers: Reducer<Of<'adminConsoleReducers'>, PluginAction> = (
  state = {},
  action,
) => {
  switch (action.type) {
    case 'RECEIVED_ADMIN_CONSOLE_REDUCER':
      return { ...state, [action.data.pluginId]: action.data.reducer };
    case 'REMOVED_ADMIN_CONSOLE_REDUCER':
      return without(state, action.data.pluginId);
    case 'REMOVED_WEBAPP_PLUGIN':
      return without(state, action.data.id);
    default:
      return state;
  }
};

const siteStatsHandlers: Reducer<Of<'siteStatsHandlers'>, PluginAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_PLUGIN_STATS_HANDLER':
      return { ...state, [action.data.pluginId]: action.data.handler };
    case 'REMOVED_WEBAPP_PLUGIN':
      return without(state, action.data.id);
    default:
      return state;
  }
};

const userSettings: Reducer<Of<'userSettings'>, PluginAction> = (state = {}, action) => {
  switch (action.type) {
    case 'RECEIVED_PLUGIN_USER_SETTINGS':
      return { ...state, [action.data.pluginId]: action.data.setting };
    case 'REMOVED_WEBAPP_PLUGIN':
      return without(state, action.data.id);
    default:
      return state;
  }
};

/** The part of the state that plugins fill. */
export const pluginsReducer = combineReducers({
  plugins,
  components,
  postTypes,
  postCardTypes,
  adminConsoleCustomComponents,
  adminConsoleCustomSections,
  adminConsoleReducers,
  siteStatsHandlers,
  userSettings,
});

function byPostType(
  received: 'RECEIVED_PLUGIN_POST_COMPONENT' | 'RECEIVED_PLUGIN_POST_CARD_COMPONENT',
): Reducer<Readonly<Record<string, PostTypeEntry>>, PluginAction> {
  return (state = {}, action) => {
    if (action.type === received) {
      const before = state[action.data.type];
      // Of two plugins the one that comes first in the alphabet has the type.
      if (before !== undefined && before.pluginId < action.data.pluginId) return state;
      return { ...state, [action.data.type]: action.data };
    }
    if (action.type === 'REMOVED_PLUGIN_POST_COMPONENT') {
      return only(state, ({ id }) => id !== action.id);
    }
    if (action.type === 'REMOVED_WEBAPP_PLUGIN') {
      return only(state, ({ pluginId }) => pluginId !== action.data.id);
    }
    return state;
  };
}

function byKey(
  received: 'RECEIVED_ADMIN_CONSOLE_CUSTOM_COMPONENT' | 'RECEIVED_ADMIN_CONSOLE_CUSTOM_SECTION',
): Reducer<Readonly<Record<string, Readonly<Record<string, CustomSetting>>>>, PluginAction> {
  return (state = {}, action) => {
    if (action.type === received) {
      const { pluginId, key } = action.data;
      return { ...state, [pluginId]: { ...state[pluginId], [key.toLowerCase()]: action.data } };
    }
    return action.type === 'REMOVED_WEBAPP_PLUGIN' ? without(state, action.data.id) : state;
  };
}

function keep(lists: Of<'components'>, wanted: (entry: PluginEntry) => boolean): Of<'components'> {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, list.filter(wanted)]),
  );
}

function only<T>(
  table: Readonly<Record<string, T>>,
  wanted: (value: T) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([, value]) => wanted(value)));
}

function without<T>(table: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([each]) => each !== key));
}
