/** Names of weekdays: English ones, and those of the user's language. */

/** Groups of days by their English names, as bits: Sunday 1, Monday 2, up to Saturday 64. */
const groups: ReadonlyMap<string, number> = new Map([
  ['day', 127],
  ['weekday', 62],
  ['weekdays', 62],
  ['workday', 62],
  ['workdays', 62],
  ['weekend', 65],
  ['weekends', 65],
]);

/** Short forms that people use beside those of the locale data. */
const shortEnglish = { tues: 4, wednes: 8, thur: 16, thurs: 16 };

/** Knows the names of weekdays in one language, and the English ones. */
export class WeekdayNames {
  readonly #bits = new Map<string, number>(groups);

  constructor(locale: string) {
    for (const language of [locale, 'en']) {
      for (const width of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
        // 1970-01-04 was a Sunday.
        for (let day = 0; day < 7; day += 1) {
          const name = plain(format.format(Date.UTC(1970, 0, 4 + day)));
          this.#bits.set(name, 1 << day);
          if (width === 'long' && /^[a-z]/.test(name)) this.#bits.set(`${name}s`, 1 << day);
        }
      }
    }
    for (const [name, bit] of Object.entries(shortEnglish)) this.#bits.set(name, bit);
  }

  /** The bits of the days that a word names, a span such as "mon-fri" too; undefined where it names none. */
  bitsOf(word: string): number | undefined {
    const known = this.#bits.get(plain(word));
    if (known !== undefined) return known;
    const [from = '', to = '', ...more] = word.split(/[-–]/);
    const [first, last] = [this.dayOf(from), this.dayOf(to)];
    if (first === undefined || last === undefined || more.length > 0) return undefined;
    return spanOf(first, last);
  }

  /** The day that a word names, Sunday 0; undefined for groups and other words. */
  dayOf(word: string): number | undefined {
    const bits = this.#bits.get(plain(word));
    if (bits === undefined || (bits & (bits - 1)) !== 0) return undefined;
    return Math.log2(bits);
  }
}

/** The bits of a span of days, both ends included; one that passes Saturday goes on with Sunday. */
export function spanOf(first: number, last: number): number {
  let bits = 0;
  for (let day = first; ; day = (day + 1) % 7) {
    bits |= 1 << day;
    if (day === last) return bits;
  }
}

/** Without accents, which not every keyboard has, and without the dot of an abbreviation. */
function plain(name: string): string {
  const bare = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '');
  return bare.normalize('NFC').replace(/\.$/, '');
}
