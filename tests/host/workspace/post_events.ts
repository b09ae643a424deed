/** The websocket events about posts and reactions. */
import type { Channel, Post, Reaction, User } from '../../../server/mattermost/model/index.ts';
import { postJson, reactionJson } from './json.ts';
import type { SocketEvent } from './signals.ts';

/** `posted`, with what a client needs to show and to notify. */
export function postedEvent(post: Post, channel: Channel, author: User): SocketEvent {
  return {
    event: 'posted',
    data: {
      channel_display_name: channel.displayName,
      channel_name: channel.name,
      channel_type: channel.type,
      post: JSON.stringify(postJson(post)),
      sender_name: `@${author.username}`,
      set_online: true,
      team_id: channel.teamId,
    },
    audience: { channelId: channel.id },
  };
}

/** `post_edited`, `post_deleted` and the like, with the whole post. */
export function postEvent(event: string, post: Post): SocketEvent {
  return {
    event,
    data: { post: JSON.stringify(postJson(post)) },
    audience: { channelId: post.channelId },
  };
}

/** `reaction_added` or `reaction_removed`. */
export function reactionEvent(event: string, reaction: Reaction): SocketEvent {
  return {
    event,
    data: { reaction: JSON.stringify(reactionJson(reaction)) },
    audience: { channelId: reaction.channelId },
  };
}

/** `ephemeral_message`, seen by one user only. */
export function ephemeralEvent(userId: string, post: Post): SocketEvent {
  return {
    event: 'ephemeral_message',
    data: { post: JSON.stringify(postJson(post)) },
    audience: { userId, channelId: post.channelId },
  };
}
