/** Names of weekdays: English ones, and those of the user's language. */

/** Every weekday as a bit, Sunday 1, Monday 2, up to Saturday 64. */
const everyDay = 127;

/** Groups of days by their English names. */
const groups: ReadonlyMap<string, number> = new Map([
  ['day', everyDay],
  ['weekday', 62],
  ['weekdays', 62],
  ['workday', 62],
  ['weekend', 65],
  ['weekends', 65],
]);

/** Knows the names of weekdays in one language, and the English ones. */
export class WeekdayNames {
  readonly #bits = new Map<string, number>(groups);

  constructor(locale: string) {
    for (const language of [locale, 'en']) {
      for (const width of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
        // 1970-01-04 was a Sunday.
        for (let day = 0; day < 7; day += 1) {
          const name = format
            .format(Date.UTC(1970, 0, 4 + day))
            .toLowerCase()
            .replace(/\.$/, '');
          this.#bits.set(name, 1 << day);
        }
      }
    }
    for (const [name, bit] of [...this.#bits]) {
      if (name.length > 3) this.#bits.set(`${name}s`, bit);
    }
  }

  /** The bits of the days that a word names; undefined where it names none. */
  bitsOf(word: string): number | undefined {
    return this.#bits.get(word.replace(/\.$/, ''));
  }

  /** The day that a word names, Sunday 0; undefined for groups and other words. */
  dayOf(word: string): number | undefined {
    const bits = this.bitsOf(word);
    if (bits === undefined || (bits & (bits - 1)) !== 0) return undefined;
    return Math.log2(bits);
  }
}
