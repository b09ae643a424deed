/** One post: who, when, and what, by a plugin where one has a component for its type. */
import type { Post } from '@mattermost/types/posts';
import React from 'react';
import { selectPostById, userTitle } from '../state/index.ts';
import { usePage, usePageDispatch, usePageState } from './page_context.tsx';
import { Markdown } from './parts/markdown.tsx';
import { Avatar, BotBadge, Timestamp, useImageUrl } from './parts/people.tsx';
import { Pluggable, useTheme } from './parts/pluggable.tsx';
import { PostAttachments } from './post_attachments.tsx';

interface Props {
  readonly post: Post;
  /** Whether a permalink led here. */
  readonly isHighlighted?: boolean;
  /** Whether it stands in the right-hand sidebar. */
  readonly isRhs?: boolean;
}

/** The post. */
export function PostView({ post, isHighlighted = false, isRhs = false }: Props): React.JSX.Element {
  const author = usePageState((state) => state.entities.users.profiles[post.user_id]);
  const imageUrl = useImageUrl();
  const isBot = author?.is_bot === true || post.props['from_webhook'] === 'true';
  const override = post.props['override_username'];
  const name = typeof override === 'string' && override !== '' ? override : userTitle(author);
  const id = `${isRhs ? 'rhsPost' : 'post'}_${post.id}`;
  const isEphemeral = (post.type as string) === 'system_ephemeral';
  const openThread = useOpenThread(post.id);
  return (
    <article
      id={id}
      className={`post${isHighlighted ? ' post--highlight' : ''}`}
      aria-label={`${name}: ${post.message.slice(0, 80)}`}
      tabIndex={-1}
      onClick={(event) => {
        if (!isRhs && !isEphemeral && isForThread(event)) openThread();
      }}
    >
      <Avatar url={imageUrl(post.user_id)} size="lg" />
      <div className="post__body">
        <div className="post__header">
          <strong className="user-popover">{name}</strong> {isBot && <BotBadge />}{' '}
          <span className="post__time">
            <Timestamp value={post.create_at} />
          </span>
          {post.edit_at > 0 && <span className="post__time"> (edited)</span>}
          {isEphemeral && <span className="post__time"> (Only visible to you)</span>}
        </div>
        <PostBody post={post} isRhs={isRhs} />
        {!isRhs && !isEphemeral && <ThreadFooter post={post} />}
      </div>
    </article>
  );
}

/** What is said: deleted, a plugin's own, or Markdown with attachments. */
function PostBody({ post, isRhs }: Required<Pick<Props, 'post' | 'isRhs'>>): React.JSX.Element {
  const theme = useTheme();
  const own = usePageState((state) => state.plugins.postTypes[typeOf(post)]);
  if (post.state === 'DELETED') return <p>(message deleted)</p>;
  if (own !== undefined) {
    const Component = own.component;
    // As in the host nothing catches what it throws: a plugin brings its own boundary.
    return <Component post={post} compactDisplay={false} isRHS={isRhs} theme={theme} />;
  }
  return (
    <div id={`${isRhs ? 'rhsPostMessageText' : 'postMessageText'}_${post.id}`}>
      <Markdown text={post.message} />
      <Pluggable name="PostMessageAttachment" given={{ postId: post.id }} />
      <PostAttachments post={post} />
    </div>
  );
}

/** What the host opens no thread for when it is clicked on. A check box is not among it: it opens one. */
const clickable =
  'a, button, img, svg, audio, video, code, .attachment, [role="button"], [role="link"]';

/** As in the host a click anywhere else on a post opens its thread. */
function isForThread({ target, altKey }: React.MouseEvent): boolean {
  const isSelecting = window.getSelection()?.type === 'Range';
  return !altKey && !isSelecting && (target as Element).closest(clickable) === null;
}

function useOpenThread(postId: string): () => void {
  const dispatch = usePageDispatch();
  const { data } = usePage();
  return () => {
    void data.loadThread(postId);
    dispatch(selectPostById(postId));
  };
}

function ThreadFooter({ post }: { readonly post: Post }): React.JSX.Element {
  const open = useOpenThread(post.id);
  const count = post.reply_count;
  return (
    <button type="button" className="post__reply" onClick={open}>
      {count === 0 ? 'Reply' : `${String(count)} ${count === 1 ? 'reply' : 'replies'}`}
    </button>
  );
}

function typeOf(post: Post): string {
  const given = post.props['type'];
  return typeof given === 'string' ? given : post.type;
}
