/** What components share. */
export { canBeRecapped, otherOf, personName, searchDirectory } from './channel_directory.ts';
export type {
  ChannelDirectory,
  ChannelKind,
  DirectoryChannel,
  DirectoryGroup,
} from './channel_directory.ts';
export { rescueFocus } from './rescue_focus.ts';
export { provide, useServices } from './services.ts';
export type { FormRequest, Services } from './services.ts';
export { useChannelDirectory } from './use_channel_directory.ts';
export type { DirectoryState } from './use_channel_directory.ts';
export { useNow } from './use_now.ts';
export { useStore } from './use_store.ts';
export { useTask } from './use_task.ts';
export type { Task } from './use_task.ts';
export { useText } from './use_text.ts';
export type { TextOf } from './use_text.ts';
export { useTimes } from './use_times.ts';
export type { Times } from './use_times.ts';
export { useUniqueId } from './use_unique_id.ts';
