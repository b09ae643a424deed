/** The right-hand sidebar: a thread, or what a plugin shows there. */
import React, { useEffect } from 'react';
import { closeRightHandSide } from '../state/index.ts';
import { MessageBox } from './message_box.tsx';
import { usePage, usePageDispatch, usePageState } from './page_context.tsx';
import { Pluggable, useEntries } from './parts/pluggable.tsx';
import { PostView } from './post_view.tsx';

const noIds: readonly string[] = [];

/** The sidebar; nothing while it is closed. */
export function RightSidebar(): React.JSX.Element | null {
  const { isSidebarOpen, isSidebarExpanded, pluggableId, selectedPostId } = usePageState(
    (state) => state.views.rhs,
  );
  if (!isSidebarOpen) return null;
  return (
    <aside
      className={`sidebar--right${isSidebarExpanded ? ' sidebar--right--expanded' : ''}`}
      id="sidebar-right"
      aria-labelledby="rhsPanelTitle"
    >
      {pluggableId === '' ? (
        <Thread rootId={selectedPostId} />
      ) : (
        <PluginSidebar pluggableId={pluggableId} />
      )}
    </aside>
  );
}

interface HeaderProps {
  readonly title: React.ReactNode;
  readonly popOut?: (() => void) | undefined;
}

function Header({ title, popOut }: HeaderProps): React.JSX.Element {
  const dispatch = usePageDispatch();
  const isExpanded = usePageState((state) => state.views.rhs.isSidebarExpanded);
  return (
    <div className="sidebar--right__header">
      <h2 className="sidebar--right__title" id="rhsPanelTitle">
        {title}
      </h2>
      <button
        type="button"
        className="btn btn-icon"
        aria-label={isExpanded ? 'Collapse Sidebar' : 'Expand Sidebar'}
        onClick={() => dispatch({ type: 'TOGGLE_RHS_EXPANDED' })}
      >
        <span aria-hidden="true">⤢</span>
      </button>
      {popOut !== undefined && (
        <button
          type="button"
          className="btn btn-icon"
          aria-label="Open in new window"
          onClick={popOut}
        >
          <span aria-hidden="true">↗</span>
        </button>
      )}
      <button
        id="searchResultsCloseButton"
        type="button"
        className="btn btn-icon"
        aria-label="Close"
        onClick={() => dispatch(closeRightHandSide())}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}

function PluginSidebar({ pluggableId }: { readonly pluggableId: string }): React.JSX.Element {
  const { popouts } = usePage();
  const entry = useEntries('RightHandSidebarComponent').find(({ id }) => id === pluggableId);
  const team = usePageState(({ entities: { teams } }) => teams.teams[teams.currentTeamId]);
  const channel = usePageState(
    ({ entities: { channels } }) => channels.channels[channels.currentChannelId],
  );
  const popOut = (): void => {
    if (entry === undefined || team === undefined) return;
    void popouts.popoutRhsPlugin('', entry.pluginId, team.name, channel?.name);
  };
  return (
    <div className="sidebar-right__body" id="rhsContainer">
      <Header title={entry?.title ?? ''} popOut={popOut} />
      {entry !== undefined && <Pluggable name="RightHandSidebarComponent" id={pluggableId} />}
    </div>
  );
}

function Thread({ rootId }: { readonly rootId: string }): React.JSX.Element | null {
  const { data, report } = usePage();
  const posts = usePageState((state) => state.entities.posts.posts);
  const replies = usePageState((state) => state.entities.posts.postsInThread[rootId] ?? noIds);
  const focused = usePageState((state) => state.views.channel.focusedPostId);
  const root = posts[rootId];
  const channel = usePageState((state) => state.entities.channels.channels[root?.channel_id ?? '']);
  useEffect(() => {
    data.loadThread(rootId).catch(report);
  }, [data, rootId, report]);
  if (root === undefined || channel === undefined) return null;
  const sorted = replies.flatMap((id) => posts[id] ?? []).sort((a, b) => a.create_at - b.create_at);
  return (
    <div className="sidebar-right__body" id="rhsContainer">
      <Header title="Thread" />
      <div className="post-list" role="region" aria-label="Thread messages" tabIndex={0}>
        {[root, ...sorted].map((post) => (
          <PostView key={post.id} post={post} isRhs isHighlighted={post.id === focused} />
        ))}
      </div>
      <MessageBox key={rootId} channel={channel} rootId={rootId} name="Reply to this thread" />
    </div>
  );
}
