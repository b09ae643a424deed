/** A message's text with its links, which stay inside the page where they lead into it. */
import React from 'react';
import { formatText, messageHtmlToComponent } from '../../format/index.ts';
import { currentUser } from '../../state/index.ts';
import { usePage, usePageState } from '../page_context.tsx';

/** The message, formatted. */
export function Markdown({ text }: { readonly text: string }): React.JSX.Element {
  const { siteUrl, history } = usePage();
  const username = usePageState((state) => currentUser(state)?.username ?? '');
  const team = usePageState(({ entities: { teams } }) => teams.teams[teams.currentTeamId]);
  const channels = usePageState((state) => state.entities.channels.channels);
  const content = React.useMemo(() => {
    const named = Object.values(channels).filter(({ team_id }) => team_id === team?.id);
    const html = formatText(text, {
      atMentions: true,
      siteURL: siteUrl,
      channelNamesMap: Object.fromEntries(named.map((each) => [each.name, each.display_name])),
      team: { name: team?.name ?? '' },
      mentionKeys: [{ key: `@${username}` }],
    });
    return messageHtmlToComponent(html);
  }, [text, siteUrl, channels, team, username]);
  const follow = (event: React.MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isOurs = link?.href.startsWith(`${siteUrl}/`) === true;
    if (!isOurs || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.push(link.href.slice(siteUrl.length));
  };
  return (
    <div className="post-message__text" dir="auto" onClick={follow}>
      {content}
    </div>
  );
}
