/** What server and webapp agree on: shapes, limits and names. Imports zod and nothing else. */
export {
  botDisplayName,
  botUsername,
  commandTrigger,
  pluginId,
  postProps,
  postType,
} from './identity.ts';
export { limits } from './limits.ts';
export { Id, Instant } from './id.ts';
export { Timezone, isKnownTimezone } from './timezone.ts';
export {
  LocalDate,
  MonthlyDay,
  MonthlyRecurrence,
  OnceRecurrence,
  Recurrence,
  TimeOfDay,
  WeeklyRecurrence,
  weekdays,
} from './recurrence.ts';
export { RecapSummary, Run, RunList, RunReason, RunStatus, RunTrigger } from './run.ts';
export {
  ChannelMode,
  Content,
  DescribedSchedule,
  PauseInput,
  PauseReason,
  Schedule,
  ScheduleInput,
  ScheduleList,
  ScheduleReplacement,
  TimePeriod,
  TimingInput,
  Title,
  ValidatedSchedule,
  languages,
} from './schedule.ts';
export type { ScheduleInputBody } from './schedule.ts';
export { ErrorBody, errorStatus, invalidBody } from './error_body.ts';
export type { ErrorCode } from './error_body.ts';
export { apiBase, externalApiBase, routes, scheduleRoute } from './routes.ts';
export { RunEvent, ScheduleEvent, events } from './events.ts';
