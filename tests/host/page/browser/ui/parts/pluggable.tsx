/** The place of a list of plugins' components. */
import React from 'react';
import { preference, type PluginEntry } from '../../state/index.ts';
import { themeOf, type Theme } from '../../theme/index.ts';
import { usePage, usePageState } from '../page_context.tsx';
import { PluginErrorBoundary } from './error_boundary.tsx';

const none: readonly PluginEntry[] = [];

/** The user's theme, the same object until it changes. */
export function useTheme(): Theme {
  const value = usePageState((state) => preference(state, 'theme', ''));
  return React.useMemo(() => themeOf(value), [value]);
}

/** The entries of a list. */
export function useEntries(name: string): readonly PluginEntry[] {
  return usePageState((state) => state.plugins.components[name] ?? none);
}

interface Props {
  readonly name: string;
  /** Only the component with this id. */
  readonly id?: string;
  /** What the components are given besides theme and websocket. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** Renders every component of the list, each within its own error boundary. */
export function Pluggable({ name, id, given = {} }: Props): React.JSX.Element {
  const { report, socket } = usePage();
  const theme = useTheme();
  const entries = useEntries(name).filter((entry) => id === undefined || entry.id === id);
  return (
    <>
      {entries.map(({ id: key, pluginId, component: Component }) =>
        Component === undefined ? null : (
          <PluginErrorBoundary key={key} pluginId={pluginId} report={report}>
            <Component {...given} theme={theme} webSocketClient={socket} />
          </PluginErrorBoundary>
        ),
      )}
    </>
  );
}
