/** What is there before the first schedule: what schedules are good for, and the way to one. */
import React from 'react';
import { useText } from '../../hooks/index.ts';

/** See the head of the file. */
export function EmptyState({ onCreate }: { readonly onCreate: () => void }): React.JSX.Element {
  const text = useText();
  return (
    <div className="ScheduledRecapsSidebar__empty">
      <svg width="112" height="88" viewBox="0 0 112 88" fill="none" aria-hidden="true">
        <rect x="12" y="8" width="72" height="60" rx="8" className="ScheduledRecapsArt__paper" />
        <path d="M24 24h40M24 36h48M24 48h28" className="ScheduledRecapsArt__line" />
        <circle cx="84" cy="60" r="20" className="ScheduledRecapsArt__clock" />
        <path d="M84 49v12l8 5" className="ScheduledRecapsArt__hand" />
      </svg>
      <h2 className="ScheduledRecapsSidebar__emptyTitle">
        {text('scheduled_recaps.sidebar.empty_title')}
      </h2>
      <p>{text('scheduled_recaps.sidebar.empty_text')}</p>
      <button type="button" className="btn btn-primary" onClick={onCreate}>
        {text('scheduled_recaps.sidebar.empty_create')}
      </button>
    </div>
  );
}
