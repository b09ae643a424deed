/** Tells a run whose owner has died from one whose owner's clock is wrong. */
import type { Clock } from '../clock.ts';
import type { ActiveRun, ScheduleState } from '../store/index.ts';

interface Sighting {
  /** What the owner changes with each renewal. */
  readonly mark: string;
  /** Monotonic time of the first look. */
  readonly since: number;
}

/** How many stalled runs are watched at once; more are looked at when these are done with. */
const maxWatched = 10_000;

/**
 * After so many leases without an end, nobody looks at a run here any more: another node took it, or it was deleted.
 */
const forgottenLeases = 10;

/**
 * A lease's end is an instant on its owner's wall clock, and clocks of nodes differ. So a run is taken from its
 * owner only after its lease has been seen unchanged for a whole lease's length, by one's own monotonic clock: its
 * owner, who measures likewise from before each renewal, has stopped believing in it by then.
 */
export class LeaseWatch {
  readonly #clock: Clock;
  readonly #leaseMs: number;
  readonly #sightings = new Map<string, Sighting>();

  constructor(clock: Clock, leaseMs: number) {
    this.#clock = clock;
    this.#leaseMs = leaseMs;
  }

  /** How many milliseconds the lease must still be seen unchanged; 0 when it may be taken. */
  left(state: ScheduleState, active: ActiveRun): number {
    const { id } = state.schedule;
    const mark = `${active.run.sequence}/${active.epoch}/${active.lease_until}`;
    const now = this.#clock.monotonic();
    const seen = this.#sightings.get(id);
    if (seen?.mark === mark) return Math.max(0, seen.since + this.#leaseMs - now);
    if (seen === undefined && this.#sightings.size >= maxWatched) this.#makeRoom(now);
    if (seen !== undefined || this.#sightings.size < maxWatched) {
      this.#sightings.set(id, { mark, since: now });
    }
    return this.#leaseMs;
  }

  /** Forgets a schedule whose run is no longer stalled. */
  forget(scheduleId: string): void {
    this.#sightings.delete(scheduleId);
  }

  #makeRoom(now: number): void {
    for (const [id, { since }] of this.#sightings) {
      if (since + forgottenLeases * this.#leaseMs < now) this.#sightings.delete(id);
    }
  }
}
