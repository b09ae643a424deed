/** Entries in the server's audit log for what users change. They name ids and never content. */
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api } from '../mattermost/index.ts';
import type { RunService, ScheduleService } from '../schedule/index.ts';

/** The names under which the log has them. */
type AuditEvent =
  | 'createSchedule'
  | 'updateSchedule'
  | 'deleteSchedule'
  | 'restoreSchedule'
  | 'runSchedule'
  | 'cancelRun'
  | 'recapNow';

/** What it takes. */
export interface AuditOptions {
  readonly api: Pick<Api, 'logAuditRec'>;
  readonly log: Log;
}

/** What users can do with schedules, all of it. */
type Schedules = Omit<ScheduleService, 'pauseAll'>;
type Runs = Pick<RunService, 'runNow' | 'cancel' | 'recapNow' | 'history'>;

/** See the head of the file. */
export class Audit {
  readonly #options: AuditOptions;
  /** Older servers have no such call: they are asked once. */
  #unsupported = false;

  constructor(options: AuditOptions) {
    this.#options = options;
  }

  /** The same services; whatever they change, or refuse to, is in the log. Nobody waits for it. */
  schedules(service: Schedules): Schedules {
    return {
      create: (owner, input, nonce) =>
        this.#note('createSchedule', owner.userId, undefined, service.create(owner, input, nonce)),
      check: (owner, input) => service.check(owner, input),
      list: (userId, page, perPage) => service.list(userId, page, perPage),
      read: (userId, id) => service.read(userId, id),
      replace: (owner, id, input) =>
        this.#note('updateSchedule', owner.userId, id, service.replace(owner, id, input)),
      delete: (userId, id) => this.#note('deleteSchedule', userId, id, service.delete(userId, id)),
      restore: (userId, id) =>
        this.#note('restoreSchedule', userId, id, service.restore(userId, id)),
      pause: (userId, id, input) =>
        this.#note('updateSchedule', userId, id, service.pause(userId, id, input)),
      resume: (userId, id) => this.#note('updateSchedule', userId, id, service.resume(userId, id)),
      validate: (owner, input, words) => service.validate(owner, input, words),
      describe: (schedule, words) => service.describe(schedule, words),
    };
  }

  /** The same for runs. */
  runs(service: Runs): Runs {
    return {
      runNow: (userId, id) => this.#note('runSchedule', userId, id, service.runNow(userId, id)),
      cancel: (userId, id) => this.#note('cancelRun', userId, id, service.cancel(userId, id)),
      recapNow: (owner, input) =>
        this.#note('recapNow', owner.userId, undefined, service.recapNow(owner, input)),
      history: (userId, id, before, perPage) => service.history(userId, id, before, perPage),
    };
  }

  async #note<T>(
    event: AuditEvent,
    userId: string,
    scheduleId: string | undefined,
    work: Promise<T>,
  ): Promise<T> {
    try {
      const result = await work;
      void this.#write(event, userId, scheduleId ?? idOf(result), 'success');
      return result;
    } catch (thrown) {
      void this.#write(event, userId, scheduleId, 'fail');
      throw thrown;
    }
  }

  /** Never rejects. */
  async #write(
    eventName: AuditEvent,
    userId: string,
    scheduleId: string | undefined,
    status: 'success' | 'fail',
  ): Promise<void> {
    if (this.#unsupported) return;
    const { api, log } = this.#options;
    const parameters = new Map(scheduleId === undefined ? [] : [['schedule_id', scheduleId]]);
    try {
      await api.logAuditRec({
        eventName,
        status,
        eventData: { parameters, objectType: 'schedule' },
        actor: { userId },
      });
    } catch (thrown) {
      this.#unsupported = isApiError(thrown, 'unsupported');
      if (!this.#unsupported) {
        log.warn('the audit log could not be written', {
          event: eventName,
          error: toError(thrown),
        });
      }
    }
  }
}

/** Of a new schedule or run. */
function idOf(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const { id, schedule_id: scheduleId } = result as Readonly<Record<string, unknown>>;
  const named = id ?? scheduleId;
  return typeof named === 'string' ? named : undefined;
}
