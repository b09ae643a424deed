/** The posts of a channel, oldest on top, with a line where a day begins. */
import type { Post } from '@mattermost/types/posts';
import React, { useEffect, useRef } from 'react';
import { dayOf } from '../format/index.ts';
import { channelPath, type GlobalState } from '../state/index.ts';
import { usePage, usePageState } from './page_context.tsx';
import { timeStyle } from './parts/people.tsx';
import { PostView } from './post_view.tsx';

/** The block that is shown: the one around a permalink's post, or the newest. */
function shownBlock(
  { entities, views }: GlobalState,
  channelId: string,
): { readonly order: readonly string[]; readonly oldest: boolean } | undefined {
  const blocks = entities.posts.postsInChannel[channelId] ?? [];
  const isFocused = views.channel.focusedPostId !== '';
  return blocks.find((block) => block.recent !== isFocused);
}

/** The posts. Replies are in their threads. */
export function PostList({ channelId }: { readonly channelId: string }): React.JSX.Element {
  const { data, history } = usePage();
  const block = usePageState((state) => shownBlock(state, channelId));
  const all = usePageState((state) => state.entities.posts.posts);
  const focused = usePageState((state) => state.views.channel.focusedPostId);
  const locale = usePageState((state) => timeStyle(state).locale);
  const timeZone = usePageState((state) => timeStyle(state).timeZone);
  const end = useRef<HTMLDivElement>(null);
  const order = block?.order ?? [];
  const posts = order
    .flatMap((id) => all[id] ?? [])
    .filter(({ root_id }) => root_id === '')
    .reverse();
  const rootOfFocused = all[focused]?.root_id;
  const highlighted = rootOfFocused === '' ? focused : (rootOfFocused ?? '');
  const newest = order[0];
  const isLoaded = block !== undefined;
  useEffect(() => {
    if (!isLoaded) return;
    const target = document.getElementById(`post_${highlighted}`);
    (target ?? end.current)?.scrollIntoView({ block: target === null ? 'end' : 'center' });
  }, [isLoaded, channelId, newest, highlighted]);
  const dayOfPost = (post: Post): string =>
    dayOf(post.create_at, { locale, timeZone, isMilitary: false });
  const address = usePageState((state) => {
    const channel = state.entities.channels.channels[channelId];
    return channel === undefined ? '/' : channelPath(state, channel);
  });
  return (
    <div
      className="post-list"
      id="postListContent"
      role="region"
      aria-label="Messages"
      tabIndex={0}
    >
      {block?.oldest === false && focused === '' && (
        <button
          type="button"
          className="btn btn-tertiary post-list__more"
          onClick={() => void data.loadOlder(channelId, order)}
        >
          Load older messages
        </button>
      )}
      {posts.map((post, at) => {
        const day = dayOfPost(post);
        const before = posts[at - 1];
        return (
          <React.Fragment key={post.id}>
            {(before === undefined || dayOfPost(before) !== day) && (
              <div className="post-list__day">{day}</div>
            )}
            <PostView post={post} isHighlighted={post.id === highlighted} />
          </React.Fragment>
        );
      })}
      {focused !== '' && (
        <button
          type="button"
          className="btn btn-tertiary post-list__more"
          onClick={() => history.push(address)}
        >
          Jump to recent messages
        </button>
      )}
      <div ref={end} />
    </div>
  );
}
