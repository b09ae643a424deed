/** Numbers for whoever watches the server. */
export { Metrics } from './metrics.ts';
export type { ProcessFacts } from './metrics.ts';
export { timedApi } from './timed_api.ts';
