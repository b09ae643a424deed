/** What the webapp knows, and what changes it. */
export type { RecapsAction } from './action_types.ts';
export { RecapsActions } from './actions.ts';
export type { RecapsStore } from './actions.ts';
export { initialState } from './recaps_state.ts';
export type { LoadStatus, Progress, RecapsState, RunHistory } from './recaps_state.ts';
export { reducer } from './reducer.ts';
export { historyOf, progressOf, recapsState, scheduleById } from './selectors.ts';
export type { StoreState } from './selectors.ts';
export { websocketHandlers } from './websocket_handlers.ts';
