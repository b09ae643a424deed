/** How many tokens a text takes, by a guess that fits no model exactly and errs to the safe side for all. */

/** Characters a token, in alphabets and in scripts that write a word in a sign or two. */
const perToken = { alphabet: 3.5, sign: 1.2 };
/** What the guess may be short by. */
const margin = 1.2;

const sign =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}]/gu;

/** Tokens of a text, at least 1. */
export function estimateTokens(text: string): number {
  const signs = text.match(sign)?.length ?? 0;
  const tokens = signs / perToken.sign + (text.length - signs) / perToken.alphabet;
  return Math.max(1, Math.ceil(tokens * margin));
}
