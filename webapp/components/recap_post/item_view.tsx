/** One thing worth telling, with its sources; action items with a box to check them off. */
import React from 'react';
import { useServices, useStore, useTask, useText, useTimes } from '../../hooks/index.ts';
import { recapsState } from '../../state/index.ts';
import { Icon } from '../ui/index.ts';
import { PlainLine } from './plain_line.tsx';
import type { CardItem, CardLine } from './numbering.ts';
import { SourceLink } from './source_link.tsx';

/** What all items of a post share. */
export interface ItemContext {
  readonly postId: string;
  /** IANA name of the schedule's zone. */
  readonly timezone: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Team names in links, by the ids of channels. */
  readonly teams: ReadonlyMap<string, string>;
  /** Channels' names, where an item stands outside of its channel. */
  readonly names: ReadonlyMap<string, string>;
}

/** See the head of the file. */
export function ItemView(props: {
  readonly item: CardItem;
  readonly context: ItemContext;
  readonly checkable?: boolean;
  /** Says in which channel it was. */
  readonly placed?: boolean;
}): React.JSX.Element {
  const { item, context, checkable = false, placed = false } = props;
  const text = useText();
  const channel = context.names.get(item.channel_id);
  const facts = [
    ...(placed && channel !== undefined ? [channel] : []),
    ...(item.topic === undefined
      ? []
      : [text('scheduled_recaps.post.topic', { topic: item.topic })]),
    ...(item.assignee === undefined
      ? []
      : [text('scheduled_recaps.post.assignee', { name: item.assignee })]),
    ...(item.due === undefined ? [] : [text('scheduled_recaps.post.due', { due: item.due })]),
    ...(item.replies > 0 ? [text('scheduled_recaps.post.replies', { count: item.replies })] : []),
  ];
  const line = <LineView line={item} channelId={item.channel_id} context={context} />;
  return (
    <li className="ScheduledRecapsPost__item">
      {checkable ? <CheckOff item={item} postId={context.postId} line={line} /> : line}
      {facts.length > 0 && (
        <div className="ScheduledRecapsPost__facts" dir="auto">
          {facts.join(' · ')}
        </div>
      )}
      {item.follow_ups.length > 0 && (
        <ul className="ScheduledRecapsPost__followUps">
          {item.follow_ups.map((followUp) => (
            <li key={followUp.post_id}>
              <LineView line={followUp} channelId={item.channel_id} context={context} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function LineView(props: {
  readonly line: CardLine;
  readonly channelId: string;
  readonly context: ItemContext;
}): React.JSX.Element {
  const { line, channelId, context } = props;
  const times = useTimes();
  return (
    <span>
      <strong dir="auto">{line.author}</strong>{' '}
      <time className="ScheduledRecapsPost__at" dateTime={new Date(line.at).toISOString()}>
        {times.short(line.at, context.timezone)}
      </time>
      {': '}
      <PlainLine text={line.text} />{' '}
      {line.files?.map((name, index) => (
        // Two files of a message may have the same name.
        <span key={index} className="ScheduledRecapsPost__file">
          <Icon name="file" size={12} />
          <span dir="auto">{name}</span>{' '}
        </span>
      ))}
      <SourceLink
        number={context.numbers.get(line.post_id) ?? 0}
        postId={line.post_id}
        team={context.teams.get(channelId) ?? ''}
        author={line.author}
      />
    </span>
  );
}

/** The box is apart from the line, whose links are no label. */
function CheckOff(props: {
  readonly item: CardItem;
  readonly postId: string;
  readonly line: React.JSX.Element;
}): React.JSX.Element {
  const { item, postId, line } = props;
  const text = useText();
  const { actions } = useServices();
  const task = useTask();
  const done = useStore((state) =>
    (recapsState(state).checks[postId] ?? []).includes(item.post_id),
  );
  return (
    <div className="ScheduledRecapsPost__checkable">
      <input
        type="checkbox"
        checked={done}
        aria-label={text('scheduled_recaps.post.done', { text: item.text })}
        // The host takes a click on anything but a link or a button for the wish to see the thread.
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => {
          const { checked } = event.target;
          void task.run(() => actions.check(postId, item.post_id, checked));
        }}
      />
      <span className={done ? 'ScheduledRecapsPost__done' : undefined}>{line}</span>
      {task.error !== undefined && (
        <span role="alert" className="ScheduledRecapsField__error">
          {text('scheduled_recaps.post.check_failed')}
        </span>
      )}
    </div>
  );
}
