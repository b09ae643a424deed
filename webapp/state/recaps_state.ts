/** What the webapp keeps in the host's store, at `plugins-<plugin id>`. */
import type { ClientConfig, DescribedSchedule, Run } from '../../server/contract/index.ts';

/**
 * Where a thing that is fetched stands. What was there stays while it is fetched again.
 *
 * ```text
 * idle ──► loading ──► ready ──► loading …
 *             └──────► failed ─► loading …
 * ```
 */
export type LoadStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** The runs of one schedule, as far as they were asked for. */
export interface RunHistory {
  readonly status: LoadStatus;
  /** Newest first. */
  readonly runs: readonly Run[];
  /** What asks for the next page; null when there is none. */
  readonly nextBefore: number | null;
}

/** How far the run at work has come. */
export interface Progress {
  readonly runKey: string;
  readonly done: number;
  readonly total: number;
}

/** All of it. */
export interface RecapsState {
  readonly schedules: {
    readonly status: LoadStatus;
    /** Oldest first. */
    readonly list: readonly DescribedSchedule[];
  };
  /** What the words in the schedules followed when they were asked for last; see `wordingOf`. */
  readonly wording: string;
  /** By schedule. */
  readonly histories: Readonly<Record<string, RunHistory>>;
  /** By schedule; only of runs at work. */
  readonly progress: Readonly<Record<string, Progress>>;
  /** The schedule that was deleted last and can be brought back. */
  readonly deleted: DescribedSchedule | null;
  /** Items checked off, by recap. */
  readonly checks: Readonly<Record<string, readonly string[]>>;
  /** Null until it was fetched. */
  readonly config: ClientConfig | null;
}

/** Before anything was fetched. */
export const initialState: RecapsState = {
  schedules: { status: 'idle', list: [] },
  wording: '',
  histories: {},
  progress: {},
  deleted: null,
  checks: {},
  config: null,
};

/** A history of which nothing was fetched yet. */
export const emptyHistory: RunHistory = { status: 'idle', runs: [], nextBefore: null };
