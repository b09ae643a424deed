/** How one message is worded, and how its placeholders and plural forms are filled in. */

/**
 * A wording: plain text with `{name}` placeholders, or one text for each plural form of its `count`.
 *
 * Which forms a language needs is told by `Intl.PluralRules`; `other` is always there.
 */
export type Message = string | PluralMessage;

/** One text for each plural form of `{count}`. */
export interface PluralMessage {
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly zero?: string;
  readonly other: string;
}

/** What fills the placeholders. Numbers are written as the locale writes them. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** How a locale counts and writes numbers. */
export interface NumberHabits {
  readonly plural: Pick<Intl.PluralRules, 'select'>;
  readonly numbers: Pick<Intl.NumberFormat, 'format'>;
}

/**
 * Fills in a message. Nothing is asked of `habits` that the message does not need.
 *
 * A placeholder that has no value stays as it is written, so that a slip in a translation shows itself
 * instead of leaving a hole.
 */
export function formatMessage(
  message: Message,
  values: MessageValues,
  habits: NumberHabits,
): string {
  return chooseForm(message, values, habits).replaceAll(/\{([a-z_]+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === 'number' ? habits.numbers.format(value) : value;
  });
}

function chooseForm(message: Message, values: MessageValues, habits: NumberHabits): string {
  if (typeof message === 'string') return message;
  const count = values['count'];
  if (typeof count !== 'number') return message.other;
  return message[habits.plural.select(count)] ?? message.other;
}
