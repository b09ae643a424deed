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
} from './schedule.ts';
export type { ScheduleInputBody } from './schedule.ts';
export { ErrorBody, errorStatus, invalidBody } from './error_body.ts';
export type { ErrorCode } from './error_body.ts';
export { apiBase, externalApiBase, recapRoute, routes, scheduleRoute } from './routes.ts';
export { events } from './event_names.ts';
export { ChecksEvent, RunEvent, RunProgressEvent, ScheduleEvent } from './events.ts';
export { CheckInput, Checks } from './checks.ts';
export { commonErrors, operations } from './operations.ts';
export type { Operation, OperationId, Operations } from './operations.ts';
export { AiTest, Health, NodeBeat } from './health.ts';
export { UserData } from './user_data.ts';
export { ClientConfig } from './client_config.ts';
export { Preview } from './preview.ts';
export { RecapCard } from './recap_card.ts';
export { languages } from './languages.ts';
export { weekdays } from './weekdays.ts';
