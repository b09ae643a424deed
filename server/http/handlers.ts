/** What the operations do: thin layers over the services. */
import { externalApiBase, routes, scheduleRoute } from '../contract/index.ts';
import type {
  AiTest,
  Checks,
  ClientConfig,
  DescribedSchedule,
  Health,
  Schedule,
  UserData,
} from '../contract/index.ts';
import type { HourCycle } from '../i18n/index.ts';
import type { RecapChecks } from '../recap/index.ts';
import { refusal } from '../schedule/index.ts';
import type {
  Owner,
  Previews,
  RunService,
  ScheduleService,
  ScheduleWords,
} from '../schedule/index.ts';
import type { Handlers } from './operations.ts';
import type { Profile } from './profile.ts';

/** What the handlers stand on. */
export interface HandlerOptions {
  readonly service: Omit<ScheduleService, 'pauseAll'>;
  readonly runs: Pick<RunService, 'runNow' | 'cancel' | 'history'>;
  readonly previews: Pick<Previews, 'make' | 'makeChanged'>;
  readonly checks: Pick<RecapChecks, 'read' | 'set'>;
  /** What a form has to know, now. */
  clientConfig(): ClientConfig | Promise<ClientConfig>;
  exportData(userId: string): Promise<UserData>;
  health(): Promise<Health>;
  /** @throws {ScheduleError} `limit` when it is asked for too often. */
  testAi(userId: string): Promise<AiTest>;
  profileOf(userId: string): Promise<Profile>;
  wordsFor(locale: string, hourCycle: HourCycle): ScheduleWords;
  /** The path under which the site lives, without a slash at its end; empty at the root. Asked anew each time. */
  sitePath(): string;
}

/** Makes the handlers. */
export function createHandlers(options: HandlerOptions): Handlers {
  const { service, runs, previews, checks } = options;
  const askerOf = async (userId: string): Promise<{ owner: Owner; words: ScheduleWords }> => {
    const { timezone, locale, hourCycle } = await options.profileOf(userId);
    return { owner: { userId, timezone }, words: options.wordsFor(locale, hourCycle) };
  };
  const described = async (userId: string, schedule: Schedule): Promise<DescribedSchedule> =>
    service.describe(schedule, (await askerOf(userId)).words);

  return {
    listSchedules: async ({ userId, query }) => {
      const { words } = await askerOf(userId);
      const { schedules, total } = await service.list(userId, query.page, query.per_page);
      return { schedules: schedules.map((schedule) => service.describe(schedule, words)), total };
    },
    createSchedule: async ({ userId, body, header }) => {
      const { owner, words } = await askerOf(userId);
      const schedule = await service.create(owner, body);
      const route = scheduleRoute(routes.schedule, schedule.id);
      header('Location', options.sitePath() + externalApiBase + route);
      return service.describe(schedule, words);
    },
    validateTiming: async ({ userId, body }) => {
      const { owner, words } = await askerOf(userId);
      return service.validate(owner, body, words);
    },
    previewSchedule: async ({ userId, body }) => {
      const { owner } = await askerOf(userId);
      return { messages: [...(await previews.make(owner, body))] };
    },
    previewChanged: async ({ userId, scheduleId, body }) => {
      const { owner } = await askerOf(userId);
      return { messages: [...(await previews.makeChanged(owner, scheduleId, body))] };
    },
    readSchedule: async ({ userId, scheduleId }) =>
      described(userId, await service.read(userId, scheduleId)),
    replaceSchedule: async ({ userId, scheduleId, body }) => {
      const { owner, words } = await askerOf(userId);
      return service.describe(await service.replace(owner, scheduleId, body), words);
    },
    deleteSchedule: async ({ userId, scheduleId }) => {
      await service.delete(userId, scheduleId);
      return undefined;
    },
    pauseSchedule: async ({ userId, scheduleId, body }) =>
      described(userId, await service.pause(userId, scheduleId, body)),
    resumeSchedule: async ({ userId, scheduleId }) =>
      described(userId, await service.resume(userId, scheduleId)),
    restoreSchedule: async ({ userId, scheduleId }) =>
      described(userId, await service.restore(userId, scheduleId)),
    runSchedule: ({ userId, scheduleId }) => runs.runNow(userId, scheduleId),
    cancelRun: ({ userId, scheduleId }) => runs.cancel(userId, scheduleId),
    listRuns: ({ userId, scheduleId, query }) =>
      runs.history(userId, scheduleId, query.before, query.per_page),
    readChecks: async ({ userId, postId }) => known(await checks.read(userId, postId)),
    setCheck: async ({ userId, postId, body }) => known(await checks.set(userId, postId, body)),
    exportData: ({ userId }) => options.exportData(userId),
    readHealth: () => options.health(),
    testAi: ({ userId }) => options.testAi(userId),
    readClientConfig: async () => await options.clientConfig(),
  };
}

function known(checks: Checks | undefined): Checks {
  if (checks === undefined) throw refusal('not_found', 'scheduled_recaps.refusal.no_recap');
  return checks;
}
