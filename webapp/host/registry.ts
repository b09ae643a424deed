/** The host's registry, typed as far as we use it. What it hands out is what takes a registration back. */
import type { ComponentType, ReactNode } from 'react';
import type { Reducer } from 'redux';
import type { HostAction } from './globals.ts';

/** A sidebar that the host has taken in. */
export interface RegisteredSidebar {
  readonly id: string;
  readonly showRHSPlugin: HostAction;
  readonly hideRHSPlugin: HostAction;
  readonly toggleRHSPlugin: HostAction;
}

/** A message of the websocket. */
export interface WebSocketMessage {
  readonly event: string;
  readonly data: unknown;
}

/** The hands of the page on a window that holds the sidebar. */
export interface PopoutListeners {
  onMessageFromPopout?(listener: (channel: string, ...args: unknown[]) => void): void;
}

/** What a slash command hook answers: a command to go on with, or nothing where it was dealt with. */
export interface SlashCommandOutcome {
  readonly message?: string;
  readonly args?: unknown;
}

/** What the host hands to a component in the place of a setting, as far as we use it. */
export interface AdminSettingProps {
  /** The server's configuration as it is stored: another object after each saving. */
  readonly config?: object | undefined;
}

/** The registry; methods are called with arguments in order, which every version of the host takes. */
export interface PluginRegistry {
  registerReducer(reducer: Reducer): void;
  registerTranslations(messagesFor: (locale: string) => Readonly<Record<string, string>>): void;
  registerRightHandSidebarComponent(component: ComponentType, title: ReactNode): RegisteredSidebar;
  registerChannelHeaderButtonAction(
    icon: ReactNode,
    action: () => void,
    dropdownText: ReactNode,
    tooltipText: ReactNode,
  ): string;
  registerChannelHeaderMenuAction(text: ReactNode, action: (channelId: string) => void): string;
  registerMainMenuAction(text: ReactNode, action: () => void, mobileIcon: ReactNode): string;
  registerPostTypeComponent(type: string, component: (props: never) => ReactNode): string;
  registerWebSocketEventHandler(
    event: string,
    handler: (message: WebSocketMessage) => unknown,
  ): void;
  registerReconnectHandler(handler: () => unknown): void;
  unregisterComponent(id: string): void;
  unregisterPostTypeComponent(id: string): void;
  unregisterWebSocketEventHandler(event: string): void;
  unregisterReconnectHandler(): void;
  registerAppBarComponent?(
    iconUrl: string,
    action: undefined,
    tooltipText: ReactNode,
    supportedProductIds: null,
    rhsComponent: ComponentType,
    rhsTitle: ReactNode,
  ): string | { readonly id: string; readonly rhsComponent: RegisteredSidebar };
  registerSlashCommandWillBePostedHook?(
    hook: (message: string, args: unknown) => SlashCommandOutcome,
  ): string;
  /** What it registers goes with the plugin's settings; there is nothing to take it back. */
  registerAdminConsoleCustomSetting?(
    key: string,
    component: ComponentType<AdminSettingProps>,
    options: { readonly showTitle: boolean },
  ): void;
  registerRHSPluginPopoutListener?(
    pluginId: string,
    opened: (team: string, channel: string | undefined, listeners: PopoutListeners) => void,
  ): void;
}

/** Registrations, each with what takes it back. */
export class Registrations {
  readonly #undos: (() => void)[] = [];

  /** Remembers how to take something back. */
  add(undo: () => void): void {
    this.#undos.push(undo);
  }

  /** Takes everything back, the last first; a second call finds nothing to do. One that fails keeps none of the others. */
  undoAll(): void {
    const failures: unknown[] = [];
    for (let undo = this.#undos.pop(); undo !== undefined; undo = this.#undos.pop()) {
      try {
        undo();
      } catch (failure) {
        failures.push(failure);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not all could be taken back');
  }
}
