/** The number of a source, which opens the message it stands for. */
import React from 'react';
import { useStore, useText } from '../../hooks/index.ts';
import { basePath, navigate, siteUrl } from '../../host/index.ts';

/** See the head of the file. */
export function SourceLink(props: {
  readonly number: number;
  readonly postId: string;
  /** Name of the team in links; empty lets the site find one. */
  readonly team: string;
  readonly author: string;
}): React.JSX.Element {
  const { number, postId, team, author } = props;
  const text = useText();
  const site = useStore(siteUrl);
  const path = `/${team === '' ? '_redirect' : team}/pl/${postId}`;
  return (
    <a
      className="ScheduledRecapsPost__source"
      href={basePath(site) + path}
      aria-label={text('scheduled_recaps.post.source', { number, author })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        navigate(path, site);
      }}
    >
      {number}
    </a>
  );
}
