/** A channel, found by its address, or by a permalink to one of its posts. */
import type { Channel } from '@mattermost/types/channels';
import React, { useEffect, useState } from 'react';
import { useParams } from 'react-router-dom';
import {
  channelPath,
  channelTitle,
  selectPostById,
  teammate,
  type GlobalState,
} from '../state/index.ts';
import { ChannelHeader } from './channel_header.tsx';
import { MessageBox } from './message_box.tsx';
import { usePage, usePageDispatch, usePageState } from './page_context.tsx';
import { Pluggable } from './parts/pluggable.tsx';
import { PostList } from './post_list.tsx';

/** The channel that is open, with its header and the box to write in. */
export function ChannelView(): React.JSX.Element {
  const id = usePageState((state) => state.entities.channels.currentChannelId);
  const channel = usePageState((state) => state.entities.channels.channels[id]);
  const title = usePageState((state) =>
    channel === undefined ? '' : channelTitle(state, channel),
  );
  if (channel === undefined) {
    return (
      <main className="channel-view" id="channel_view">
        <h1 className="channel-header__title">No channel</h1>
        <p className="channel-view__empty">Choose a channel on the left.</p>
      </main>
    );
  }
  return (
    <main className="channel-view" id="channel_view" aria-label={title}>
      <ChannelHeader channel={channel} />
      <Pluggable name="ChannelToast" />
      <PostList channelId={id} />
      {channel.delete_at === 0 && (
        <MessageBox key={id} channel={channel} rootId="" name={`Write to ${title}`} />
      )}
    </main>
  );
}

/** Opens the channel that the address names. */
export function ChannelRoute(): React.JSX.Element {
  const { team, name = '' } = useParams<{ team: string; name?: string }>();
  const { data, history, report } = usePage();
  const channel = usePageState((state) => findChannel(state, team, name));
  const first = usePageState((state) => firstChannelPath(state, team));
  const id = channel?.id;
  useEffect(() => {
    if (channel !== undefined) data.openChannel(channel).catch(report);
    else if (name === '' && first !== undefined) history.replace(first);
    // Only another channel is opened, not the same one that changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, name, first]);
  return <ChannelView />;
}

/** Opens the channel of a permalink's post, with the post in view. */
export function PermalinkRoute(): React.JSX.Element {
  const { team, postId } = useParams<{ team: string; postId: string }>();
  const { data, history } = usePage();
  const dispatch = usePageDispatch();
  const [missing, setMissing] = useState('');
  useEffect(() => {
    const open = async (): Promise<void> => {
      const post = await data.loadAround(postId);
      data.dispatch({ type: 'SELECT_CHANNEL', data: post.channel_id });
      data.dispatch({ type: 'RECEIVED_FOCUSED_POST', data: post.id });
      if (post.root_id !== '') dispatch(selectPostById(post.id));
      await data.markRead(post.channel_id);
    };
    open().catch(() => setMissing(postId));
  }, [postId, data, dispatch]);
  if (missing !== postId) return <ChannelView />;
  return (
    <main className="channel-view" id="channel_view">
      <h1 className="channel-header__title">Message not found</h1>
      <p className="channel-view__empty">
        It was deleted, or it is in a channel that is not open to you.
      </p>
      <button className="btn btn-tertiary" onClick={() => history.push(`/${team}`)}>
        Back
      </button>
    </main>
  );
}

/** The channel with this last part of the address: `@name` is the direct one with that user. */
function findChannel(state: GlobalState, team: string, name: string): Channel | undefined {
  const { teams, channels } = state.entities;
  const teamId = Object.values(teams.teams).find((each) => each.name === team)?.id;
  return Object.values(channels.channels).find((channel) => {
    if (!name.startsWith('@')) {
      return channel.name === name && (channel.team_id === teamId || channel.type === 'G');
    }
    return channel.type === 'D' && teammate(state, channel)?.username === name.slice(1);
  });
}

/** Where the user goes in a team without having chosen: its first channel. */
function firstChannelPath(state: GlobalState, team: string): string | undefined {
  const { channels, myMembers } = state.entities.channels;
  const { teams } = state.entities.teams;
  const own = Object.values(channels).filter(
    ({ id, team_id }) => teams[team_id]?.name === team && id in myMembers,
  );
  const first = own.find(({ name }) => name === 'town-square') ?? own[0];
  return first === undefined ? undefined : channelPath(state, first);
}
