/** The words of message attachments, in which bots and webhooks say most of what they say. */
import type { Post } from '../../mattermost/index.ts';

/** What a property of a post may hold. */
type PropValue = Post['props'] extends Map<string, infer Value> ? Value : never;

/** Attachments of one post that are read. */
const maxAttachments = 5;

/** The texts of a post's attachments, one below the other; empty where there are none. */
export function attachmentText(post: Post): string {
  const attachments = post.props.get('attachments');
  if (!Array.isArray(attachments)) return '';
  return attachments
    .slice(0, maxAttachments)
    .flatMap((attachment: PropValue) => {
      const parts = ['pretext', 'title', 'text'].map((name) => textField(attachment, name));
      const words = parts.filter((part) => part !== '');
      return words.length > 0 ? words : [textField(attachment, 'fallback')];
    })
    .filter((text) => text !== '')
    .join('\n');
}

/** A field by its JSON name, or by its Go name, under which the server's own struct travels. */
function textField(attachment: PropValue, name: string): string {
  if (typeof attachment !== 'object' || attachment === null) return '';
  const fields = new Map<string, unknown>(Object.entries(attachment));
  const value = fields.get(name) ?? fields.get(name.charAt(0).toUpperCase() + name.slice(1));
  return typeof value === 'string' ? value.trim() : '';
}
