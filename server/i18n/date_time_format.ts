/** Formatters that are made once: to make one takes longer than all that a recap does with it. */

/** Formatters by what they were made for. */
const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters that are kept, some tens of kilobytes each; people can store any locale and any zone as theirs. */
const maxMade = 200;

/**
 * The formatter for a locale and options.
 *
 * @throws {RangeError} for a zone or locale that `Intl` does not know.
 */
export function dateTimeFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const found = made.get(key);
  if (found !== undefined) return found;
  const format = new Intl.DateTimeFormat(locale, options);
  if (made.size >= maxMade) made.clear();
  made.set(key, format);
  return format;
}
