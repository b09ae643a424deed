/** The line above a channel: its name with a menu, its purpose, and plugins' buttons. */
import type { Channel } from '@mattermost/types/channels';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { spokenText } from '../plugins/index.ts';
import { channelTitle, type PluginEntry } from '../state/index.ts';
import { usePageState } from './page_context.tsx';
import { MenuButton } from './parts/menu.tsx';
import { Pluggable, useEntries } from './parts/pluggable.tsx';

/** The header of a channel. */
export function ChannelHeader({ channel }: { readonly channel: Channel }): React.JSX.Element {
  const title = usePageState((state) => channelTitle(state, channel));
  const member = usePageState((state) => state.entities.channels.myMembers[channel.id]);
  return (
    <div className="channel-header" id="channel-header">
      <h1 className="channel-header__title">
        <ChannelMenu channel={channel} title={title} />
      </h1>
      <span className="channel-header__info">{channel.header || channel.purpose}</span>
      <Pluggable name="ChannelHeaderIcon" />
      {useHeaderButtons().map((entry) => (
        <HeaderButton key={entry.id} entry={entry} act={() => entry.action?.(channel, member)} />
      ))}
    </div>
  );
}

/** Buttons of plugins that have none in the bar at the right edge: each plugin is there once. */
function useHeaderButtons(): readonly PluginEntry[] {
  const barred = new Set(useEntries('AppBar').map(({ pluginId }) => pluginId));
  return useEntries('ChannelHeaderButton').filter(({ pluginId }) => !barred.has(pluginId));
}

interface HeaderButtonProps {
  readonly entry: PluginEntry;
  readonly act: () => void;
}

function HeaderButton({ entry, act }: HeaderButtonProps): React.JSX.Element {
  const { formatMessage } = useIntl();
  const text = entry.tooltipText ?? entry.dropdownText;
  const name = spokenText(text, FormattedMessage, (id, defaultMessage) =>
    formatMessage({ id, defaultMessage }),
  );
  return (
    <button
      id={`${entry.id}ChannelHeaderButton`}
      type="button"
      className="channel-header__icon"
      aria-label={name}
      title={name}
      onClick={act}
    >
      {entry.icon}
    </button>
  );
}

interface ChannelMenuProps {
  readonly channel: Channel;
  readonly title: string;
}

/** The name of the channel, which opens what plugins have for it. */
function ChannelMenu({ channel, title }: ChannelMenuProps): React.JSX.Element {
  const entries = useEntries('ChannelHeader');
  const isShown = usePageState((state) =>
    entries.map(({ shouldRender }) => (shouldRender?.(state) === false ? '0' : '1')).join(''),
  );
  const items = entries
    .filter((_, at) => isShown[at] === '1')
    .map(({ id, text, action }) => ({
      id: `${id}_pluginmenuitem`,
      text,
      action: () => void action?.(channel.id),
    }));
  if (items.length === 0) return <span id="channelHeaderTitle">{title}</span>;
  return (
    <MenuButton
      id="channelHeaderDropdownButton"
      name={`${title} Channel Menu`}
      className="channel-header__name"
      items={items}
    >
      <span id="channelHeaderTitle">{title}</span> <span aria-hidden="true">▾</span>
    </MenuButton>
  );
}
