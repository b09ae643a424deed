/** Where log lines go: standard error before the API can be called, the server's log from then on. */
export { apiLog } from './api_log.ts';
export type { LogCalls } from './api_log.ts';
export { stderrLog } from './stderr_log.ts';
export { SwitchedLog } from './switched_log.ts';
