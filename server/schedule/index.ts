/** When recaps are due, and that each is run once. */
export { Scheduler } from './scheduler.ts';
export type { SchedulerOptions } from './scheduler.ts';
export type { Standing } from './access.ts';
export { ScheduleService } from './schedule_service.ts';
export { Previews } from './preview.ts';
export type { Window } from './window.ts';
export { RunService } from './run_service.ts';
export type { Owner } from './owned.ts';
export type { ScheduleLimits } from './channel_rules.ts';
export { isInstant } from './instant.ts';
export type { InstantInput } from './instant.ts';
export { ScheduleError } from './errors.ts';
export type { ScheduleErrorCode } from './errors.ts';
export { scheduleWordsFor } from './words/index.ts';
export type { ScheduleWords } from './words/index.ts';
export type { RunObserver } from './telling.ts';
export { RunClaimLostError, RunFailure } from './run_handler.ts';
export type { DeliveredPost, RunClaim, RunHandler, RunOutcome } from './run_handler.ts';
