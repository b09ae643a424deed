/** The way to the built-in engine, for code that is made long before the first recap. */
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
      const engine = await import('./built_in/index.ts');
      return engine.builtInEngine(clock).write(collected, options);
    },
  };
}
