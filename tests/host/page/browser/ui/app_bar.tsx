/** The bar at the right edge with a button for each plugin. */
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { spokenText } from '../plugins/index.ts';
import { currentChannel, type PluginEntry } from '../state/index.ts';
import { usePageState } from './page_context.tsx';
import { useEntries } from './parts/pluggable.tsx';

/** The bar; nothing where no plugin has a button in it. */
export function AppBar(): React.JSX.Element | null {
  const entries = useEntries('AppBar');
  if (entries.length === 0) return null;
  return (
    <nav className="app-bar" id="app-bar" aria-label="Apps">
      {entries.map((entry) => (
        <AppBarButton key={entry.id} entry={entry} />
      ))}
    </nav>
  );
}

/** The button. As in the host its name is the plugin's id, and only the tooltip says more. */
function AppBarButton({ entry }: { readonly entry: PluginEntry }): React.JSX.Element {
  const { formatMessage } = useIntl();
  const channel = usePageState(currentChannel);
  const member = usePageState((state) => state.entities.channels.myMembers[channel?.id ?? '']);
  const shown = usePageState((state) => state.views.rhs.pluggableId);
  const tooltip = spokenText(entry.tooltipText, FormattedMessage, (id, defaultMessage) =>
    formatMessage({ id, defaultMessage }),
  );
  const isActive = entry.rhsComponentId !== undefined && entry.rhsComponentId === shown;
  return (
    <button
      id={`app-bar-icon-${entry.pluginId}`}
      type="button"
      className={`app-bar__icon${isActive ? ' app-bar__icon--active' : ''}`}
      title={tooltip}
      onClick={() => void entry.action?.(channel, member)}
    >
      {entry.iconUrl === undefined ? (
        entry.icon
      ) : (
        <img src={entry.iconUrl} alt={entry.pluginId} width="24" height="24" />
      )}
    </button>
  );
}
