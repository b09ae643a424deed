/** From the host's `initialize` to its `uninitialize`: registrations only, each with its undo. */
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { commandTrigger, pluginId, postType } from '../server/contract/index.ts';
import { appBarIcon } from './assets/index.ts';
import { createTransport, RecapsClient, SiteClient } from './client/index.ts';
import {
  EntryIcon,
  HealthPanel,
  RecapPost,
  RecapSidebar,
  ScheduleModal,
  styles,
} from './components/index.ts';
import { canBeRecapped, otherOf, provide } from './hooks/index.ts';
import type { FormRequest, Services } from './hooks/index.ts';
import {
  basePath,
  csrfToken,
  navigate,
  navigateMessage,
  openModalAction,
  Registrations,
  siteUrl,
} from './host/index.ts';
import type { HostAction, HostState, PluginRegistry, RegisteredSidebar } from './host/index.ts';
import { english, messagesFor } from './i18n/index.ts';
import type { MessageId } from './i18n/index.ts';
import { injectStyles } from './inject_styles.ts';
import { RecapsActions, reducer, websocketHandlers } from './state/index.ts';
import type { StoreState } from './state/index.ts';

/** The setting in the manifest in whose place the health panel stands. */
const healthSetting = 'Health';

/** The host's store. */
export interface HostStore {
  dispatch(action: unknown): unknown;
  getState(): StoreState;
}

/** The plugin as the host holds it. */
export class WebappPlugin {
  #registrations = new Registrations();

  /** Takes its place on the page. A second call first gives up the one it had. */
  initialize(registry: PluginRegistry, store: HostStore): void {
    this.uninitialize();
    const undo = this.#registrations;
    const services = createServices(store);
    undo.add(injectStyles(styles));
    registry.registerReducer(reducer as Parameters<PluginRegistry['registerReducer']>[0]);
    registry.registerTranslations(messagesFor);
    registerEvents(registry, store, services, undo);
    registerPost(registry, services, undo);
    registry.registerAdminConsoleCustomSetting?.(healthSetting, provide(services, HealthPanel), {
      showTitle: false,
    });
    registerEntries(registry, store, services, undo);
  }

  /** Leaves the page as it was; a second call finds nothing to do. */
  uninitialize(): void {
    this.#registrations.undoAll();
  }
}

function createServices(store: HostStore): Services {
  const transport = createTransport({
    fetch: (url, init) => fetch(url, init),
    basePath: () => basePath(siteUrl(store.getState())),
    csrfToken,
  });
  const client = new RecapsClient(transport);
  const services: Services = {
    client,
    site: new SiteClient(transport),
    actions: new RecapsActions(client, store),
    openForm: (request) => openForm(request),
  };
  const dialogType = provide(services, ScheduleModal);
  const openForm = (request: FormRequest): void => {
    const modalId = 'scheduled_recaps_form';
    const action = openModalAction({ modalId, dialogType, dialogProps: { request } });
    if (action !== undefined) store.dispatch(action);
  };
  return services;
}

function registerEvents(
  registry: PluginRegistry,
  store: HostStore,
  { actions }: Services,
  undo: Registrations,
): void {
  for (const [event, handler] of websocketHandlers({ store, actions })) {
    registry.registerWebSocketEventHandler(event, handler);
    undo.add(() => registry.unregisterWebSocketEventHandler(event));
  }
  registry.registerReconnectHandler(() => actions.refetch());
  undo.add(() => registry.unregisterReconnectHandler());
}

function registerPost(registry: PluginRegistry, services: Services, undo: Registrations): void {
  const id = registry.registerPostTypeComponent(postType, provide(services, RecapPost));
  undo.add(() => registry.unregisterPostTypeComponent(id));
}

function registerEntries(
  registry: PluginRegistry,
  store: HostStore,
  services: Services,
  undo: Registrations,
): void {
  const own = (id: string): void => undo.add(() => registry.unregisterComponent(id));
  const title = words('scheduled_recaps.sidebar.title');
  const sidebar = registerSidebar(registry, services, undo);
  const show = (action: HostAction): void => void store.dispatch(action);
  undo.add(() => show(sidebar.hideRHSPlugin));
  own(
    registry.registerChannelHeaderButtonAction(
      // On a narrow page the button has no name but what its picture brings.
      <span>
        <EntryIcon size={18} />
        <span className="sr-only">{title}</span>
      </span>,
      () => show(sidebar.toggleRHSPlugin),
      title,
      title,
    ),
  );
  own(
    registry.registerMainMenuAction(
      title,
      () => show(sidebar.showRHSPlugin),
      <EntryIcon size={22} />,
    ),
  );
  own(
    registry.registerChannelHeaderMenuAction(words('scheduled_recaps.channel_menu'), (channelId) =>
      services.openForm({ mode: 'create', channelId }),
    ),
  );
  if (registry.registerSlashCommandWillBePostedHook !== undefined) {
    own(
      registry.registerSlashCommandWillBePostedHook((message, args) => {
        if (!isNewCommand(message)) return { message, args };
        services.openForm({ mode: 'create', channelId: channelOfCommand(args, store.getState()) });
        return {};
      }),
    );
  }
  // A sidebar in a window of its own cannot show messages: the page it came from does.
  registry.registerRHSPluginPopoutListener?.(pluginId, (_team, _channel, listeners) => {
    listeners.onMessageFromPopout?.((channel, path) => {
      if (channel === navigateMessage && typeof path === 'string' && path.startsWith('/')) {
        navigate(path, siteUrl(store.getState()));
      }
    });
  });
}

/** One sidebar for all its entries. The bar of apps brings it along where the host has one. */
function registerSidebar(
  registry: PluginRegistry,
  services: Services,
  undo: Registrations,
): RegisteredSidebar {
  const component = provide(services, RecapSidebar);
  const title = words('scheduled_recaps.sidebar.title');
  const own = (id: string): void => undo.add(() => registry.unregisterComponent(id));
  const barred = registry.registerAppBarComponent?.(
    appBarIcon,
    undefined,
    title,
    null,
    component,
    title,
  );
  if (barred !== undefined) own(typeof barred === 'string' ? barred : barred.id);
  if (typeof barred === 'object') {
    own(barred.rhsComponent.id);
    return barred.rhsComponent;
  }
  const sidebar = registry.registerRightHandSidebarComponent(component, title);
  own(sidebar.id);
  return sidebar;
}

/** `/recap new`: the form is here, so the server need not ask for it in a dialog. */
function isNewCommand(message: string): boolean {
  const [trigger, word, ...rest] = message.trim().split(/\s+/);
  return trigger === `/${commandTrigger}` && word === 'new' && rest.length === 0;
}

/** Where the command was given, if the form may choose that; what the server could not recap it would only refuse. */
function channelOfCommand(args: unknown, state: HostState): string | undefined {
  const { channel_id: id = '' } = args as { readonly channel_id?: string };
  const channel = state.entities.channels.channels[id];
  if (channel === undefined) return undefined;
  const { currentUserId, profiles } = state.entities.users;
  return canBeRecapped(channel, profiles[otherOf(channel, currentUserId)]) ? id : undefined;
}

/** The host's own element for sentences: it takes the names of buttons from nothing else. */
function words(id: MessageId): React.JSX.Element {
  return <FormattedMessage id={id} defaultMessage={english[id]} />;
}
