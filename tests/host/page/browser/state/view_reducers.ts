/** What is on the screen: the right-hand sidebar, modals, texts of the language; and whether events come. */
import { combineReducers, type Reducer } from 'redux';
import type { PageAction, RhsState, ViewsState, WebSocketState } from './types.ts';

const closed: RhsState = {
  selectedPostId: '',
  selectedChannelId: '',
  rhsState: null,
  previousRhsStates: [],
  pluggableId: '',
  isSidebarOpen: false,
  isSidebarExpanded: false,
};

const rhs: Reducer<RhsState, PageAction> = (state = closed, action) => {
  switch (action.type) {
    case 'UPDATE_RHS_STATE':
      return {
        ...closed,
        rhsState: action.state,
        isSidebarOpen: action.state !== null,
        isSidebarExpanded: action.state !== null && state.isSidebarExpanded,
        selectedPostId: action.postId ?? '',
        selectedChannelId: action.channelId ?? '',
        pluggableId: action.state === 'plugin' ? (action.pluggableId ?? '') : '',
      };
    case 'SELECT_POST':
      return {
        ...closed,
        selectedPostId: action.postId,
        selectedChannelId: action.channelId,
        isSidebarOpen: action.postId !== '',
        isSidebarExpanded: action.postId !== '' && state.isSidebarExpanded,
      };
    case 'TOGGLE_RHS_EXPANDED':
      return { ...state, isSidebarExpanded: !state.isSidebarExpanded };
    case 'SELECT_TEAM':
      return { ...state, isSidebarExpanded: false };
    default:
      return state;
  }
};

const modalState: Reducer<ViewsState['modals']['modalState'], PageAction> = (
  state = {},
  action,
) => {
  switch (action.type) {
    case 'MODAL_OPEN': {
      const { modalId, dialogType, dialogProps } = action;
      return { ...state, [modalId]: { open: true, dialogType, dialogProps } };
    }
    case 'MODAL_CLOSE':
      return Object.fromEntries(Object.entries(state).filter(([id]) => id !== action.modalId));
    default:
      return state;
  }
};

const translations: Reducer<ViewsState['i18n']['translations'], PageAction> = (
  state = {},
  action,
) =>
  action.type === 'RECEIVED_TRANSLATIONS'
    ? { ...state, [action.data.locale]: action.data.translations }
    : state;

const focusedPostId: Reducer<string, PageAction> = (state = '', action) => {
  if (action.type === 'RECEIVED_FOCUSED_POST') return action.data;
  return action.type === 'SELECT_CHANNEL' ? '' : state;
};

/** The part of the state that says what is shown. */
export const viewsReducer = combineReducers({
  rhs,
  modals: combineReducers({ modalState }),
  i18n: combineReducers({ translations }),
  channel: combineReducers({ focusedPostId }),
});

/** The part of the state that says whether events come. */
export const websocketReducer: Reducer<WebSocketState, PageAction> = (
  state = { connected: false, lastConnectAt: 0, lastDisconnectAt: 0, connectionId: '' },
  action,
) => {
  switch (action.type) {
    case 'WEBSOCKET_SUCCESS': {
      const { timestamp, connectionId } = action;
      return { ...state, connected: true, lastConnectAt: timestamp, connectionId };
    }
    case 'WEBSOCKET_FAILURE':
      return { ...state, connected: false, lastDisconnectAt: action.timestamp };
    default:
      return state;
  }
};
