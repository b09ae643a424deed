/** What one channel gave: a line that opens and closes, who wrote, how much when, and what was worth telling. */
import React from 'react';
import { useStore, useText, useUniqueId } from '../../hooks/index.ts';
import { basePath, siteUrl } from '../../host/index.ts';
import { Disclosure, Icon } from '../ui/index.ts';
import { ActivityChart } from './activity_chart.tsx';
import { ItemView } from './item_view.tsx';
import type { ItemContext } from './item_view.tsx';
import type { CardChannel } from './numbering.ts';

/** See the head of the file. */
export function ChannelView(props: {
  readonly channel: CardChannel;
  readonly context: ItemContext;
  /** Whether "for you" has lines of this channel. */
  readonly concerns: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}): React.JSX.Element {
  const { channel, context, concerns, open, onToggle } = props;
  const text = useText();
  const id = useUniqueId();
  const numbers = text('scheduled_recaps.post.numbers', {
    messages: channel.messages,
    people: channel.people,
  });
  return (
    <section className="ScheduledRecapsPost__channel" aria-label={channel.name}>
      <div className="ScheduledRecapsPost__channelHead">
        <Disclosure open={open} controls={id} onChange={onToggle}>
          <Icon name={channel.kind} size={14} />
          <span dir="auto">{channel.name}</span>
        </Disclosure>
        <span className="ScheduledRecapsPost__numbers">{numbers}</span>
        <span className="ScheduledRecapsPost__glance">
          <Participants channel={channel} />
          <ActivityChart
            counts={channel.activity}
            label={text('scheduled_recaps.post.activity', { channel: channel.name })}
          />
        </span>
      </div>
      <div id={id} hidden={!open}>
        {open && <Sections channel={channel} context={context} concerns={concerns} />}
      </div>
    </section>
  );
}

function Sections(props: {
  readonly channel: CardChannel;
  readonly context: ItemContext;
  readonly concerns: boolean;
}): React.JSX.Element {
  const { channel, context, concerns } = props;
  const text = useText();
  if (channel.sections.length === 0) {
    const empty = concerns ? 'told_above' : 'nothing_stands_out';
    return <p>{text(`scheduled_recaps.post.${empty}`)}</p>;
  }
  return (
    <>
      {channel.sections.map(({ kind, items, more }) => (
        <div key={kind} className="ScheduledRecapsPost__section">
          <h3>{text(`scheduled_recaps.post.section.${kind}`)}</h3>
          <ul>
            {items.map((item) => (
              <ItemView
                key={item.post_id}
                item={item}
                context={context}
                checkable={kind === 'action_items'}
              />
            ))}
          </ul>
          {more > 0 && <p>{text('scheduled_recaps.post.more', { count: more })}</p>}
        </div>
      ))}
    </>
  );
}

/** Pictures of who wrote; their names are read out once, as a list. */
function Participants({ channel }: { readonly channel: CardChannel }): React.JSX.Element | null {
  const text = useText();
  const site = useStore(siteUrl);
  if (channel.participants.length === 0) return null;
  const names = channel.participants.map(({ name }) => name).join(', ');
  return (
    <span
      className="ScheduledRecapsPost__people"
      role="img"
      aria-label={text('scheduled_recaps.post.people', { names })}
    >
      {channel.participants.map(({ id, name }) => (
        <img
          key={id}
          src={`${basePath(site)}/api/v4/users/${id}/image`}
          alt=""
          title={name}
          width={20}
          height={20}
          loading="lazy"
        />
      ))}
    </span>
  );
}
