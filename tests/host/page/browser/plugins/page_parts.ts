/** What a registry works on, without a server: for tests. */
import { createPageStore, type PageAction, type PageStore } from '../state/index.ts';
import { PluginEvents } from './plugin_events.ts';
import { Popouts } from './popouts.ts';
import type { RegistryServices } from './registry.ts';
import { Translations } from './translations.ts';

/** Fresh parts, and the errors they reported. */
export interface PageParts extends RegistryServices {
  readonly errors: unknown[];
}

/** Parts for one test. The page's own texts hold one id. */
export function pageParts(): PageParts {
  const errors: unknown[] = [];
  const parts = {
    ...createPageStore(),
    events: new PluginEvents((error) => errors.push(error)),
    translations: new Translations((locale) => ({ 'page.own': locale })),
    popouts: new Popouts('', () => undefined),
    errors,
  };
  parts.store.dispatch(parts.translations.load('en'));
  return parts;
}

/** Signs a user with this language in. */
export function signIn(store: PageStore, locale: string): void {
  const user = { id: 'me', username: 'anna', locale } as Extract<
    PageAction,
    { type: 'RECEIVED_ME' }
  >['data'];
  const action: PageAction = { type: 'RECEIVED_ME', data: user };
  store.dispatch(action);
}
