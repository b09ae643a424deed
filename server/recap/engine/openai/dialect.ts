/**
 * What an endpoint puts up with. Servers that speak the same protocol differ in the fields they know: each starts with
 * all of them, loses those that it refuses, and is remembered so.
 */

/** How an answer is held to its form, the strictest first; `prompt` is the words of the question alone. */
const formats = ['json_schema', 'json_object', 'prompt'] as const;
/** How the length of an answer is bounded, the most widely known first. */
const lengths = ['max_tokens', 'max_completion_tokens', 'none'] as const;

/** One way of asking. */
export interface Dialect {
  readonly format: (typeof formats)[number];
  readonly length: (typeof lengths)[number];
  readonly temperature: boolean;
}

/** Everything is tried at first. */
export const fullDialect: Dialect = {
  format: 'json_schema',
  length: 'max_tokens',
  temperature: true,
};

/**
 * The next dialect after a request in `spoken` was refused with these words; undefined where the words name nothing
 * that could be left away.
 */
export function withoutRefused(spoken: Dialect, words: string): Dialect | undefined {
  const { format, length, temperature } = spoken;
  if (temperature && /temperature/i.test(words)) return { ...spoken, temperature: false };
  if (length !== 'none' && /max_(?:completion_)?tokens/i.test(words)) {
    return { ...spoken, length: after(lengths, length) };
  }
  if (
    format !== 'prompt' &&
    /response_?format|json_?schema|json_?object|structured.?output/i.test(words)
  ) {
    return { ...spoken, format: after(formats, format) };
  }
  return undefined;
}

function after<T>(list: readonly T[], value: T): T {
  return list[Math.min(list.indexOf(value) + 1, list.length - 1)] ?? value;
}
