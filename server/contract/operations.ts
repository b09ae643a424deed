/**
 * What the REST interface can do: each operation with what it takes and what it answers. The server is built from this
 * table, and so is the OpenAPI document. All of it is for the owner alone: what belongs to others is not there. What is
 * marked as `admin` belongs to nobody, and is for who manages the system.
 */
import * as z from 'zod';
import { CheckInput, Checks } from './checks.ts';
import { ClientConfig } from './client_config.ts';
import type { ErrorCode } from './error_body.ts';
import { AiTest, Health } from './health.ts';
import { limits } from './limits.ts';
import { Preview } from './preview.ts';
import { routes } from './routes.ts';
import { Run, RunList } from './run.ts';
import {
  DescribedSchedule,
  PauseInput,
  ScheduleInput,
  ScheduleList,
  ScheduleReplacement,
  TimingInput,
  ValidatedSchedule,
} from './schedule.ts';
import { UserData } from './user_data.ts';

/** One operation. Besides its `errors` each can answer with those that all have in common. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** One of `routes`. */
  readonly route: (typeof routes)[keyof typeof routes];
  /** One sentence for people. */
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The status of success. */
  readonly status: 200 | 201 | 202 | 204;
  /** What success answers; absent where it has no body. */
  readonly answer?: z.ZodType;
  readonly errors: readonly ErrorCode[];
  /** For who manages the system; all others are told that there is nothing. */
  readonly admin?: true;
}

/** Errors that every operation can answer with. */
export const commonErrors = [
  'unauthorized',
  'internal',
  'unavailable',
] as const satisfies readonly ErrorCode[];

const perPage = z.coerce
  .number()
  .int()
  .min(1)
  .max(limits.pageRows)
  .default(limits.defaultPageRows)
  .describe('Rows of the page.');

const Page = z.object({
  page: z.coerce.number().int().min(0).default(0).describe('Number of the page, from 0.'),
  per_page: perPage,
});

const HistoryPage = z.object({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe('Only runs with a lower number: `next_before` of the page before.'),
  per_page: perPage,
});

/** All operations, by their ids. */
export const operations = {
  listSchedules: {
    method: 'get',
    route: routes.schedules,
    summary: 'A page of your schedules, oldest first.',
    query: Page,
    status: 200,
    answer: ScheduleList,
    errors: ['invalid'],
  },
  createSchedule: {
    method: 'post',
    route: routes.schedules,
    summary: 'Makes a schedule. The answer has its address as Location.',
    body: ScheduleInput,
    status: 201,
    answer: DescribedSchedule,
    errors: ['not_allowed', 'invalid', 'too_large', 'limit'],
  },
  validateTiming: {
    method: 'post',
    route: routes.validate,
    summary: 'Says when a schedule that is not stored would run, in words and in instants.',
    body: TimingInput,
    status: 200,
    answer: ValidatedSchedule,
    errors: ['invalid', 'too_large'],
  },
  previewSchedule: {
    method: 'post',
    route: routes.preview,
    summary: 'The recap that a schedule would get now. Sends and stores nothing.',
    body: ScheduleInput,
    status: 200,
    answer: Preview,
    errors: ['not_allowed', 'invalid', 'too_large', 'limit'],
  },
  previewChanged: {
    method: 'post',
    route: routes.changedPreview,
    summary:
      'The recap that one of your schedules would get now, after its earlier runs, if it had these settings. Sends and stores nothing.',
    body: ScheduleInput,
    status: 200,
    answer: Preview,
    errors: ['not_allowed', 'invalid', 'not_found', 'too_large', 'limit'],
  },
  readSchedule: {
    method: 'get',
    route: routes.schedule,
    summary: 'One of your schedules.',
    status: 200,
    answer: DescribedSchedule,
    errors: ['not_found'],
  },
  replaceSchedule: {
    method: 'put',
    route: routes.schedule,
    summary: 'Replaces a schedule; names the revision that the change was made from.',
    body: ScheduleReplacement,
    status: 200,
    answer: DescribedSchedule,
    errors: ['not_allowed', 'invalid', 'not_found', 'conflict', 'too_large', 'limit'],
  },
  deleteSchedule: {
    method: 'delete',
    route: routes.schedule,
    summary: 'Deletes a schedule. For ten minutes it can be restored.',
    status: 204,
    errors: ['not_found'],
  },
  pauseSchedule: {
    method: 'post',
    route: routes.pause,
    summary: 'Pauses a schedule, for good or until a day.',
    body: PauseInput,
    status: 200,
    answer: DescribedSchedule,
    errors: ['invalid', 'not_found', 'too_large'],
  },
  resumeSchedule: {
    method: 'post',
    route: routes.resume,
    summary: 'Lets a schedule run again, from now on.',
    status: 200,
    answer: DescribedSchedule,
    errors: ['not_allowed', 'invalid', 'not_found', 'limit'],
  },
  restoreSchedule: {
    method: 'post',
    route: routes.restore,
    summary: 'Brings a deleted schedule back, to run from now on.',
    status: 200,
    answer: DescribedSchedule,
    errors: ['not_allowed', 'not_found', 'limit'],
  },
  runSchedule: {
    method: 'post',
    route: routes.run,
    summary: 'Runs a schedule now.',
    status: 202,
    answer: Run,
    errors: ['not_allowed', 'not_found', 'busy', 'limit'],
  },
  cancelRun: {
    method: 'post',
    route: routes.cancel,
    summary: 'Ends the run that is at work, before its message leaves.',
    status: 202,
    answer: Run,
    errors: ['not_found', 'not_running'],
  },
  listRuns: {
    method: 'get',
    route: routes.history,
    summary: "A page of a schedule's runs, newest first.",
    query: HistoryPage,
    status: 200,
    answer: RunList,
    errors: ['invalid', 'not_found'],
  },
  readChecks: {
    method: 'get',
    route: routes.checks,
    summary: 'What you have checked off in a recap.',
    status: 200,
    answer: Checks,
    errors: ['not_found'],
  },
  setCheck: {
    method: 'put',
    route: routes.checks,
    summary: 'Checks an action item of a recap off, or not any more.',
    body: CheckInput,
    status: 200,
    answer: Checks,
    errors: ['invalid', 'not_found', 'too_large'],
  },
  readClientConfig: {
    method: 'get',
    route: routes.clientConfig,
    summary: 'What a form for schedules has to know of the settings.',
    status: 200,
    answer: ClientConfig,
    errors: [],
  },
  exportData: {
    method: 'get',
    route: routes.exportData,
    summary: 'All that is kept of you: schedules, their runs, and the messages that you got.',
    status: 200,
    answer: UserData,
    errors: [],
  },
  readHealth: {
    method: 'get',
    route: routes.health,
    summary: 'How the plugin fares, on all nodes. For who manages the system.',
    status: 200,
    answer: Health,
    errors: ['not_found'],
    admin: true,
  },
  testAi: {
    method: 'post',
    route: routes.testAi,
    summary: 'Asks the AI that is set up for one word. For who manages the system.',
    status: 200,
    answer: AiTest,
    errors: ['not_found', 'limit'],
    admin: true,
  },
} as const satisfies Readonly<Record<string, Operation>>;

/** The table of operations, as its types. */
export type Operations = typeof operations;

/** Names an operation. */
export type OperationId = keyof Operations;
