/** Starts the page: signs in, reads what the user has, listens, and loads plugins. */
import { Client4, WebSocketClient } from '@mattermost/client';
import type { OpenDialogRequest } from '@mattermost/types/integrations';
import { createBrowserHistory } from 'history';
import React from 'react';
import { createRoot } from 'react-dom/client';
import {
  ensureSignedIn,
  liveEvents,
  PageData,
  signInChoices,
  type LiveEvent,
} from './data/index.ts';
import { hostGlobals } from './host_globals.ts';
import { PluginEvents, PluginLoader, Popouts, Translations } from './plugins/index.ts';
import { createPageStore, currentLocale, openModal } from './state/index.ts';
import { App, InteractiveDialog, SignInPage } from './ui/index.ts';
import './page.css';

const subpath = document.documentElement.dataset['subpath'] ?? '';
const siteUrl = window.location.origin + subpath;

// Seen in the console, and by tests that listen to the page.
const report = (error: unknown): void => globalThis.reportError(error);

async function start(): Promise<void> {
  const client = new Client4();
  client.setUrl(siteUrl);
  const choices = await signInChoices(siteUrl);
  const root = createRoot(document.getElementById('root') ?? document.body);
  const wantsToChoose = window.location.pathname === `${subpath}/login`;
  const asked = wantsToChoose ? { ...choices, first: '' } : choices;
  if (await ensureSignedIn(client, asked)) {
    await run(client, root, choices);
    return;
  }
  const signedIn = (): void => {
    run(client, root, choices).catch(report);
  };
  root.render(<SignInPage client={client} choices={choices} onSignedIn={signedIn} />);
}

async function run(
  client: Client4,
  root: ReturnType<typeof createRoot>,
  choices: Awaited<ReturnType<typeof signInChoices>>,
): Promise<void> {
  const growing = createPageStore();
  const { store } = growing;
  const data = new PageData(client, store);
  const socket = new WebSocketClient();
  const history = createBrowserHistory({ basename: subpath });
  const events = new PluginEvents(report);
  const translations = new Translations(() => ({}));
  const popouts = new Popouts(subpath, (path) => history.push(path));
  const loader = new PluginLoader({
    ...growing,
    events,
    translations,
    popouts,
    siteUrl,
    running: () => client.getWebappPlugins(),
    report,
  });
  const openDialog = (request: OpenDialogRequest): void => {
    store.dispatch({ type: 'RECEIVED_DIALOG', data: request });
    const [modalId, dialogProps] = ['interactive_dialog', { request }];
    store.dispatch(openModal({ modalId, dialogType: InteractiveDialog, dialogProps }));
  };
  const globals = { history, siteUrl, socket, popouts, loader };
  Object.assign(
    window,
    hostGlobals({ ...globals, openInteractiveDialog: (request) => openDialog(request as never) }),
  );
  await data.loadMe();
  // Plugins add to what is there, so it is there before them.
  store.dispatch(translations.load(currentLocale(store.getState())));
  const live = liveEvents({
    store,
    data,
    plugins: {
      enabled: (manifest) => loader.enabled(manifest),
      remove: (manifest) => loader.remove(manifest),
      publish: (message: LiveEvent) => events.publish(message),
    },
    openDialog,
    report,
  });
  listen(socket, store, live, () => {
    data
      .loadChannels()
      .then(() => data.loadNewest(store.getState().entities.channels.currentChannelId))
      .catch(report);
    loader.catchUp().catch(report);
    events.reconnected();
  });
  const services = { data, history, popouts, socket, choices, siteUrl, subpath, report };
  root.render(<App store={store} services={services} translations={translations} />);
  await loader.start();
}

/** Opens the websocket; the client opens it again whenever it drops. */
function listen(
  socket: WebSocketClient,
  store: ReturnType<typeof createPageStore>['store'],
  live: (message: LiveEvent) => void,
  reconnected: () => void,
): void {
  const up = (): void => {
    store.dispatch({ type: 'WEBSOCKET_SUCCESS', timestamp: Date.now(), connectionId: '' });
  };
  socket.addMessageListener(live);
  socket.addFirstConnectListener(up);
  socket.addReconnectListener(() => {
    up();
    reconnected();
  });
  // The stand-in keeps no events for a connection that dropped, so each new one has missed some. As in the host
  // plugins then hear twice that the connection is back.
  socket.addMissedMessageListener(reconnected);
  socket.addCloseListener(() => {
    store.dispatch({ type: 'WEBSOCKET_FAILURE', timestamp: Date.now() });
  });
  socket.initialize(`${siteUrl.replace(/^http/, 'ws')}/api/v4/websocket`);
}

start().catch(report);
