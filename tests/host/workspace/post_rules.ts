/** What a post must be like before it is stored: `model.Post.IsValid` and `PreSave`. */
import type { GobValue } from '../../../server/wire/gob/index.ts';
import type { Post } from '../../../server/mattermost/model/index.ts';
import { AppFailure } from '../app_failure.ts';
import { isId, newId } from '../ids.ts';

/** Characters (runes) a message may have. */
export const maxMessageRunes = 16_383;
/** Characters (runes) of JSON that a post's props may have. */
const maxPropsRunes = 800_000;
/** Characters of the database column for a post's type. */
const maxTypeLength = 26;

/** Types of posts that the server itself knows, beside `system_…`. */
const knownTypes: readonly string[] = ['', 'slack_attachment', 'me', 'reminder', 'burn_on_read'];

/** Whether somebody joined or left: such posts do not count as messages. */
export function isJoinLeave(post: Post): boolean {
  return /^system_(join|leave|add|remove|join_leave|add_remove)(_|$)/.test(post.type);
}

/** Whether the server wrote the post, not a person. */
export function isSystem(post: Post): boolean {
  return post.type.startsWith('system_');
}

/** @throws {AppFailure} 400 with the id Mattermost gives for the first thing that is wrong. */
export function checkPost(post: Post): void {
  const wrong = (field: string, detail = ''): AppFailure =>
    new AppFailure(
      'Post.IsValid',
      `model.post.is_valid.${field}.app_error`,
      400,
      undefined,
      detail,
    );
  if (!isId(post.userId)) throw wrong('user_id');
  if (!isId(post.channelId)) throw wrong('channel_id');
  if (post.rootId !== '' && !isId(post.rootId)) throw wrong('root_id');
  if (Array.from(post.message).length > maxMessageRunes) throw wrong('message_length');
  if (!isSystem(post) && !post.type.startsWith('custom_') && !knownTypes.includes(post.type)) {
    throw wrong('type', `id=${post.type}`);
  }
  if (Array.from(JSON.stringify(Object.fromEntries(post.props))).length > maxPropsRunes)
    throw wrong('props');
  if (post.type.length > maxTypeLength) {
    throw new AppFailure('CreatePost', 'app.post.save.app_error', 500, 'value too long for type');
  }
}

/** Props in which every action of every attachment has an id, as `GenerateActionIds` leaves them. */
export function withActionIds(
  props: ReadonlyMap<string, GobValue | undefined>,
): Map<string, GobValue> {
  const result = new Map<string, GobValue>();
  for (const [key, value] of props) result.set(key, value ?? null);
  const attachments = result.get('attachments');
  if (!Array.isArray(attachments)) return result;
  result.set(
    'attachments',
    attachments.map((attachment: GobValue) => {
      if (!isObject(attachment)) return attachment;
      const actions = attachment['actions'];
      if (!Array.isArray(actions)) return attachment;
      return {
        ...attachment,
        actions: actions.map((action: GobValue) =>
          isObject(action) && (action['id'] === undefined || action['id'] === '')
            ? { ...action, id: newId() }
            : action,
        ),
      };
    }),
  );
  return result;
}

/** Whether a value of props is an object with keys. */
export function isObject(
  value: GobValue | undefined,
): value is { readonly [key: string]: GobValue } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

/** The hashtags of a message, as one text with spaces between. */
export function hashtagsOf(message: string): string {
  return [...message.matchAll(/(?:^|\s)(#\p{L}[\p{L}\p{N}_-]+)/gu)]
    .map((match) => match[1])
    .join(' ');
}
