/** A page for components to stand on: the host's store, its libraries, and a server that says what a test lets it say. */
import { expect } from '@jest/globals';
import { render } from '@testing-library/react';
import React from 'react';
import { IntlProvider } from 'react-intl';
import { Provider } from 'react-redux';
import { legacy_createStore } from 'redux';

import { externalApiBase, pluginId } from '../../server/contract/index.ts';
import { ClientError, RecapsClient, SiteClient } from '../../webapp/client/index.ts';
import type { ClientErrorCode, Transport } from '../../webapp/client/index.ts';
import { provide } from '../../webapp/hooks/index.ts';
import type { FormRequest, Services } from '../../webapp/hooks/index.ts';
import { wordingOf } from '../../webapp/host/index.ts';
import type { HostState } from '../../webapp/host/index.ts';
import { messagesFor } from '../../webapp/i18n/index.ts';
import { initialState, reducer, RecapsActions } from '../../webapp/state/index.ts';
import type {
  RecapsAction,
  RecapsState,
  RecapsStore,
  StoreState,
} from '../../webapp/state/index.ts';
import { accessibilityFaults } from './accessibility.ts';
import { hostStateOf } from './samples.ts';

/** One request as it came in; the path of ours without what all of ours begin with. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers a request, or throws what the client would. */
export type Answer = (asked: Asked) => unknown;

/** What a world begins with. */
export interface WorldOptions {
  /** By method and path, such as `GET /schedules`; a path matches with its query and without. */
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly state?: Partial<RecapsState>;
  readonly host?: HostState;
  readonly locale?: string;
}

/** See the head of the file. */
export class World {
  readonly asked: Asked[] = [];
  readonly opened: FormRequest[] = [];
  readonly answers: Record<string, Answer>;
  readonly store: RecapsStore;
  readonly services: Services;
  readonly #locale: string;

  constructor(options: WorldOptions = {}) {
    this.answers = { ...options.answers };
    this.#locale = options.locale ?? 'en';
    const key = `plugins-${pluginId}` as const;
    const host = options.host ?? hostStateOf();
    const first: StoreState = {
      ...host,
      [key]: { ...initialState, wording: wordingOf(host), ...options.state },
    };
    this.store = legacy_createStore((state: StoreState = first, action: RecapsAction) => ({
      ...state,
      [key]: reducer(state[key], action),
    }));
    const client = new RecapsClient(this.#transport);
    this.services = {
      client,
      site: new SiteClient(this.#transport),
      actions: new RecapsActions(client, this.store),
      openForm: (request) => this.opened.push(request),
    };
  }

  /** Our part of the state. */
  get state(): RecapsState {
    return this.store.getState()[`plugins-${pluginId}`] ?? initialState;
  }

  /** Puts a component on the page. */
  show<P extends object>(component: React.ComponentType<P>, props: P): HTMLElement {
    const Shown = provide(this.services, component);
    return render(
      <Provider store={this.store as Parameters<typeof Provider>[0]['store']}>
        <IntlProvider
          locale={this.#locale}
          messages={{ ...messagesFor(this.#locale) }}
          timeZone="UTC"
        >
          <main>
            <Shown {...props} />
          </main>
        </IntlProvider>
      </Provider>,
    ).container;
  }

  /** The requests of one kind, such as `PUT /schedules/…`. */
  requests(methodAndPath: string): readonly Asked[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}`.startsWith(methodAndPath));
  }

  readonly #transport: Transport = async <T,>(
    path: string,
    request: Parameters<Transport>[1] = {},
  ): Promise<T> => {
    const { method = 'GET', body, signal } = request;
    const asked = { method, path: path.replace(externalApiBase, ''), body };
    this.asked.push(asked);
    const [clean = ''] = asked.path.split('?');
    const answer = this.answers[`${method} ${asked.path}`] ?? this.answers[`${method} ${clean}`];
    if (answer === undefined)
      throw new ClientError('not_found', `nobody answers ${method} ${path}`);
    const result = await answer(asked);
    signal?.throwIfAborted();
    return result as T;
  };
}

/** An answer that fails. */
export function failure(
  code: ClientErrorCode,
  details: { readonly field?: string; readonly limit?: number } = {},
): Answer {
  return () => {
    throw new ClientError(code, `The server says ${code}.`, details);
  };
}

/** Holds what is on the page to the rules of accessibility. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  expect(await accessibilityFaults(element)).toEqual([]);
}
