/** The packaged product in the Mattermost stand-in, with the sample workspace, and users who work with it. */
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import {
  DescribedSchedule,
  externalApiBase,
  pluginId,
  postProps,
  postType,
  routes,
  RunList,
  scheduleRoute,
} from '../../server/contract/index.ts';
import type { Run, ScheduleInputBody } from '../../server/contract/index.ts';
import { systemClock } from '../../server/clock.ts';
import type { Post } from '../../server/mattermost/index.ts';
import { Client } from '../host/demo/client.ts';
import { Host, loadSampleWorkspace, samplePassword } from '../host/index.ts';
import type { HostOptions } from '../host/index.ts';
import { builtBundle } from '../host/built_bundle.ts';

const sampleFolder = join(import.meta.dirname, '../host/sample_workspace');

/** How often something is looked at that must become true, in milliseconds. */
const pollMs = 100;

/** A running product. */
export class ProductWorld {
  readonly host: Host;

  private constructor(host: Host) {
    this.host = host;
  }

  /** Starts the stand-in, installs the bundle that `npm run dist` left, and enables it on every node. */
  static async start(options: HostOptions = {}): Promise<ProductWorld> {
    const host = await Host.start(options);
    loadSampleWorkspace(host.workspace, sampleFolder, (options.clock ?? systemClock).now());
    await host.install(await builtBundle());
    await host.enable(pluginId);
    return new ProductWorld(host);
  }

  /** Stops everything. @throws {Error} when a plugin did what would have ended a real server. */
  close(): Promise<void> {
    return this.host.close();
  }

  /** A sample user at a node. */
  login(username: string, node = 0): Promise<Client> {
    return Client.login(this.host.url(node), username, samplePassword);
  }

  /** The recaps that a user got, oldest first. */
  recapsOf(user: Client): readonly Post[] {
    const { users, channels, posts } = this.host.workspace;
    const bot = users.findByUsername('recapbot');
    if (bot === undefined) return [];
    const channel = channels.direct(bot.id, user.account.id, Date.now());
    return posts
      .rows(channel.id)
      .filter(
        ({ userId, rootId, type }) => userId === bot.id && rootId === '' && type === postType,
      );
  }
}

/** Creates a schedule over REST. @throws {Error} with the answer when it is refused. */
export async function createSchedule(
  user: Client,
  body: ScheduleInputBody,
): Promise<DescribedSchedule> {
  const response = await user.request('POST', externalApiBase + routes.schedules, body);
  const text = await response.text();
  if (response.status !== 201) throw new Error(`refused with ${response.status}: ${text}`);
  return DescribedSchedule.parse(JSON.parse(text));
}

/** The rows of a schedule's history, newest first. */
export async function historyOf(user: Client, scheduleId: string): Promise<readonly Run[]> {
  const route = scheduleRoute(routes.history, scheduleId);
  const response = await user.request('GET', externalApiBase + route);
  return RunList.parse(await response.json()).runs;
}

/** Ids of the channels with these display names, in that order. */
export async function channelIds(user: Client, names: readonly string[]): Promise<string[]> {
  const channels = await user.channels();
  return names.map((name) => {
    const found = channels.find((channel) => channel.display_name === name);
    if (found === undefined) throw new Error(`${user.account.username} has no channel ${name}`);
    return found.id;
  });
}

/** The recurrence of a one-off in the next minute that is at least `noticeMs` away, in `zone`. */
export function nextMinute(zone: string, noticeMs: number): ScheduleInputBody['recurrence'] {
  const due = DateTime.fromMillis(Date.now() + noticeMs, { zone })
    .plus({ minutes: 1 })
    .startOf('minute');
  return {
    type: 'once',
    at: { date: due.toFormat('yyyy-MM-dd'), time_of_day: due.toFormat('HH:mm') },
  };
}

/** The key of the run that a recap came of. */
export function runKeyOf(post: Post): string {
  return z.string().parse(post.props.get(postProps.runKey));
}

/**
 * Waits until `look` gives something else than undefined.
 *
 * @throws {Error} naming `what` when it does not within `withinMs`.
 */
export async function eventually<T>(
  what: string,
  withinMs: number,
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
