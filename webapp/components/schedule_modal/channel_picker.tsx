/** Channels of all teams to choose from: found by typing, below the headings of the user's own lists. */
import React, { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { searchDirectory, useChannelDirectory, useText, useUniqueId } from '../../hooks/index.ts';
import type { ChannelDirectory, ChannelKind, DirectoryGroup, TextOf } from '../../hooks/index.ts';
import { Banner, Icon, LinkButton } from '../ui/index.ts';
import { ChosenChannels } from './chosen_channels.tsx';

/** See the head of the file. */
export interface ChannelPickerProps {
  readonly chosen: readonly string[];
  /** How many may be chosen; undefined where it does not matter. */
  readonly max?: number | undefined;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Lines that are drawn at once; searching finds the others. */
const shownChannels = 200;

/** See the head of the file. */
export function ChannelPicker(props: ChannelPickerProps): React.JSX.Element {
  const text = useText();
  const state = useChannelDirectory();
  switch (state.status) {
    case 'loading':
      return (
        <p role="status" className="ScheduledRecapsPicker__status">
          {text('scheduled_recaps.picker.loading')}
        </p>
      );
    case 'failed':
      return (
        <Banner
          kind="error"
          action={
            <LinkButton onClick={() => state.retry()}>{text('scheduled_recaps.retry')}</LinkButton>
          }
        >
          {text('scheduled_recaps.picker.failed')}
        </Banner>
      );
    case 'ready':
      return <Picker {...props} directory={state.directory} />;
  }
}

function Picker(
  props: ChannelPickerProps & { readonly directory: ChannelDirectory },
): React.JSX.Element {
  const { directory, chosen, max, describedBy, invalid, onChange } = props;
  const text = useText();
  const countId = useUniqueId();
  const [search, setSearch] = useState('');
  const groups = useMemo(
    () => cut(searchDirectory(directory, search), shownChannels),
    [directory, search],
  );
  const isChosen = new Set(chosen);
  const toggle = (ids: readonly string[], on: boolean): void => {
    const others = chosen.filter((id) => !ids.includes(id));
    onChange(on ? [...chosen, ...ids.filter((id) => !isChosen.has(id))] : others);
  };
  const isFull = max !== undefined && chosen.length >= max;
  const count =
    max === undefined
      ? text('scheduled_recaps.picker.chosen', { count: chosen.length })
      : text('scheduled_recaps.picker.chosen_of', { count: chosen.length, max });
  return (
    <div className="ScheduledRecapsPicker">
      <ChosenChannels directory={directory} chosen={chosen} onChange={onChange} />
      <div className="ScheduledRecapsPicker__search">
        <Icon name="search" />
        <input
          type="search"
          className="ScheduledRecapsInput"
          aria-label={text('scheduled_recaps.picker.search')}
          placeholder={text('scheduled_recaps.picker.search')}
          aria-describedby={[countId, describedBy].filter(Boolean).join(' ')}
          aria-invalid={invalid}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && search !== '') {
              event.stopPropagation();
              setSearch('');
            }
          }}
        />
        <span
          id={countId}
          className={`ScheduledRecapsPicker__count${isFull ? ' ScheduledRecapsPicker__count--full' : ''}`}
          aria-live="polite"
        >
          {count}
        </span>
      </div>
      <div className="ScheduledRecapsPicker__list" onKeyDown={steer}>
        {groups.shown.map((group) => (
          <Group
            key={group.id}
            group={group}
            isChosen={isChosen}
            room={max === undefined ? Infinity : max - chosen.length}
            onToggle={toggle}
          />
        ))}
        {groups.shown.length === 0 && (
          <p role="status" className="ScheduledRecapsPicker__status">
            {text('scheduled_recaps.picker.nothing', { search })}
          </p>
        )}
        {groups.hidden > 0 && (
          <p className="ScheduledRecapsPicker__status">
            {text('scheduled_recaps.picker.more', { count: groups.hidden })}
          </p>
        )}
      </div>
    </div>
  );
}

function Group(props: {
  readonly group: DirectoryGroup;
  readonly isChosen: ReadonlySet<string>;
  /** How many more may be chosen. */
  readonly room: number;
  readonly onToggle: (ids: readonly string[], on: boolean) => void;
}): React.JSX.Element {
  const { group, isChosen, room, onToggle } = props;
  const text = useText();
  const id = useUniqueId();
  const title = groupTitle(group, text);
  const open = group.channels.filter((channel) => !isChosen.has(channel.id));
  const ids = group.channels.map((channel) => channel.id);
  const all = open.length === 0;
  return (
    <div role="group" aria-labelledby={id} className="ScheduledRecapsPicker__group">
      <div className="ScheduledRecapsPicker__heading">
        <span id={id} dir="auto">
          {title}
        </span>
        <LinkButton
          disabled={!all && open.length > room}
          aria-label={text(
            all ? 'scheduled_recaps.picker.clear_in' : 'scheduled_recaps.picker.all_in',
            { title },
          )}
          onClick={() => onToggle(ids, !all)}
        >
          {text(all ? 'scheduled_recaps.picker.clear' : 'scheduled_recaps.picker.all')}
        </LinkButton>
      </div>
      {group.channels.map((channel) => {
        const on = isChosen.has(channel.id);
        return (
          <label key={channel.id} className="ScheduledRecapsPicker__channel">
            <input
              type="checkbox"
              checked={on}
              disabled={!on && room <= 0}
              onChange={() => onToggle([channel.id], !on)}
            />
            <Icon name={channel.kind} />
            <span className="sr-only">{kindName(channel.kind, text)}</span>
            <span className="ScheduledRecapsPicker__name" dir="auto">
              {channel.name}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** What kind of channel it is, for those who do not see the picture. */
export function kindName(kind: ChannelKind, text: TextOf): string {
  return text(`scheduled_recaps.channel.${kind}`);
}

function groupTitle({ title, kind, team }: DirectoryGroup, text: TextOf): string {
  const heading = kind === 'custom' ? title : text(`scheduled_recaps.picker.heading.${kind}`);
  return team === '' ? heading : `${team} · ${heading}`;
}

/** The first `most` channels, and how many more there are. */
function cut(
  groups: readonly DirectoryGroup[],
  most: number,
): { readonly shown: readonly DirectoryGroup[]; readonly hidden: number } {
  let room = most;
  let hidden = 0;
  const shown = groups.flatMap((group) => {
    const channels = group.channels.slice(0, Math.max(room, 0));
    room -= channels.length;
    hidden += group.channels.length - channels.length;
    return channels.length === 0 ? [] : [{ ...group, channels }];
  });
  return { shown, hidden };
}

/** Arrow keys go from check box to check box: a long list is no long way for Tab alone. */
function steer(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const boxes = [
    ...event.currentTarget.querySelectorAll<HTMLInputElement>('input:not([disabled])'),
  ];
  const at = boxes.findIndex((box) => box === document.activeElement);
  const next = boxes[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
