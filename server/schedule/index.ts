/** When recaps are due, and that each is run once. */
export { Scheduler } from './scheduler.ts';
export type { SchedulerOptions } from './scheduler.ts';
export { ScheduleService } from './schedule_service.ts';
export type { Owner, ScheduleLimits } from './schedule_service.ts';
export type { InstantInput } from './instant.ts';
export { ScheduleError } from './errors.ts';
export type { ScheduleErrorCode } from './errors.ts';
export { englishScheduleWords } from './describe.ts';
export type { DaysInWords, ScheduleWords } from './describe.ts';
export type { RunObserver } from './run_execution.ts';
export { RunClaimLostError, RunFailure } from './run_handler.ts';
export type { DeliveredPost, RunClaim, RunHandler, RunOutcome } from './run_handler.ts';
