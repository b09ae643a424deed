/** The channels that are chosen, each with a cross to take it off. */
import React from 'react';
import { useText } from '../../hooks/index.ts';
import type { ChannelDirectory } from '../../hooks/index.ts';
import { Icon, LinkButton } from '../ui/index.ts';

/** See the head of the file. A channel that the user has left is still in it, to be taken off. */
export function ChosenChannels(props: {
  readonly directory: ChannelDirectory;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): React.JSX.Element | null {
  const { directory, chosen, onChange } = props;
  const text = useText();
  if (chosen.length === 0) return null;
  return (
    <ul
      className="ScheduledRecapsPicker__chosen"
      aria-label={text('scheduled_recaps.picker.chosen_list')}
    >
      {chosen.map((id) => {
        const channel = directory.byId.get(id);
        const name = channel?.name ?? text('scheduled_recaps.picker.unknown');
        return (
          <li key={id} className="ScheduledRecapsPicker__chip">
            {channel !== undefined && <Icon name={channel.kind} size={14} />}
            <span className="ScheduledRecapsPicker__name" dir="auto">
              {name}
            </span>
            <button
              type="button"
              className="ScheduledRecapsPicker__remove"
              aria-label={text('scheduled_recaps.picker.remove', { name })}
              onClick={() => onChange(chosen.filter((each) => each !== id))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        );
      })}
      {chosen.length > 1 && (
        <li>
          <LinkButton onClick={() => onChange([])}>
            {text('scheduled_recaps.picker.remove_all')}
          </LinkButton>
        </li>
      )}
    </ul>
  );
}
