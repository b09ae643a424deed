/** The line at the top: which site this is, and who, how and in what language it is looked at. */
import React from 'react';
import { Link } from 'react-router-dom';
import { currentLocale, currentUser, isMilitaryTime, locales, userTitle } from '../state/index.ts';
import { themes } from '../theme/index.ts';
import { usePage, usePageDispatch, usePageState } from './page_context.tsx';
import { Choice } from './parts/choice.tsx';
import { useTheme } from './parts/pluggable.tsx';

interface HeaderProps {
  readonly isListOpen: boolean;
  readonly onToggleList: () => void;
}

/** The header. */
export function GlobalHeader({ isListOpen, onToggleList }: HeaderProps): React.JSX.Element {
  const { data } = usePage();
  const dispatch = usePageDispatch();
  const theme = useTheme();
  const locale = usePageState(currentLocale);
  const isMilitary = usePageState(isMilitaryTime);
  const isConnected = usePageState((state) => state.websocket.connected);
  const plugins = usePageState((state) => state.plugins.plugins);
  const isAdmin = usePageState((state) => currentUser(state)?.roles.includes('system_admin'));
  const setLocale = async (value: string): Promise<void> => {
    const me = await data.client.patchMe({ locale: value });
    dispatch({ type: 'RECEIVED_ME', data: me });
  };
  return (
    <header className="global-header" id="global-header">
      <button
        type="button"
        className="global-header__channels"
        aria-label="Channel list"
        aria-expanded={isListOpen}
        onClick={onToggleList}
      >
        ☰
      </button>
      <strong>Mattermost stand-in</strong>
      <span className="global-header__state" role="status">
        {isConnected ? '' : 'Connecting…'}
      </span>
      {isAdmin === true &&
        Object.values(plugins).map(({ id, name }) => (
          <Link key={id} to={`/admin_console/plugins/plugin_${id}`}>
            {`Settings of ${name}`}
          </Link>
        ))}
      <Choice
        name="Theme"
        value={theme.type}
        options={Object.values(themes).map(({ type }) => [type, type])}
        onChoose={(type) => {
          const chosen = Object.values(themes).find((each) => each.type === type);
          void data.setPreference('theme', '', JSON.stringify(chosen));
        }}
      />
      <Choice
        name="Language"
        value={locale}
        options={Object.entries(locales)}
        onChoose={(value) => void setLocale(value)}
      />
      <Choice
        name="Clock"
        value={String(isMilitary)}
        options={[
          ['false', '12 hours'],
          ['true', '24 hours'],
        ]}
        onChoose={(value) =>
          void data.setPreference('display_settings', 'use_military_time', value)
        }
      />
      <UserChoice />
    </header>
  );
}

/** Who is signed in; choosing somebody else signs them in. */
function UserChoice(): React.JSX.Element {
  const { data, choices, subpath } = usePage();
  const me = usePageState(currentUser);
  const signOut = async (): Promise<void> => {
    await data.client.logout();
    window.location.assign(`${subpath}/login`);
  };
  const become = async (username: string): Promise<void> => {
    await data.client.login(username, choices.password);
    window.location.assign(`${subpath}/`);
  };
  if (choices.people.length === 0) {
    return (
      <button type="button" className="btn btn-tertiary" onClick={() => void signOut()}>
        {`Log out ${userTitle(me)}`}
      </button>
    );
  }
  return (
    <Choice
      name="User"
      value={me?.username ?? ''}
      options={choices.people.map(({ username, name, role }) => [
        username,
        role === 'user' ? name : `${name} (${role})`,
      ])}
      onChoose={(username) => void become(username)}
    />
  );
}
