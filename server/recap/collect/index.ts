/** Collecting: what happened in the channels of a recap, as its owner may see it. */
export { openChannel, unreadableChannels } from './access.ts';
export type { AccessApi, ReadableChannel } from './access.ts';
export type { ChannelChoice } from './choice.ts';
export { collect } from './collect.ts';
export type { CollectApi, CollectRequest } from './collect.ts';
export { CollectError } from './errors.ts';
export type { CollectLimits } from './limits.ts';
export type { NameDisplay } from './people.ts';
