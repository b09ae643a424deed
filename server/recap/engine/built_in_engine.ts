/** The way to the built-in engine, for code that is made long before the first recap. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';
import type { Engine } from './engine.ts';

/**
 * The built-in engine. Its words and patterns are evaluated with the first recap: a process that has nothing to do
 * does without them. The clock serves to give way to other work, and never touches the result.
 */
export function builtInEngine(clock: Pick<Clock, 'monotonic'>): Engine {
  return {
    name: 'built_in',
    write: async (collected, options) => {
      // The first time this takes some milliseconds: a turn of its own, so that other work is not kept waiting for more.
      await nextTurn();
      const engine = await import('./built_in/index.ts');
      await nextTurn();
      return engine.builtInEngine(clock).write(collected, options);
    },
  };
}
