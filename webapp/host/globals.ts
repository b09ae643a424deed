/**
 * What the host lays on `window`, and the one place that looks there. Names and shapes are the host's; whatever came
 * to it after the oldest server we support is optional.
 */
import type { ReactNode } from 'react';

/** An action or thunk of the host's own, to be dispatched and not looked into. */
export type HostAction = { readonly type: string } | ((...args: never[]) => unknown);

/** A modal to be opened. The host hands it `onExited`, which takes it off the page. */
export interface ModalRequest {
  readonly modalId: string;
  readonly dialogType: (props: never) => ReactNode;
  readonly dialogProps?: object;
}

/** The host's `window`, as far as we use it. */
interface HostWindow {
  registerPlugin(id: string, plugin: unknown): void;
  /** The path below which the site lives, without a slash at its end. */
  basename?: string;
  PostUtils?: {
    formatText(text: string, options?: object): string;
    messageHtmlToComponent(html: string, options?: object): ReactNode;
  };
  WebappUtils?: {
    browserHistory?: { push(path: string): void };
    modals: { openModal(request: ModalRequest): HostAction };
    popouts?: {
      isPopoutWindow?(): boolean;
      sendToParent?(channel: string, ...args: unknown[]): void;
    };
  };
}

/** Asks the window in which the page itself lives to go somewhere. Sent from a window of the sidebar's own. */
export const navigateMessage = 'scheduled_recaps_navigate';

function host(): HostWindow {
  return window as unknown as HostWindow;
}

/** Hands the plugin to the host, which then calls its `initialize`. */
export function registerPlugin(id: string, plugin: unknown): void {
  host().registerPlugin(id, plugin);
}

/** The action that opens a modal; undefined where the host cannot. */
export function openModalAction(request: ModalRequest): HostAction | undefined {
  return host().WebappUtils?.modals.openModal(request);
}

/** The path of the site, such as `/chat`, without a slash at its end; empty at the root. */
export function basePath(siteUrl = ''): string {
  const { basename } = host();
  const path = basename ?? (URL.canParse(siteUrl) ? new URL(siteUrl).pathname : '');
  return path.replace(/\/+$/, '');
}

/** The CSRF token of the session, which a script may read and another site may not; empty without one. */
export function csrfToken(): string {
  const found = /(?:^|;\s*)MMCSRF=([^;]*)/.exec(document.cookie)?.[1] ?? '';
  return decodeURIComponent(found);
}

/** Goes to an address of the site, given without the site's path. */
export function navigate(path: string, siteUrl?: string): void {
  const utils = host().WebappUtils;
  if (utils?.popouts?.isPopoutWindow?.() === true && utils.popouts.sendToParent !== undefined) {
    utils.popouts.sendToParent(navigateMessage, path);
    return;
  }
  if (utils?.browserHistory !== undefined) utils.browserHistory.push(path);
  else window.location.assign(basePath(siteUrl) + path);
}

/** Markdown as the host shows messages. Mentions in it are no news to anybody: they are not lit up. */
export function renderMarkdown(text: string): ReactNode {
  const utils = host().PostUtils;
  if (utils === undefined) return text;
  return utils.messageHtmlToComponent(
    utils.formatText(text, { atMentions: true, mentionHighlight: false, markdown: true }),
    { mentionHighlight: false, hasPluginTooltips: false },
  );
}
