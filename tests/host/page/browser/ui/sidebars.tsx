/** The left edge: teams, and the channels of the team that is open, by category. */
import React from 'react';
import { NavLink } from 'react-router-dom';
import { channelPath, channelTitle, unreadOf, type GlobalState } from '../state/index.ts';
import { usePageState } from './page_context.tsx';
import { MenuButton } from './parts/menu.tsx';
import { Pluggable, useEntries } from './parts/pluggable.tsx';

/** The user's teams. */
export function TeamSidebar(): React.JSX.Element {
  const teams = usePageState((state) => state.entities.teams.teams);
  return (
    <nav className="team-sidebar" aria-label="Teams">
      {Object.values(teams).map(({ id, name, display_name }) => (
        <NavLink key={id} to={`/${name}`} title={display_name}>
          <span aria-hidden="true">{display_name.slice(0, 2)}</span>
          <span className="sr-only">{`${display_name} team`}</span>
        </NavLink>
      ))}
      <Pluggable name="BottomTeamSidebar" />
    </nav>
  );
}

/** The channels of the team, and direct ones. */
export function ChannelSidebar(): React.JSX.Element {
  const team = usePageState(({ entities: { teams } }) => teams.teams[teams.currentTeamId]);
  const order = usePageState(
    ({ entities: { channelCategories: categories, teams } }) =>
      categories.orderByTeam[teams.currentTeamId] ?? noIds,
  );
  return (
    <nav className="SidebarContainer" id="SidebarContainer" aria-label="Channels">
      <div className="SidebarHeader">
        <TeamMenu name={team?.display_name ?? ''} />
      </div>
      <Pluggable name="LeftSidebarHeader" />
      {order.map((id) => (
        <Category key={id} id={id} />
      ))}
    </nav>
  );
}

const noIds: readonly string[] = [];

/** The team's name, which opens what plugins put into the main menu. */
function TeamMenu({ name }: { readonly name: string }): React.JSX.Element {
  const items = useEntries('MainMenu').map(({ id, text, action }) => ({
    id: `${id}_pluginmenuitem`,
    text,
    action: () => void action?.(),
  }));
  if (items.length === 0) return <strong id="sidebarTeamName">{name}</strong>;
  return (
    <MenuButton id="sidebarTeamMenuButton" name={`${name} Team Menu`} items={items}>
      <strong>{name}</strong> <span aria-hidden="true">▾</span>
    </MenuButton>
  );
}

function Category({ id }: { readonly id: string }): React.JSX.Element | null {
  const category = usePageState((state) => state.entities.channelCategories.byId[id]);
  if (category === undefined || category.channel_ids.length === 0) return null;
  const titleId = `category_${id}`;
  return (
    <>
      <h2 className="SidebarChannelGroupHeader" id={titleId}>
        {category.display_name}
      </h2>
      <ul aria-labelledby={titleId}>
        {category.channel_ids.map((channelId) => (
          <ChannelLink key={channelId} id={channelId} />
        ))}
      </ul>
    </>
  );
}

/** A channel as one line of text, so that the line is drawn anew only when it reads differently. */
function lineOf(state: GlobalState, id: string): string {
  const channel = state.entities.channels.channels[id];
  if (channel === undefined || !(id in state.entities.channels.myMembers)) return '';
  const { messages, mentions } = unreadOf(state, id);
  const kind = { O: '#', P: '•', D: '@', G: '&' }[channel.type as string] ?? '';
  return [kind, channelTitle(state, channel), channelPath(state, channel), messages, mentions].join(
    '\n',
  );
}

function ChannelLink({ id }: { readonly id: string }): React.JSX.Element | null {
  const line = usePageState((state) => lineOf(state, id));
  if (line === '') return null;
  const [kind = '', title = '', path = '', messages = '0', mentions = '0'] = line.split('\n');
  const isUnread = Number(messages) > 0 || Number(mentions) > 0;
  return (
    <li>
      <NavLink
        to={path}
        className={`SidebarLink${isUnread ? ' unread-title' : ''}`}
        aria-current="page"
      >
        <span aria-hidden="true">{kind}</span> {title}
        {isUnread && <span className="sr-only"> unread</span>}
        {Number(mentions) > 0 && (
          <span className="badge">
            {mentions}
            <span className="sr-only"> mentions</span>
          </span>
        )}
      </NavLink>
    </li>
  );
}
