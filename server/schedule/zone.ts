/** Between wall times and instants, in one time zone, whatever zone the host is in. */
import { IANAZone } from 'luxon';
import { CodedError } from '../errors.ts';
import { dayMs, minuteMs } from './civil.ts';

/** Thrown when: a stored zone is not in this runtime's time zone data (any more). */
export class ZoneError extends CodedError<'unknown_zone'> {
  constructor(name: string) {
    super('unknown_zone', `the time zone ${JSON.stringify(name)} is not known here`);
  }
}

/** One time zone. */
export class Zone {
  readonly #zone: IANAZone;

  /** @throws {ZoneError} for a name that the runtime does not know. */
  constructor(name: string) {
    const zone = IANAZone.create(name);
    if (!zone.isValid) throw new ZoneError(name);
    this.#zone = zone;
  }

  /** The wall time that clocks in the zone show at an instant. */
  wallTime(instant: number): number {
    return instant + this.#offset(instant);
  }

  /**
   * The instant at which clocks in the zone show a wall time. A time that is skipped shifts forward by what was
   * skipped (02:30 becomes 03:30); of a time that comes twice it is the first.
   *
   * luxon's own conversion guesses from the present offset, and so gives the second of two repeated times on
   * some hosts; hence it is asked for offsets only.
   */
  instant(wallTime: number): number {
    // No zone has changed its clocks by more than a day, so these lie on either side of a change nearby.
    const before = this.#offset(wallTime - dayMs);
    const after = this.#offset(wallTime + dayMs);
    if (before === after) return wallTime - before;
    const candidates = [wallTime - before, wallTime - after];
    const real = candidates.filter((instant) => this.wallTime(instant) === wallTime);
    return real.length > 0 ? Math.min(...real) : wallTime - before;
  }

  #offset(instant: number): number {
    return Math.round(this.#zone.offset(instant) * minuteMs);
  }
}

/**
 * The wall time that clocks in a zone show at an instant.
 *
 * @throws {ZoneError} for a name that the runtime does not know.
 */
export function wallTimeIn(timezone: string, instant: number): number {
  return new Zone(timezone).wallTime(instant);
}
