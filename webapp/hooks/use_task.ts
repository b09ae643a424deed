/** One thing at a time that the user set going, and how it ended. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { toClientError } from '../client/index.ts';
import type { ClientError } from '../client/index.ts';

/** See the head of the file. */
export interface Task {
  readonly busy: boolean;
  /** How the last one failed; undefined while the next is at work, and after one that did not fail. */
  readonly error: ClientError | undefined;
  /** Does it, unless one is at work; answers whether it was done. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  /** Forgets the failure. */
  readonly clear: () => void;
}

/** A task, with nothing at work. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ClientError>();
  const working = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const run = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    if (working.current) return false;
    working.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      if (!gone.current) setError(toClientError(thrown));
      return false;
    } finally {
      working.current = false;
      if (!gone.current) setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(undefined), []);
  return { busy, error, run, clear };
}
