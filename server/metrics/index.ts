/** Numbers for whoever watches the server. */
export { Metrics } from './counters.ts';
