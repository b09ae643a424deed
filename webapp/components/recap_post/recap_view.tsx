/** A recap as a card: what concerns the reader, then channel by channel. */
import React, { useEffect, useState } from 'react';
import type { RecapCard } from '../../../server/contract/index.ts';
import { useServices, useText, useTimes } from '../../hooks/index.ts';
import { renderMarkdown } from '../../host/index.ts';
import { LinkButton } from '../ui/index.ts';
import { windowOf } from './card_of.ts';
import type { RecapPostData } from './card_of.ts';
import { ChannelView } from './channel_view.tsx';
import { CopyButton } from './copy_button.tsx';
import { ItemView } from './item_view.tsx';
import type { ItemContext } from './item_view.tsx';
import { numberSources } from './numbering.ts';
import { ScheduleTools } from './schedule_tools.tsx';

/** Channels that are open at first: the first ones are the most important. */
const openAtFirst = 3;

/** See the head of the file. */
export function RecapView(props: {
  readonly post: RecapPostData;
  readonly card: RecapCard;
}): React.JSX.Element {
  const { post, card } = props;
  const text = useText();
  const times = useTimes();
  const { actions } = useServices();
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(card.channels.slice(0, openAtFirst).map(({ id }) => id)),
  );
  const hasTasks = card.channels.some(({ sections }) =>
    sections.some(({ kind }) => kind === 'action_items'),
  );
  useEffect(() => {
    if (hasTasks) void actions.loadChecks(post.id);
  }, [actions, hasTasks, post.id]);

  const context: ItemContext = {
    postId: post.id,
    timezone: card.timezone,
    numbers: numberSources(card),
    teams: new Map(card.channels.map(({ id, team_name: team }) => [id, team])),
    names: new Map(card.channels.map(({ id, name }) => [id, name])),
  };
  const concerned = new Set(card.for_you.map((item) => item.channel_id));
  const span = windowOf(post);
  const allOpen = card.channels.every(({ id }) => open.has(id));
  return (
    <div className="ScheduledRecapsPost">
      <h2 className="ScheduledRecapsPost__title" dir="auto">
        {card.title}
      </h2>
      {span !== undefined && (
        <p className="ScheduledRecapsPost__window">
          {text('scheduled_recaps.post.window', {
            from: times.short(span.from, card.timezone),
            to: times.full(span.to, card.timezone),
          })}
        </p>
      )}
      {card.for_you.length > 0 && (
        <div className="ScheduledRecapsPost__section ScheduledRecapsPost__section--you">
          <h3>{text('scheduled_recaps.post.section.for_you')}</h3>
          <ul>
            {card.for_you.map((item) => (
              <ItemView key={item.post_id} item={item} context={context} placed />
            ))}
          </ul>
          {card.for_you_more > 0 && (
            <p>{text('scheduled_recaps.post.more', { count: card.for_you_more })}</p>
          )}
        </div>
      )}
      {card.channels.map((channel) => (
        <ChannelView
          key={channel.id}
          channel={channel}
          context={context}
          concerns={concerned.has(channel.id)}
          open={open.has(channel.id)}
          onToggle={(on) =>
            setOpen((before) => {
              const after = new Set(before);
              if (on) after.add(channel.id);
              else after.delete(channel.id);
              return after;
            })
          }
        />
      ))}
      {card.notes.map((note) => (
        // Names in it are written as Markdown wants them.
        <div key={note} className="ScheduledRecapsPost__note" dir="auto">
          {renderMarkdown(note)}
        </div>
      ))}
      <div className="ScheduledRecapsPost__tools">
        {card.channels.length > 1 && (
          <LinkButton
            onClick={() => setOpen(new Set(allOpen ? [] : card.channels.map(({ id }) => id)))}
          >
            {text(allOpen ? 'scheduled_recaps.post.close_all' : 'scheduled_recaps.post.open_all')}
          </LinkButton>
        )}
        <CopyButton markdown={post.message} />
        <ScheduleTools post={post} />
      </div>
    </div>
  );
}
