/** Where things lie in the host's store. */
import { pluginId } from '../../server/contract/index.ts';
import type { DescribedSchedule } from '../../server/contract/index.ts';
import type { HostState } from '../host/index.ts';
import { emptyHistory, initialState } from './recaps_state.ts';
import type { Progress, RecapsState, RunHistory } from './recaps_state.ts';

/** The host's state with ours in it. */
export type StoreState = HostState & {
  readonly [key in `plugins-${typeof pluginId}`]?: RecapsState;
};

/** Our part. The host takes a reducer in a moment after it was registered; until then nothing was fetched. */
export function recapsState(state: StoreState): RecapsState {
  return state[`plugins-${pluginId}`] ?? initialState;
}

/** One schedule. */
export function scheduleById(state: StoreState, id: string): DescribedSchedule | undefined {
  return recapsState(state).schedules.list.find((schedule) => schedule.id === id);
}

/** The runs of a schedule, as far as they were fetched. */
export function historyOf(state: StoreState, id: string): RunHistory {
  return recapsState(state).histories[id] ?? emptyHistory;
}

/** How far the run of a schedule has come; undefined where nobody has said so yet. */
export function progressOf(state: StoreState, id: string): Progress | undefined {
  return recapsState(state).progress[id];
}
