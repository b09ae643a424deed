/** Time zones by their IANA name. */
import * as z from 'zod';
import { limits } from './limits.ts';

/** True when this runtime's time zone data know the name. Plain offsets such as `+05:30` are no names. */
export function isKnownTimezone(name: string): boolean {
  if (name.length === 0 || name.length > limits.timezoneCharacters || /^[+-]/.test(name)) {
    return false;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The IANA name of a time zone, such as `Europe/Berlin`. */
export const Timezone = z.string().refine(isKnownTimezone, 'must be the name of a known time zone');
/** The IANA name of a time zone, such as `Europe/Berlin`. */
export type Timezone = z.infer<typeof Timezone>;
