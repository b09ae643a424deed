/** Keeps secrets on this server: spans that must not leave become placeholders, and come back for the reader alone. */
import { maskPatterns } from './mask_patterns.ts';
import type { MaskKind } from './mask_patterns.ts';

/** Characters of a span that are shown again; a key of forty lines is not. */
const maxRestoredLength = 80;

const placeholder = /\[(?:SECRET|EMAIL|PHONE|CARD|QUERY)_\d{1,6}\]/g;

/**
 * The placeholders of one channel. The same span has the same placeholder all over it, so that a reader of the
 * masked text can tell two keys apart, and one channel cannot bring another's spans back.
 */
export class Mask {
  readonly #byText = new Map<string, string>();
  readonly #byPlaceholder = new Map<string, string>();
  readonly #counts = new Map<MaskKind, number>();

  /** The text without what must not leave. */
  hide(text: string): string {
    // A placeholder that somebody wrote would be filled with what is not theirs.
    let masked = text.replaceAll(placeholder, (written) => written.slice(1, -1));
    for (const { kind, expression, confirm } of maskPatterns) {
      masked = masked.replaceAll(expression, (found, ...more: unknown[]) => {
        const groups = more.at(-1);
        const span = typeof groups === 'object' ? wanted(groups) : found;
        if (span === undefined || (confirm !== undefined && !confirm(span))) return found;
        const at = found.lastIndexOf(span);
        return found.slice(0, at) + this.#placeholderOf(kind, span) + found.slice(at + span.length);
      });
    }
    return masked;
  }

  /** The text with its own placeholders filled in again; long spans stay cut. */
  reveal(text: string): string {
    return text.replaceAll(placeholder, (found) => {
      const span = this.#byPlaceholder.get(found);
      if (span === undefined) return found;
      return span.length <= maxRestoredLength ? span : `${span.slice(0, maxRestoredLength)}…`;
    });
  }

  #placeholderOf(kind: MaskKind, span: string): string {
    const known = this.#byText.get(span);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const made = `[${kind}_${count}]`;
    this.#byText.set(span, made);
    this.#byPlaceholder.set(made, span);
    return made;
  }
}

/** The group `it` of an expression, which may stand in several of its branches. */
function wanted(groups: unknown): string | undefined {
  const it: unknown = groups === null ? undefined : Reflect.get(groups as object, 'it');
  return typeof it === 'string' ? it : undefined;
}
