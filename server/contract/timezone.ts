/** Time zones by their IANA name. */
import * as z from 'zod';
import { limits } from './limits.ts';

/** Names that were found known. To ask the runtime builds a formatter, and nothing is asked as often as this. */
const known = new Set<string>();

/** How many names are kept: more than there are zones, but a name may be written in any case. */
const maxKnown = 1000;

/** True when this runtime's time zone data know the name. Plain offsets such as `+05:30` are no names. */
export function isKnownTimezone(name: string): boolean {
  if (name.length === 0 || name.length > limits.timezoneCharacters || /^[+-]/.test(name)) {
    return false;
  }
  if (known.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    if (known.size < maxKnown) known.add(name);
    return true;
  } catch {
    return false;
  }
}

/** The IANA name of a time zone, such as `Europe/Berlin`. */
export const Timezone = z.string().refine(isKnownTimezone, 'must be the name of a known time zone');
/** The IANA name of a time zone, such as `Europe/Berlin`. */
export type Timezone = z.infer<typeof Timezone>;
