/** What jsdom lacks of a page, and what the host lays on it. */
import { afterEach, beforeEach, expect, jest } from '@jest/globals';
import { cleanup } from '@testing-library/react';

/** The host's own, as a plugin finds it. */
export interface FakeHost {
  /** Addresses that were gone to. */
  readonly visited: string[];
  /** What was sent to the page that a window came from. */
  readonly sent: (readonly unknown[])[];
  isPopout: boolean;
}

/** Lays the host's helpers on `window` before each test, and takes everything off after it. */
export function hostPage(): FakeHost {
  const host: FakeHost = { visited: [], sent: [], isPopout: false };
  let complaints: jest.SpiedFunction<typeof console.error> | undefined;
  beforeEach(() => {
    host.visited.length = 0;
    host.sent.length = 0;
    host.isPopout = false;
    Element.prototype.scrollIntoView = () => undefined;
    Element.prototype.scrollTo = () => undefined;
    // axe looks whether letters are pictures; without a canvas it takes them for letters.
    HTMLCanvasElement.prototype.getContext = () => null;
    complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    Object.assign(window, {
      basename: '/sub',
      PostUtils: {
        formatText: (text: string) => text,
        messageHtmlToComponent: (html: string) => `Markdown: ${html}`,
      },
      WebappUtils: {
        browserHistory: { push: (path: string) => host.visited.push(path) },
        modals: { openModal: (request: object) => ({ type: 'OPEN_MODAL', ...request }) },
        popouts: {
          isPopoutWindow: () => host.isPopout,
          sendToParent: (...args: unknown[]) => host.sent.push(args),
        },
      },
    });
  });
  afterEach(() => {
    cleanup();
    // React complains there of keys twice given, and of attributes that are none. That an answer came by itself is no fault.
    const complained = (complaints?.mock.calls ?? []).filter(
      ([text]) => !String(text).includes('not wrapped in act'),
    );
    complaints?.mockRestore();
    expect(complained).toEqual([]);
    jest.useRealTimers();
    for (const name of ['basename', 'PostUtils', 'WebappUtils'])
      Reflect.deleteProperty(window, name);
  });
  return host;
}
