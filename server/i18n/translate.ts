/** The door to the catalogues: a locale in, a function from key to text out. */
import type { MessageKey } from './catalogue.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { usualHourCycle } from './hour_cycle.ts';
import type { HourCycle } from './hour_cycle.ts';
import { german } from './german.ts';
import { japanese } from './japanese.ts';
import { formatMessage } from './message.ts';
import type { Message, MessageValues, NumberHabits } from './message.ts';
import { spanish } from './spanish.ts';

/** Speaks one language. */
export interface Translator {
  /** BCP 47 tag for numbers, dates and lists; always one that `Intl` accepts. */
  readonly locale: string;
  /** The clock that times of day are written with. */
  readonly hourCycle: HourCycle;
  /** The text of a message with its placeholders filled in. */
  readonly text: (key: MessageKey, values?: MessageValues) => string;
}

/** The language of whoever asks for one that is not there. */
const fallback = 'en';

type Messages = Readonly<Record<MessageKey, Message>>;

/** Every language that there are words in, by the language of a locale. */
export const catalogues: ReadonlyMap<string, Messages> = new Map<string, Messages>([
  ['en', english],
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['ja', japanese],
]);

/**
 * The translator for a user's locale, with the clock of the user's choice, else the one that the locale is used to.
 *
 * Dates and numbers follow the locale, region and all, only where the words do: one sentence in two languages reads
 * badly.
 */
export function translatorFor(userLocale: string, hourCycle?: HourCycle): Translator {
  return new LocaleTranslator(userLocale, hourCycle);
}

/** `Intl` is asked for what a text needs, and no sooner: it is slow to begin with, and holds what it has read. */
class LocaleTranslator implements Translator, NumberHabits {
  readonly locale: string;
  readonly #messages: Messages;
  readonly #userLocale: string;
  #hourCycle: HourCycle | undefined;
  #plural: Intl.PluralRules | undefined;
  #numbers: Intl.NumberFormat | undefined;

  constructor(userLocale: string, hourCycle: HourCycle | undefined) {
    this.locale = spokenLocale(userLocale);
    this.#messages = catalogues.get(new Intl.Locale(this.locale).language) ?? english;
    this.#userLocale = userLocale;
    this.#hourCycle = hourCycle;
  }

  get hourCycle(): HourCycle {
    return (this.#hourCycle ??= usualHourCycle(this.#userLocale));
  }

  get plural(): Intl.PluralRules {
    return (this.#plural ??= new Intl.PluralRules(this.locale));
  }

  get numbers(): Intl.NumberFormat {
    return (this.#numbers ??= new Intl.NumberFormat(this.locale));
  }

  readonly text: Translator['text'] = (key, values = {}) =>
    formatMessage(this.#messages[key], values, this);
}

/** The locale, as `Intl` writes it, where there are words in its language; plain English for all others. */
export function spokenLocale(userLocale: string): string {
  try {
    const { baseName, language } = new Intl.Locale(userLocale.replaceAll('_', '-'));
    return catalogues.has(language) ? baseName : fallback;
  } catch {
    // Not a language tag at all: whatever a client stored, the user still gets readable text.
    return fallback;
  }
}
