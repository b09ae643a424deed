/** Texts of the current language: the page's own, and over them each plugin's. */
import { currentLocale, type PageAction, type Thunk } from '../state/index.ts';

/** Texts by id. */
export type Messages = Readonly<Record<string, string>>;

/** Where the texts of plugins come from. */
export class Translations {
  readonly #sources = new Map<string, (locale: string) => Messages>();
  readonly #own: (locale: string) => Messages;

  constructor(own: (locale: string) => Messages) {
    this.#own = own;
  }

  /** Adds a plugin's source; its texts of the current language are there at once. */
  register(pluginId: string, source: (locale: string) => Messages): Thunk<void> {
    this.#sources.set(pluginId, source);
    return (dispatch, getState) => {
      const state = getState();
      const locale = currentLocale(state);
      const before = state.views.i18n.translations[locale];
      // Before the page has its own texts there is nothing to add to; they come with the page's.
      if (before !== undefined) dispatch(received(locale, { ...before, ...source(locale) }));
    };
  }

  /** Drops a source. Texts that are there stay until the language changes, as in the host. */
  forget(pluginId: string): void {
    this.#sources.delete(pluginId);
  }

  /** All texts of a language; those of the page win over those of a plugin, except in English. */
  load(locale: string): PageAction {
    const plugins = [...this.#sources.values()].map((source) => source(locale));
    const own = locale === 'en' ? {} : this.#own(locale);
    return received(locale, Object.assign({}, this.#own('en'), ...plugins, own) as Messages);
  }
}

function received(locale: string, translations: Messages): PageAction {
  return { type: 'RECEIVED_TRANSLATIONS', data: { locale, translations } };
}
