/** Windows of their own for a plugin's sidebar, and the messages between them and the page. */

/** What is said between two windows of the site. */
interface WindowMessage {
  readonly channel: string;
  readonly args: readonly unknown[];
}

type MessageListener = (channel: string, ...args: unknown[]) => void;

/** The hands of the page on a window it opened. */
export interface PopoutListeners {
  sendToPopout(channel: string, ...args: unknown[]): void;
  onMessageFromPopout(listener: MessageListener): () => void;
  onClosePopout(listener: () => void): () => void;
}

/** Told of each window of a plugin's sidebar. */
export type PopoutOpened = (
  teamName: string,
  channelName: string | undefined,
  listeners: Partial<PopoutListeners>,
) => void;

/** What a window asks for when a link in it leads to the page. */
const navigateChannel = '_navigate';
/** How often an opened window is looked after, in milliseconds. */
const closedPollMs = 200;

/** Opens windows for sidebars. */
export class Popouts {
  readonly #subpath: string;
  readonly #opened = new Map<string, PopoutOpened>();

  /** `navigate` opens an address in the page when a window of its asks for that. */
  constructor(subpath: string, navigate: (path: string) => void) {
    this.#subpath = subpath;
    window.addEventListener('message', ({ origin, data }: MessageEvent<WindowMessage>) => {
      if (origin !== window.location.origin || data.channel !== navigateChannel) return;
      window.focus();
      navigate(String(data.args[0]));
    });
  }

  /** Lets a plugin hear of windows with its sidebar. */
  listen(pluginId: string, opened: PopoutOpened): void {
    this.#opened.set(pluginId, opened);
  }

  /** Whether this window is one of them. */
  readonly isPopoutWindow = (): boolean =>
    window.location.pathname.startsWith(`${this.#subpath}/_popout/`);

  readonly canPopout = (): boolean => true;

  /** Opens the sidebar of a plugin in a window of its own. */
  readonly popoutRhsPlugin = (
    _titleTemplate: string,
    pluginId: string,
    teamName: string,
    channelName?: string,
  ): Promise<Partial<PopoutListeners>> => {
    const query = channelName === undefined ? '' : `?channel=${encodeURIComponent(channelName)}`;
    const path = `${this.#subpath}/_popout/rhs/${teamName}/plugin/${pluginId}${query}`;
    const popout = window.open(path, `popout-${pluginId}`, 'popup=true,width=800,height=700');
    const listeners = popout === null ? {} : listenersOf(popout);
    this.#opened.get(pluginId)?.(teamName, channelName, listeners);
    return Promise.resolve(listeners);
  };

  readonly sendToParent = (channel: string, ...args: unknown[]): void =>
    post(window.opener, { channel, args });

  readonly onMessageFromParent = (listener: MessageListener): (() => void) =>
    listenTo(window.opener, listener);
}

function listenersOf(popout: Window): PopoutListeners {
  return {
    sendToPopout: (channel, ...args) => post(popout, { channel, args }),
    onMessageFromPopout: (listener) => listenTo(popout, listener),
    onClosePopout: (listener) => {
      const timer = setInterval(() => {
        if (!popout.closed) return;
        clearInterval(timer);
        listener();
      }, closedPollMs);
      return () => clearInterval(timer);
    },
  };
}

function post(target: unknown, message: WindowMessage): void {
  (target as Window | null)?.postMessage(message, window.location.origin);
}

function listenTo(source: unknown, listener: MessageListener): () => void {
  const heard = (event: MessageEvent<WindowMessage>): void => {
    if (event.origin !== window.location.origin || event.source !== source) return;
    listener(event.data.channel, ...event.data.args);
  };
  window.addEventListener('message', heard);
  return () => window.removeEventListener('message', heard);
}
