/** A plugin's sidebar in a window of its own. */
import React, { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { ModalController } from './modals.tsx';
import { usePage, usePageState } from './page_context.tsx';
import { Pluggable, useEntries } from './parts/pluggable.tsx';

/** The window's content. The channel that was open in the page is open here too, for the plugin to find. */
export function PopoutPage(): React.JSX.Element {
  const { team, pluginId } = useParams<{ team: string; pluginId: string }>();
  const { data, history, siteUrl, subpath } = usePage();
  const entry = useEntries('RightHandSidebarComponent').find((each) => each.pluginId === pluginId);
  const plugin = usePageState((state) => state.plugins.plugins[pluginId]);
  const name = new URLSearchParams(history.location.search).get('channel');
  const channelId = usePageState(
    ({ entities }) =>
      Object.values(entities.channels.channels).find(
        (channel) =>
          channel.name === name && ['', team].includes(teamName(entities, channel.team_id)),
      )?.id,
  );
  useEffect(() => {
    if (channelId !== undefined) data.dispatch({ type: 'SELECT_CHANNEL', data: channelId });
  }, [channelId, data]);
  useEffect(() => {
    document.title = `${plugin?.name ?? pluginId} - Mattermost stand-in`;
  }, [plugin, pluginId]);
  const followInParent = (event: React.MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.href.startsWith(`${siteUrl}/`) !== true || !isWindow(window.opener)) return;
    event.preventDefault();
    const args = [link.href.slice(siteUrl.length)];
    window.opener.postMessage({ channel: '_navigate', args }, window.location.origin);
  };
  return (
    <main className="popout" data-subpath={subpath} onClick={followInParent}>
      <ModalController />
      <h1 className="sidebar--right__title">{entry?.title ?? 'Loading…'}</h1>
      {entry !== undefined && <Pluggable name="RightHandSidebarComponent" id={entry.id} />}
    </main>
  );
}

function teamName(
  {
    teams,
  }: { readonly teams: { readonly teams: Readonly<Record<string, { readonly name: string }>> } },
  teamId: string,
): string {
  return teams.teams[teamId]?.name ?? '';
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}
