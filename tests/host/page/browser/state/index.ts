/** The page's state. */
export { createPageStore } from './store.ts';
export type { GrowingStore } from './store.ts';
export * from './selectors.ts';
export type {
  GlobalState,
  PageAction,
  PageDispatch,
  PageStore,
  PluginReducer,
  Thunk,
} from './types.ts';
export type {
  PluginAction,
  PluginComponentType,
  PluginEntry,
  PluginsState,
  CustomSetting,
} from './plugin_types.ts';
export { closeModal, openModal } from './modal_actions.ts';
export type { ModalRequest } from './modal_actions.ts';
export {
  closeRightHandSide,
  hideRHSPlugin,
  selectPostById,
  showRHSPlugin,
  toggleRHSPlugin,
} from './rhs_actions.ts';
