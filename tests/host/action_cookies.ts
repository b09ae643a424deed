/**
 * Buttons of messages that are nowhere stored: the client keeps what they do, and hands it back when one is pressed.
 * Source: model.AddPostActionCookies. A server encrypts it; here nobody would be kept from anything.
 */
import { z } from 'zod';
import type { Post } from '../../server/mattermost/model/index.ts';
import type { GobValue } from '../../server/wire/gob/index.ts';
import { isObject } from './workspace/index.ts';

const cookie = z.object({
  channelId: z.string(),
  type: z.string(),
  integration: z.object({ url: z.string(), context: z.record(z.string(), z.json()).default({}) }),
});

/** What a button does, as the client has kept it. */
export type ActionCookie = z.infer<typeof cookie>;

/** The message as it goes to the client: each button with its cookie instead of what it does. */
export function withCookies(post: Post): Post {
  const attachments = post.props.get('attachments');
  if (!Array.isArray(attachments)) return post;
  const shown = (attachments as GobValue[]).map((attachment) => {
    const actions = isObject(attachment) ? attachment['actions'] : undefined;
    if (!isObject(attachment) || !Array.isArray(actions)) return attachment;
    return {
      ...attachment,
      actions: (actions as GobValue[]).map((action) => {
        if (!isObject(action)) return action;
        const { integration, ...rest } = action;
        const kept = { channelId: post.channelId, type: action['type'] ?? 'button', integration };
        return { ...rest, cookie: Buffer.from(JSON.stringify(kept)).toString('base64') };
      }),
    };
  });
  return { ...post, props: new Map([...post.props, ['attachments', shown]]) };
}

/** Reads a cookie back; undefined for none, or a wrong one. */
export function readCookie(text: string): ActionCookie | undefined {
  if (text === '') return undefined;
  try {
    return cookie.parse(JSON.parse(Buffer.from(text, 'base64').toString()));
  } catch {
    return undefined;
  }
}
