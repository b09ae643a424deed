/** What the host puts on `window` for plugins: libraries, helpers and some components, under its own names. */
import type { WebSocketClient, WebSocketMessage } from '@mattermost/client';
import type { History } from 'history';
import * as Luxon from 'luxon';
import PropTypes from 'prop-types';
import React, { createContext, useContext, useEffect } from 'react';
import * as ReactBootstrap from 'react-bootstrap';
import * as ReactDOM from 'react-dom';
import * as ReactDOMClient from 'react-dom/client';
import * as ReactIntl from 'react-intl';
import * as ReactRedux from 'react-redux';
import * as ReactRouterDom from 'react-router-dom';
import * as Redux from 'redux';
import { formatText, messageHtmlToComponent } from './format/index.ts';
import type { PluginLoader, Popouts } from './plugins/index.ts';
import { closeRightHandSide, openModal, selectPostById, type GlobalState } from './state/index.ts';
import { Avatar, BotBadge, Timestamp } from './ui/index.ts';

/** Names of the host's own modals that plugins know. */
const ModalIdentifiers = {
  INTERACTIVE_DIALOG: 'interactive_dialog',
  USER_SETTINGS: 'user_settings',
  CHANNEL_INVITE: 'channel_invite',
  CHANNEL_MEMBERS: 'channel_members',
} as const;

/** What the globals are made with. */
export interface GlobalServices {
  readonly history: History;
  readonly siteUrl: string;
  readonly socket: WebSocketClient;
  readonly popouts: Popouts;
  readonly loader: PluginLoader;
  readonly openInteractiveDialog: (request: unknown) => void;
}

/** The globals by name. */
export function hostGlobals(services: GlobalServices): Readonly<Record<string, unknown>> {
  const { history, siteUrl, popouts, loader, openInteractiveDialog } = services;
  return {
    React,
    ReactDOM: { ...ReactDOM, ...ReactDOMClient },
    ReactIntl,
    Redux,
    ReactRedux,
    ReactBootstrap,
    ReactRouterDom,
    PropTypes,
    Luxon,
    plugins: loader.plugins,
    registerPlugin: loader.registerPlugin,
    PostUtils: {
      formatText,
      // A second argument that is no object is the host's old `isRHS`, and means nothing any more.
      messageHtmlToComponent: (html: string) => messageHtmlToComponent(html),
    },
    WebappUtils: {
      browserHistory: history,
      modals: { openModal, ModalIdentifiers },
      notificationSounds: { ring: () => undefined, stopRing: () => undefined },
      sendDesktopNotificationToMe: () => () => undefined,
      openUserSettings: () => ({ type: 'MODAL_CLOSE', modalId: ModalIdentifiers.USER_SETTINGS }),
      popouts: {
        sendToParent: popouts.sendToParent,
        onMessageFromParent: popouts.onMessageFromParent,
        isPopoutWindow: popouts.isPopoutWindow,
        canPopout: popouts.canPopout,
        popoutRhsPlugin: popouts.popoutRhsPlugin,
      },
    },
    openInteractiveDialog,
    loadSharedDependency: (request: string) =>
      Promise.reject(new Error(`the stand-in does not share ${request}`)),
    Components: {
      Avatar,
      BotBadge,
      Timestamp,
      imageURLForUser: (userId: string, lastPictureUpdate = 0) =>
        `${siteUrl}/api/v4/users/${userId}/image?_=${String(lastPictureUpdate)}`,
    },
    ProductApi: productApi(services.socket),
  };
}

/** The hooks and actions of `ProductApi`. */
function productApi(socket: WebSocketClient): Readonly<Record<string, unknown>> {
  const WebSocketContext = createContext(socket);
  const useWebSocketClient = (): WebSocketClient => useContext(WebSocketContext);
  const useWebSocket = ({ handler }: { handler: (message: WebSocketMessage) => void }): void => {
    const client = useWebSocketClient();
    useEffect(() => {
      client.addMessageListener(handler);
      return () => client.removeMessageListener(handler);
    }, [client, handler]);
  };
  return {
    useWebSocket,
    useWebSocketClient,
    WebSocketProvider: WebSocketContext,
    closeRhs: closeRightHandSide,
    selectRhsPost: selectPostById,
    getRhsSelectedPostId: (state: GlobalState) => state.views.rhs.selectedPostId,
    getIsRhsOpen: (state: GlobalState) => state.views.rhs.isSidebarOpen,
  };
}
