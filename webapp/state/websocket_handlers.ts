/** What the server's events do to the state. They say that something changed; what it is now is asked for. */
import { events, pluginId } from '../../server/contract/index.ts';
import type {
  ChecksEvent,
  RunEvent,
  RunProgressEvent,
  RunStatus,
  ScheduleEvent,
} from '../../server/contract/index.ts';
import type { WebSocketMessage } from '../host/index.ts';
import type { RecapsActions, RecapsStore } from './actions.ts';
import { recapsState, scheduleById } from './selectors.ts';

/** Handles one message. Never fails: an event that is lost is made up for when the connection comes back. */
export type WebSocketHandler = (message: WebSocketMessage) => Promise<void>;

/** What handlers act on. */
export interface HandlerOptions {
  readonly store: RecapsStore;
  readonly actions: Pick<RecapsActions, 'refreshSchedule' | 'loadHistory'>;
}

/** The handlers by the full name of their event. */
export function websocketHandlers(options: HandlerOptions): ReadonlyMap<string, WebSocketHandler> {
  const named = (name: string): string => `custom_${pluginId}_${name}`;
  return new Map<string, WebSocketHandler>([
    [named(events.schedule), ({ data }) => scheduleChanged(data as ScheduleEvent, options)],
    [named(events.run), ({ data }) => runChanged(data as RunEvent, options)],
    [named(events.progress), ({ data }) => runProgressed(data as RunProgressEvent, options)],
    [named(events.checks), ({ data }) => checksChanged(data as ChecksEvent, options)],
  ]);
}

async function scheduleChanged(event: ScheduleEvent, options: HandlerOptions): Promise<void> {
  const { store, actions } = options;
  const id = event.schedule_id;
  if (isIdle(store)) return;
  if (event.change === 'deleted') store.dispatch({ type: 'scheduled-recaps/schedule_gone', id });
  else await actions.refreshSchedule(id);
}

async function runChanged(event: RunEvent, options: HandlerOptions): Promise<void> {
  const { store, actions } = options;
  const { schedule_id: id, status } = event;
  if (isIdle(store) || isUnlisted(store, id)) return;
  if (isAtWork(status)) {
    store.dispatch({ type: 'scheduled-recaps/run_began', id });
    return;
  }
  store.dispatch({ type: 'scheduled-recaps/run_ended', id });
  const isShown = recapsState(store.getState()).histories[id] !== undefined;
  await Promise.all([
    actions.refreshSchedule(id),
    ...(isShown ? [actions.loadHistory(id, 'first')] : []),
  ]);
}

function runProgressed(event: RunProgressEvent, { store }: HandlerOptions): Promise<void> {
  const { schedule_id: id, run_key: runKey, channels_done: done, channels_total: total } = event;
  if (!isIdle(store)) {
    const progress = { runKey, done, total };
    store.dispatch({ type: 'scheduled-recaps/run_progressed', id, progress });
  }
  return Promise.resolve();
}

function checksChanged(event: ChecksEvent, { store }: HandlerOptions): Promise<void> {
  const { post_id: postId, checked } = event;
  store.dispatch({ type: 'scheduled-recaps/checks_received', postId, checked });
  return Promise.resolve();
}

/** Nobody has looked yet: what changes now is fetched with all the rest. */
function isIdle(store: RecapsStore): boolean {
  return recapsState(store.getState()).schedules.status === 'idle';
}

/** A recap that was asked for by command is on no list: the server would not find it. */
function isUnlisted(store: RecapsStore, id: string): boolean {
  const state = store.getState();
  return recapsState(state).schedules.status === 'ready' && scheduleById(state, id) === undefined;
}

/** Whether a run has still to end. */
function isAtWork(status: RunStatus): boolean {
  return status === 'claimed' || status === 'delivering';
}
