/** The sentences of the webapp, by language. `en.json` is the source; a test holds the others to it. */
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

/** The name of a sentence. */
export type MessageId = keyof typeof en;

/** Sentences in ICU MessageFormat, by name. */
export type Messages = Readonly<Record<MessageId, string>>;

const translated: Readonly<Record<string, Messages>> = { en, de, es, fr, ja };

/** The English sentences, which show until the host has taken the user's language in. */
export const english: Messages = en;

/** The sentences for a locale of the host's, such as `de` or `pt-BR`; English where there is no translation. */
export function messagesFor(locale: string): Messages {
  const [language = ''] = locale.toLowerCase().split('-');
  return translated[language] ?? en;
}
