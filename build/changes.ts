/** Work that is done again whenever files change: never twice at once, and never half a change. */
import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { once } from 'node:events';

/** What to look at, and what to do. */
export interface ChangeOptions {
  /** Folders, with all below them, and files. */
  readonly paths: readonly string[];
  /** Whether a change of this file, named from the folder it was seen in, counts. */
  readonly counts: (name: string) => boolean;
  /** How long nothing may change before the work begins, in milliseconds: editors save many files at once. */
  readonly settleMs: number;
  /** Must not reject: what goes wrong in one round must not end the watch. */
  readonly work: () => Promise<void>;
  /** Ends it, after the round that is under way. */
  readonly signal: AbortSignal;
}

/** Does the work once, then again after each change, until the signal. What changes during a round makes one more. */
export async function workOnChange(options: ChangeOptions): Promise<void> {
  const { paths, counts, settleMs, work, signal } = options;
  const changes = new EventTarget();
  let changed = true;
  const watchers = paths.map((path) =>
    watch(path, { recursive: true }, (_event, name) => {
      if (name !== null && !counts(name)) return;
      changed = true;
      changes.dispatchEvent(new Event('change'));
    }),
  );
  try {
    while (!signal.aborted) {
      if (!changed) await once(changes, 'change', { signal });
      await quiet(changes, settleMs, signal);
      changed = false;
      await work();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    closeAll(watchers);
  }
}

/** Waits until nothing has changed for `settleMs`. */
async function quiet(changes: EventTarget, settleMs: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    const pause = AbortSignal.timeout(settleMs);
    const either = AbortSignal.any([pause, signal]);
    try {
      await once(changes, 'change', { signal: either });
    } catch (error) {
      if (signal.aborted) throw error;
      return;
    }
  }
}

function closeAll(watchers: readonly FSWatcher[]): void {
  for (const watcher of watchers) watcher.close();
}
