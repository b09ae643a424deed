/** Characters that are there and not seen: they hide words from people and show them to machines, or turn them around. */

/**
 * Control characters except line ends and tabs, and whatever Unicode says may be left away when shown: marks of
 * direction, zero-width spaces, fillers, tags. Joiners and the choice between an emoji and its plain sign stay.
 */
const unseen =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /(?!\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFC]/gu;

/** Joiners that join nothing: they belong between letters of some scripts, and between the parts of an emoji. */
const idleJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Mongolian}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])[\u200C\u200D]+/gu;

/** The text without them. Line ends and tabs stay. */
export function dropInvisible(text: string): string {
  return text.replaceAll(unseen, '').replaceAll(idleJoiner, '');
}
