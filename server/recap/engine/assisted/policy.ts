/** Which channels may be shown to an AI at all. */
import type { CollectedChannelKind } from '../../collected.ts';

/** What the administrator allows beside public channels. */
export interface AiPolicy {
  readonly privateChannels: boolean;
  /** Direct and group messages. */
  readonly directMessages: boolean;
}

/** Whether a channel of this kind may leave the server. */
export function mayLeave(kind: CollectedChannelKind, policy: AiPolicy): boolean {
  switch (kind) {
    case 'public':
      return true;
    case 'private':
      return policy.privateChannels;
    case 'direct':
    case 'group':
      return policy.directMessages;
  }
}
