/**
 * Second step: which messages belong together. A thread is a conversation; messages outside threads are cut
 * into conversations where everybody paused.
 */
import type { CollectedChannel } from '../../collected.ts';
import type { Pacer } from '../pacer.ts';
import { conversationGapMs } from './limits.ts';
import { readUnit } from './unit.ts';
import type { Unit } from './unit.ts';

/** Messages that belong together, oldest first. */
export interface Conversation {
  readonly isThread: boolean;
  /** The message that started the thread, where it is known; it may be older than the window. */
  readonly root?: Unit;
  /** Messages of the window; the root is among them where it is of the window. */
  readonly units: readonly Unit[];
}

/** Cuts the units of a channel, oldest first, into conversations in the order in which they began. */
export async function segment(
  channel: CollectedChannel,
  units: readonly Unit[],
  pacer: Pacer,
): Promise<Conversation[]> {
  const answered = new Set(units.map((unit) => unit.post.rootId).filter((id) => id !== ''));
  const threads = new Map<string, Unit[]>();
  const runs: Unit[][] = [];
  for (const unit of units) {
    if (pacer.due()) await pacer.step();
    const { id, rootId } = unit.post;
    const threadId = rootId === '' && answered.has(id) ? id : rootId;
    if (threadId === '') addToRun(runs, unit);
    else addToThread(threads, threadId, unit);
  }
  const conversations: Conversation[] = runs.map((run) => ({ isThread: false, units: run }));
  for (const [threadId, members] of threads) {
    if (pacer.due()) await pacer.step();
    const root =
      members.find((unit) => unit.post.id === threadId) ?? earlierRoot(channel, threadId);
    conversations.push({ isThread: true, units: members, ...(root === undefined ? {} : { root }) });
  }
  return conversations.sort((a, b) => startOf(a) - startOf(b));
}

function addToRun(runs: Unit[][], unit: Unit): void {
  const run = runs.at(-1);
  const last = run?.at(-1);
  if (run === undefined || last === undefined) runs.push([unit]);
  else if (unit.post.createAt - last.post.createAt > conversationGapMs) runs.push([unit]);
  else run.push(unit);
}

function earlierRoot(channel: CollectedChannel, threadId: string): Unit | undefined {
  const root = channel.roots.get(threadId);
  return root === undefined ? undefined : readUnit(root, true);
}

function startOf(conversation: Conversation): number {
  return conversation.units[0]?.post.createAt ?? 0;
}

function addToThread(threads: Map<string, Unit[]>, threadId: string, unit: Unit): void {
  const members = threads.get(threadId);
  if (members === undefined) threads.set(threadId, [unit]);
  else members.push(unit);
}
