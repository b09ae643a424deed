/** The one door to the page that we are a guest of. */
export {
  basePath,
  csrfToken,
  navigate,
  navigateMessage,
  openModalAction,
  registerPlugin,
  renderMarkdown,
} from './globals.ts';
export type { HostAction, ModalRequest } from './globals.ts';
export {
  currentTeamName,
  currentUser,
  nameFormat,
  profileTimezone,
  siteUrl,
  wants24Hours,
  wordingOf,
} from './host_state.ts';
export type { HostCategory, HostChannel, HostState, HostTeam, HostUser } from './host_state.ts';
export { Registrations } from './registry.ts';
export type {
  AdminSettingProps,
  PluginRegistry,
  RegisteredSidebar,
  WebSocketMessage,
} from './registry.ts';
