/** The plugin's REST interface, one method a route. */
import {
  externalApiBase,
  limits,
  recapRoute,
  routes,
  scheduleRoute,
} from '../../server/contract/index.ts';
import type {
  AiTest,
  CheckInput,
  Checks,
  ClientConfig,
  DescribedSchedule,
  Health,
  PauseInput,
  Preview,
  Run,
  RunList,
  ScheduleInputBody,
  ScheduleList,
  TimingInput,
  ValidatedSchedule,
} from '../../server/contract/index.ts';
import type { RequestOptions, Transport } from './transport.ts';

/** Rows of a page of a schedule's history. */
const historyRows = 10;

/** The interface. Every method throws `ClientError`. */
export class RecapsClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** All schedules of the user, oldest first. */
  async schedules(): Promise<readonly DescribedSchedule[]> {
    const all: DescribedSchedule[] = [];
    for (let page = 0; ; page += 1) {
      const query = `?page=${page}&per_page=${limits.pageRows}`;
      const list = await this.#ask<ScheduleList>(routes.schedules + query);
      all.push(...list.schedules);
      if (list.schedules.length === 0 || all.length >= list.total) return all;
    }
  }

  /** One schedule. */
  schedule(id: string): Promise<DescribedSchedule> {
    return this.#ask(scheduleRoute(routes.schedule, id));
  }

  /** Creates a schedule. */
  create(input: ScheduleInputBody): Promise<DescribedSchedule> {
    return this.#ask(routes.schedules, { method: 'POST', body: input });
  }

  /** Replaces a schedule; `conflict` when `revision` is not the current one. */
  replace(id: string, input: ScheduleInputBody, revision: number): Promise<DescribedSchedule> {
    const body = { ...input, revision };
    return this.#ask(scheduleRoute(routes.schedule, id), { method: 'PUT', body });
  }

  /** Deletes a schedule. */
  remove(id: string): Promise<void> {
    return this.#ask(scheduleRoute(routes.schedule, id), { method: 'DELETE' });
  }

  /** Brings a deleted schedule back. */
  restore(id: string): Promise<DescribedSchedule> {
    return this.#ask(scheduleRoute(routes.restore, id), { method: 'POST' });
  }

  /** Pauses a schedule. */
  pause(id: string, input: PauseInput): Promise<DescribedSchedule> {
    return this.#ask(scheduleRoute(routes.pause, id), { method: 'POST', body: input });
  }

  /** Lets a schedule run again. */
  resume(id: string): Promise<DescribedSchedule> {
    return this.#ask(scheduleRoute(routes.resume, id), { method: 'POST' });
  }

  /** Runs a schedule now. */
  run(id: string): Promise<Run> {
    return this.#ask(scheduleRoute(routes.run, id), { method: 'POST' });
  }

  /** Ends the run that is at work. */
  cancel(id: string): Promise<Run> {
    return this.#ask(scheduleRoute(routes.cancel, id), { method: 'POST' });
  }

  /** A page of a schedule's runs below the sequence number `before`, newest first. */
  history(id: string, before: number | null): Promise<RunList> {
    const query = `?per_page=${historyRows}${before === null ? '' : `&before=${before}`}`;
    return this.#ask(scheduleRoute(routes.history, id) + query);
  }

  /** What a recurrence means in words, and its next runs. */
  validate(input: TimingInput, signal?: AbortSignal): Promise<ValidatedSchedule> {
    return this.#ask(routes.validate, { method: 'POST', body: input, signal });
  }

  /** The recap that a form would give now: of the schedule `id`, after those that it gave, or of a new one. */
  preview(
    id: string | undefined,
    input: ScheduleInputBody,
    signal?: AbortSignal,
  ): Promise<Preview> {
    const route = id === undefined ? routes.preview : scheduleRoute(routes.changedPreview, id);
    return this.#ask(route, { method: 'POST', body: input, signal });
  }

  /** What a form has to know of the settings. */
  clientConfig(): Promise<ClientConfig> {
    return this.#ask(routes.clientConfig);
  }

  /** How the plugin fares; `not_found` for whoever does not manage the system. */
  health(): Promise<Health> {
    return this.#ask(routes.health);
  }

  /** Asks the AI that is set up for one word; `not_found` as `health`. */
  testAi(): Promise<AiTest> {
    return this.#ask(routes.testAi, { method: 'POST' });
  }

  /** What is checked off in a recap. */
  checks(postId: string): Promise<Checks> {
    return this.#ask(recapRoute(routes.checks, postId));
  }

  /** Checks an item of a recap off, or not any more. */
  check(postId: string, input: CheckInput): Promise<Checks> {
    return this.#ask(recapRoute(routes.checks, postId), { method: 'PUT', body: input });
  }

  #ask<T>(route: string, request?: RequestOptions): Promise<T> {
    return this.#transport<T>(externalApiBase + route, request);
  }
}
