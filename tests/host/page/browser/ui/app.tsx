/** The page as a whole: providers, addresses, and what stands where. */
import React, { useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { Provider } from 'react-redux';
import { Redirect, Route, Router, Switch, useLocation, useParams } from 'react-router-dom';
import type { Translations } from '../plugins/index.ts';
import { currentLocale, type PageStore } from '../state/index.ts';
import { applyTheme } from '../theme/index.ts';
import { AdminConsole } from './admin_console.tsx';
import { AppBar } from './app_bar.tsx';
import { ChannelRoute, PermalinkRoute } from './channel_view.tsx';
import { GlobalHeader } from './global_header.tsx';
import { ModalController } from './modals.tsx';
import {
  PageContext,
  usePage,
  usePageDispatch,
  usePageState,
  type PageServices,
} from './page_context.tsx';
import { Pluggable, useEntries, useTheme } from './parts/pluggable.tsx';
import { PopoutPage } from './popout_page.tsx';
import { RightSidebar } from './right_sidebar.tsx';
import { ChannelSidebar, TeamSidebar } from './sidebars.tsx';

interface Props {
  readonly store: PageStore;
  readonly services: PageServices;
  readonly translations: Translations;
}

/** The page of somebody who is signed in. */
export function App({ store, services, translations }: Props): React.JSX.Element {
  return (
    <Provider store={store}>
      <PageContext.Provider value={services}>
        <Language translations={translations}>
          <Router history={services.history}>
            <ThemeVariables />
            <Addresses />
          </Router>
        </Language>
      </PageContext.Provider>
    </Provider>
  );
}

interface LanguageProps {
  readonly translations: Translations;
  readonly children: React.ReactNode;
}

/** Texts of the user's language. Another language is another tree, as in the host. */
function Language({ translations, children }: LanguageProps): React.JSX.Element | null {
  const { report } = usePage();
  const dispatch = usePageDispatch();
  const locale = usePageState(currentLocale);
  const messages = usePageState((state) => state.views.i18n.translations[locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
    if (messages === undefined) dispatch(translations.load(locale));
  }, [dispatch, translations, locale, messages]);
  if (messages === undefined) return null;
  return (
    <IntlProvider
      key={locale}
      locale={locale}
      messages={{ ...messages }}
      textComponent="span"
      onError={(error) => {
        if ((error.code as string) !== 'MISSING_TRANSLATION') report(error);
      }}
    >
      {children}
    </IntlProvider>
  );
}

function ThemeVariables(): null {
  const theme = useTheme();
  useEffect(() => applyTheme(theme, document.documentElement.style), [theme]);
  return null;
}

function Addresses(): React.JSX.Element {
  const first = usePageState(({ entities }) => Object.values(entities.teams.teams)[0]?.name ?? '');
  return (
    <Switch>
      <Route path="/_popout/rhs/:team/plugin/:pluginId" component={PopoutPage} />
      <Route path="/admin_console/plugins/plugin_:pluginId" component={AdminConsole} />
      <Redirect from="/_redirect/pl/:postId" to={`/${first}/pl/:postId`} />
      <Redirect exact from="/login" to="/" />
      <Redirect exact from="/" to={`/${first}`} />
      <Route component={Frame} />
    </Switch>
  );
}

/** What stands around the middle on every address. A narrow window shows the channels only until one is chosen. */
function Frame(): React.JSX.Element {
  const own = useEntries('CustomRouteComponent');
  const { pathname } = useLocation();
  const [listedOn, setListedOn] = useState<string>();
  const isListOpen = listedOn === pathname;
  return (
    <>
      <div className={isListOpen ? 'page page--channels' : 'page'}>
        <GlobalHeader
          isListOpen={isListOpen}
          onToggleList={() => setListedOn(isListOpen ? undefined : pathname)}
        />
        <TeamSidebar />
        <Switch>
          {own.map(({ id, route = '' }) => (
            <Route key={id} path={`/plug/${route}`}>
              <Pluggable name="CustomRouteComponent" id={id} />
            </Route>
          ))}
          <Route path="/:team" component={TeamFrame} />
        </Switch>
        <RightSidebar />
        <AppBar />
      </div>
      <Pluggable name="Root" />
      <Pluggable name="Global" />
      <ModalController />
    </>
  );
}

/** A team: its channels beside the one that is open, or a page of a plugin. */
function TeamFrame(): React.JSX.Element {
  const { team } = useParams<{ team: string }>();
  const dispatch = usePageDispatch();
  const own = useEntries('NeedsTeamComponent');
  const id = usePageState(
    ({ entities }) => Object.values(entities.teams.teams).find(({ name }) => name === team)?.id,
  );
  useEffect(() => {
    if (id !== undefined) dispatch({ type: 'SELECT_TEAM', data: id });
  }, [dispatch, id]);
  return (
    <>
      <ChannelSidebar />
      <Switch>
        {own.map(({ id: key, route = '' }) => (
          <Route key={key} path={`/:team/${route}`}>
            <Pluggable name="NeedsTeamComponent" id={key} />
          </Route>
        ))}
        <Route path="/:team/pl/:postId" component={PermalinkRoute} />
        <Route path="/:team/(channels|messages)/:name" component={ChannelRoute} />
        <Route path="/:team" component={ChannelRoute} />
      </Switch>
    </>
  );
}
