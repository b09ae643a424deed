/** The registry that a plugin is handed: the host's methods under the host's names, each for one plugin. */
import {
  hideRHSPlugin,
  showRHSPlugin,
  toggleRHSPlugin,
  type GrowingStore,
  type PageAction,
  type PluginAction,
  type PluginEntry,
  type PluginReducer,
  type Thunk,
} from '../state/index.ts';
import {
  componentMethods,
  elementArguments,
  entryMethods,
  hookMethods,
} from './component_lists.ts';
import { resolveElement } from './element.ts';
import { newId } from './ids.ts';
import type { PluginEvents } from './plugin_events.ts';
import type { Popouts } from './popouts.ts';
import { reArg, type NamedArguments } from './re_arg.ts';
import type { Translations } from './translations.ts';

/** What registries work on. */
export interface RegistryServices extends GrowingStore {
  readonly events: PluginEvents;
  readonly translations: Translations;
  readonly popouts: Popouts;
}

/** A sidebar as a plugin gets it back. */
export interface RegisteredSidebar {
  readonly id: string;
  readonly showRHSPlugin: PageAction;
  readonly hideRHSPlugin: Thunk;
  readonly toggleRHSPlugin: Thunk;
}

/** A method of the registry, called with arguments in order or by name. */
export type RegistryMethod = (...args: unknown[]) => unknown;

/** All methods by name, with the plugin's id and what the page can do. */
export type PluginRegistry = Readonly<Record<string, RegistryMethod>> & {
  readonly id: string;
  readonly supports: { readonly globalAppBar: true; readonly globalRhs: true };
};

/** The registry of one plugin. */
export function pluginRegistry(pluginId: string, services: RegistryServices): PluginRegistry {
  const { store } = services;
  const add = (name: string, args: NamedArguments, id = newId()): string => {
    const data = { ...withElements(args), id, pluginId } as PluginEntry;
    const action: PluginAction = { type: 'RECEIVED_PLUGIN_COMPONENT', name, data };
    store.dispatch(action);
    return id;
  };
  const lists = Object.fromEntries([
    ...Object.entries(componentMethods).map(
      ([method, list]) => [method, reArg(['component'], (args) => add(list, args))] as const,
    ),
    ...Object.entries(hookMethods).map(
      ([method, list]) => [method, reArg(['hook'], (args) => add(list, args))] as const,
    ),
    ...Object.entries(entryMethods).map(
      ([method, [list, names]]) => [method, reArg(names, (args) => add(list, args))] as const,
    ),
  ]);
  return {
    id: pluginId,
    supports: { globalAppBar: true, globalRhs: true },
    ...lists,
    ...barMethods(add, services),
    ...routeMethods(pluginId, add),
    ...postTypeMethods(pluginId, services),
    ...liveMethods(pluginId, services),
    ...consoleMethods(pluginId, services),
    unregisterComponent: reArg(['componentId'], ({ componentId }) => {
      store.dispatch({ type: 'REMOVED_PLUGIN_COMPONENT', id: componentId });
    }),
  } as unknown as PluginRegistry;
}

type Add = (name: string, args: NamedArguments, id?: string) => string;
type Methods = Readonly<Record<string, RegistryMethod>>;

/** Buttons of the header and of the bar at the right edge, and the sidebar that they open. */
function barMethods(add: Add, { store }: RegistryServices): Methods {
  const sidebar = (args: NamedArguments): RegisteredSidebar => {
    const id = add('RightHandSidebarComponent', args);
    return {
      id,
      showRHSPlugin: showRHSPlugin(id),
      hideRHSPlugin: hideRHSPlugin(id),
      toggleRHSPlugin: toggleRHSPlugin(id),
    };
  };
  const both = (list: string, names: readonly string[]): RegistryMethod =>
    reArg(names, (args) => {
      const id = add(list, args);
      return add('MobileChannelHeaderButton', args, id);
    });
  return {
    registerRightHandSidebarComponent: reArg(['component', 'title'], sidebar),
    registerChannelHeaderButtonAction: both('ChannelHeaderButton', [
      'icon',
      'action',
      'dropdownText',
      'tooltipText',
    ]),
    registerCallButtonAction: both('CallButton', [
      'button',
      'dropdownButton',
      'action',
      'icon',
      'dropdownText',
    ]),
    registerAppBarComponent: reArg(
      ['iconUrl', 'action', 'tooltipText', 'supportedProductIds', 'rhsComponent', 'rhsTitle'],
      ({ rhsComponent: component, rhsTitle: title, ...args }) => {
        if (component === undefined) return add('AppBar', args);
        const rhsComponent = sidebar({ component, title });
        const action = (): unknown => store.dispatch(rhsComponent.toggleRHSPlugin);
        const id = add('AppBar', { ...args, action, rhsComponentId: rhsComponent.id });
        return { id, rhsComponent };
      },
    ),
  };
}

/** Pages of a plugin's own. */
function routeMethods(pluginId: string, add: Add): Methods {
  const routed = (list: string): RegistryMethod =>
    reArg(['route', 'component'], ({ route, component }) =>
      add(list, { route: `${pluginId}/${String(route).trim().replace(/^\//, '')}`, component }),
    );
  return {
    registerNeedsTeamRoute: routed('NeedsTeamComponent'),
    registerCustomRoute: routed('CustomRouteComponent'),
    registerProduct: reArg(['baseURL', 'switcherIcon', 'switcherText', 'mainComponent'], (args) =>
      add('Product', args),
    ),
  };
}

/** Bodies of posts. */
function postTypeMethods(pluginId: string, { store }: RegistryServices): Methods {
  const typed = (action: string): RegistryMethod =>
    reArg(['type', 'component'], ({ type, component }) => {
      const id = newId();
      store.dispatch({ type: action, data: { id, pluginId, type, component } });
      return id;
    });
  return {
    registerPostTypeComponent: typed('RECEIVED_PLUGIN_POST_COMPONENT'),
    registerPostCardTypeComponent: typed('RECEIVED_PLUGIN_POST_CARD_COMPONENT'),
    unregisterPostTypeComponent: reArg(['componentId'], ({ componentId }) => {
      store.dispatch({ type: 'REMOVED_PLUGIN_POST_COMPONENT', id: componentId });
    }),
  };
}

/** State, texts and events. */
function liveMethods(pluginId: string, services: RegistryServices): Methods {
  const { store, events, translations, popouts } = services;
  return {
    registerReducer: reArg(['reducer'], ({ reducer }) =>
      services.addReducer(`plugins-${pluginId}`, reducer as PluginReducer),
    ),
    registerTranslations: reArg(['getTranslationsForLocale'], ({ getTranslationsForLocale }) => {
      store.dispatch(
        translations.register(
          pluginId,
          getTranslationsForLocale as Parameters<Translations['register']>[1],
        ),
      );
    }),
    registerWebSocketEventHandler: reArg(['event', 'handler'], ({ event, handler }) =>
      events.listen(pluginId, String(event), handler as Parameters<PluginEvents['listen']>[2]),
    ),
    unregisterWebSocketEventHandler: reArg(['event'], ({ event }) =>
      events.ignore(pluginId, String(event)),
    ),
    registerReconnectHandler: reArg(['handler'], ({ handler }) =>
      events.onReconnect(pluginId, handler as () => void),
    ),
    unregisterReconnectHandler: () => events.offReconnect(pluginId),
    registerRHSPluginPopoutListener: reArg(['pluginId', 'onPopoutOpened'], (args) =>
      popouts.listen(
        String(args['pluginId']),
        args['onPopoutOpened'] as Parameters<Popouts['listen']>[1],
      ),
    ),
  };
}

/** The System Console, and a user's own settings. */
function consoleMethods(pluginId: string, { store }: RegistryServices): Methods {
  const custom = (type: string, names: readonly string[]): RegistryMethod =>
    reArg(names, ({ key, component, options = { showTitle: false } }) => {
      store.dispatch({ type, data: { pluginId, key, component, options } });
    });
  const table = (type: string, name: string, field = name): RegistryMethod =>
    reArg([name], (args) => {
      store.dispatch({ type, data: { pluginId, [field]: args[name] } });
    });
  return {
    registerAdminConsoleCustomSetting: custom('RECEIVED_ADMIN_CONSOLE_CUSTOM_COMPONENT', [
      'key',
      'component',
      'options',
    ]),
    registerAdminConsoleCustomSection: custom('RECEIVED_ADMIN_CONSOLE_CUSTOM_SECTION', [
      'key',
      'component',
    ]),
    registerAdminConsolePlugin: table('RECEIVED_ADMIN_CONSOLE_REDUCER', 'func', 'reducer'),
    unregisterAdminConsolePlugin: () => {
      store.dispatch({ type: 'REMOVED_ADMIN_CONSOLE_REDUCER', data: { pluginId } });
    },
    registerSiteStatisticsHandler: table('RECEIVED_PLUGIN_STATS_HANDLER', 'handler'),
    registerUserSettings: table('RECEIVED_PLUGIN_USER_SETTINGS', 'setting'),
  };
}

function withElements(args: NamedArguments): NamedArguments {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      elementArguments.includes(name) ? resolveElement(value) : value,
    ]),
  );
}
