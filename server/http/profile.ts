/** What is known of who asks. */
import type { HourCycle } from '../i18n/index.ts';

/** See the head of the file. */
export interface Profile {
  /** IANA name of the zone in the profile. */
  readonly timezone: string;
  /** Locale in the profile. */
  readonly locale: string;
  /** The clock that the user reads. */
  readonly hourCycle: HourCycle;
}
