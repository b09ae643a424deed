/** The kinds of settings: what each accepts, and how it says so. */
import * as z from 'zod';

/** One setting. */
export interface Setting<T> {
  /** Its key in the manifest. */
  readonly key: string;
  /** What holds where nothing usable is stored. */
  readonly default: T;
  /** What is accepted, for the log. */
  readonly range: string;
  /** Its value is for nobody's eyes. */
  readonly secret: boolean;
  /** The value of what is stored; undefined where that is not usable. */
  read(stored: unknown): T | undefined;
}

/** A whole number from `least` to `most`; in quotes it counts, too, since that is how the System Console stores it. */
export function numberSetting(options: {
  readonly key: string;
  readonly least: number;
  readonly most: number;
  readonly default: number;
}): Setting<number> {
  const { key, least, most } = options;
  const number = z.coerce.number().int().min(least).max(most);
  return {
    key,
    default: options.default,
    range: `${least} to ${most}`,
    secret: false,
    read: (stored) => (typeof stored === 'boolean' ? undefined : number.safeParse(stored).data),
  };
}

/** Yes or no. */
export function flagSetting(key: string): Setting<boolean> {
  const flag = z.union([
    z.boolean(),
    z.enum(['true', 'false']).transform((text) => text === 'true'),
  ]);
  return {
    key,
    default: false,
    range: 'true or false',
    secret: false,
    read: (stored) => flag.safeParse(stored).data,
  };
}

/** One of some words, of which the first is the default. */
export function choiceSetting<const T extends string>(
  key: string,
  words: readonly [T, ...T[]],
): Setting<T> {
  return {
    key,
    default: words[0],
    range: words.join(', '),
    secret: false,
    read: (stored) => z.enum(words).safeParse(stored).data,
  };
}

/** A line of text of at most `most` characters, without white space around it; empty by default. */
export function textSetting(
  key: string,
  most: number,
  options: {
    readonly secret?: boolean;
    /** What else it must be, in words and as a test. */
    readonly must?: readonly [string, (text: string) => boolean];
  } = {},
): Setting<string> {
  const [what = '', test = (): boolean => true] = options.must ?? [];
  const text = z
    .string()
    .trim()
    .max(most)
    // eslint-disable-next-line no-control-regex -- a header or an address with a line end in it is no longer one
    .refine((line) => !/[\u0000-\u001F\u007F]/.test(line) && test(line));
  return {
    key,
    default: '',
    range: `${what}at most ${most} characters in one line`,
    secret: options.secret ?? false,
    read: (stored) => text.safeParse(stored).data,
  };
}

/** An http or https address without a name, a password, a query or a slash at its end; or nothing. */
export function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
}
