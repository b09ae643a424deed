/** What a translation must hold, told to the compiler: a missing key, form or placeholder does not compile. */
import type { english } from './english.ts';
import type { PluralMessage } from './message.ts';

/** The key of a message. Prefixed, because the host shares one name space with its plugins. */
export type MessageKey = keyof typeof english;

/**
 * All messages in another language than English. `Forms` are the plural forms that the language has for whole
 * numbers, as `Intl.PluralRules` names them; a language with `other` alone counts in plain texts.
 */
export type Catalogue<Forms extends keyof PluralMessage> = {
  readonly [Key in MessageKey]: Translated<(typeof english)[Key], Forms>;
};

type Translated<Original, Forms extends keyof PluralMessage> = Original extends {
  readonly other: infer Text extends string;
}
  ? Exclude<Forms, 'other'> extends never
    ? Holding<Text>
    : Readonly<Record<Forms, Holding<Text>>>
  : Original extends string
    ? Holding<Original>
    : never;

/** A text in which each placeholder of the original stands somewhere. */
type Holding<Original extends string> = string &
  (Pattern<PlaceholderOf<Original>> extends (text: infer All) => void ? All : never);

/** A union of functions: what one of them must take to stand for all is a text that matches all patterns. */
type Pattern<Name extends string> = Name extends string
  ? (text: `${string}{${Name}}${string}`) => void
  : never;

type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never;
