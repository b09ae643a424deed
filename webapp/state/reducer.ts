/** How actions change the state: plain functions of both. */
import type { DescribedSchedule, Run } from '../../server/contract/index.ts';
import type { RecapsAction } from './action_types.ts';
import { emptyHistory, initialState } from './recaps_state.ts';
import type { LoadStatus, RecapsState, RunHistory } from './recaps_state.ts';

type Schedules = RecapsState['schedules'];

/** The state after an action; the same object where the action is not ours. */
export function reducer(
  state: RecapsState = initialState,
  action: RecapsAction | { readonly type: '@@other' },
): RecapsState {
  switch (action.type) {
    case 'scheduled-recaps/schedules_requested':
      return {
        ...state,
        schedules: { ...state.schedules, status: 'loading' },
        wording: action.wording,
      };
    case 'scheduled-recaps/schedules_received':
      return {
        ...state,
        schedules: { status: 'ready', list: action.schedules },
        progress: keepBusy(state.progress, action.schedules),
      };
    case 'scheduled-recaps/schedules_failed':
      return { ...state, schedules: { ...state.schedules, status: 'failed' } };
    case 'scheduled-recaps/schedule_received': {
      const schedules = withSchedule(state.schedules, action.schedule);
      return { ...state, schedules, progress: keepBusy(state.progress, schedules.list) };
    }
    case 'scheduled-recaps/schedule_gone':
      return {
        ...state,
        schedules: {
          ...state.schedules,
          list: state.schedules.list.filter(({ id }) => id !== action.id),
        },
        histories: without(state.histories, action.id),
        progress: without(state.progress, action.id),
      };
    case 'scheduled-recaps/run_began':
      return withRunning(state, action.id, true);
    case 'scheduled-recaps/run_ended':
      return withRunning(state, action.id, false);
    case 'scheduled-recaps/run_progressed':
      return {
        ...withRunning(state, action.id, true),
        progress: { ...state.progress, [action.id]: action.progress },
      };
    case 'scheduled-recaps/history_requested':
      return withHistoryStatus(state, action.id, 'loading');
    case 'scheduled-recaps/history_received': {
      const known = state.histories[action.id] ?? emptyHistory;
      return withHistory(state, action.id, joined(known, action.before, action.page));
    }
    case 'scheduled-recaps/history_failed':
      return withHistoryStatus(state, action.id, 'failed');
    case 'scheduled-recaps/deleted':
      return { ...state, deleted: action.schedule };
    case 'scheduled-recaps/deletion_settled':
      return { ...state, deleted: null };
    case 'scheduled-recaps/checks_received':
      return { ...state, checks: { ...state.checks, [action.postId]: action.checked } };
    case 'scheduled-recaps/config_received':
      return { ...state, config: action.config };
    default:
      return state;
  }
}

/** In the place it had, or else as the newest. A state older than the one that is shown changes nothing. */
function withSchedule(schedules: Schedules, schedule: DescribedSchedule): Schedules {
  const { list } = schedules;
  const shown = list.find(({ id }) => id === schedule.id);
  if (shown === undefined) return { ...schedules, list: [...list, schedule] };
  if (shown.revision > schedule.revision) return schedules;
  return { ...schedules, list: list.map((each) => (each === shown ? schedule : each)) };
}

function withRunning(state: RecapsState, id: string, running: boolean): RecapsState {
  const list = state.schedules.list.map((each) => (each.id === id ? { ...each, running } : each));
  const progress = running ? state.progress : without(state.progress, id);
  return { ...state, schedules: { ...state.schedules, list }, progress };
}

/** The progress of runs that are still at work. */
function keepBusy(
  progress: RecapsState['progress'],
  schedules: readonly DescribedSchedule[],
): RecapsState['progress'] {
  const busy = new Set(schedules.filter(({ running }) => running).map(({ id }) => id));
  return Object.fromEntries(Object.entries(progress).filter(([id]) => busy.has(id)));
}

function withHistory(state: RecapsState, id: string, history: RunHistory): RecapsState {
  return { ...state, histories: { ...state.histories, [id]: history } };
}

function withHistoryStatus(state: RecapsState, id: string, status: LoadStatus): RecapsState {
  return withHistory(state, id, { ...(state.histories[id] ?? emptyHistory), status });
}

/**
 * A page joined to what is shown. The first page comes anew after each run: what is below it stays as long as the two
 * touch, so that nobody who has paged on loses their place.
 */
function joined(
  known: RunHistory,
  before: number | null,
  page: { readonly runs: readonly Run[]; readonly next_before: number | null },
): RunHistory {
  const { runs, next_before: nextBefore } = page;
  const lowest = runs.at(-1)?.sequence ?? 0;
  const above = before === null ? [] : known.runs.filter(({ sequence }) => sequence >= before);
  const below = known.runs.filter(({ sequence }) => sequence < lowest);
  const touches = before === null && known.runs.some(({ sequence }) => sequence >= lowest);
  return touches && below.length > 0
    ? { status: 'ready', runs: [...runs, ...below], nextBefore: known.nextBefore }
    : { status: 'ready', runs: [...above, ...runs], nextBefore };
}

function without<T>(table: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => key !== id));
}
