/** How the plugin fares, put together from all nodes. */
import type { Configuration, UnusableSetting } from '../config/index.ts';
import type { Health, NodeBeat } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api } from '../mattermost/index.ts';
import type { Scheduler } from '../schedule/index.ts';
import type { NodeStore } from '../store/index.ts';
import { findTeam } from './access.ts';
import type { AccessApi } from './access.ts';
import { clientConfigOf } from './client_config.ts';
import type { NodeWord } from './node_word.ts';

/** The key in the manifest of the team whose members may use recaps. */
const teamSetting = 'AccessTeam';

/** What it takes. */
export interface HealthOptions {
  readonly api: Pick<Api, 'getServerVersion'> & Pick<AccessApi, 'getTeamByName'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly node: Pick<NodeWord, 'word'>;
  readonly nodes: Pick<NodeStore, 'all'>;
  readonly scheduler: Pick<Scheduler, 'backlog' | 'counted'>;
  configuration(): Configuration;
  unusable(): readonly UnusableSetting[];
}

/**
 * See the head of the file.
 *
 * @throws {ApiError} @throws {StoreError} when the server does not answer.
 */
export async function readHealth(options: HealthOptions): Promise<Health> {
  const { api, clock, scheduler } = options;
  const configuration = options.configuration();
  const [self, stored, backlog, counted, serverVersion, noTeam] = await Promise.all([
    options.node.word(),
    options.nodes.all(),
    scheduler.backlog(),
    scheduler.counted(),
    api.getServerVersion(),
    isTeamMissing(api, configuration),
  ]);
  // What this node has to say now is newer than what it said last.
  const all = [self, ...stored.filter(({ id }) => id !== self.id)];
  const ai = clientConfigOf(configuration).ai;
  return {
    version: self.version,
    server_version: serverVersion,
    node_id: self.id,
    now: clock.now(),
    nodes: all.filter(({ stopped }) => !stopped).map(nodeOf),
    backlog: { count: backlog.count, more: backlog.more, oldest_at: backlog.oldestAt },
    schedules: counted === undefined ? null : { count: counted.schedules, counted_at: counted.at },
    today: today(all, self.day),
    ai: { engine: configuration.aiEngine, name: ai.name, ready: ai.available },
    // Of a team that is not usable no default holds: that would be everybody.
    unusable: options
      .unusable()
      .filter(({ key }) => !(noTeam && key === teamSetting))
      .map(({ key, range }) => ({ key, range })),
    no_team: noTeam,
  };
}

/** What is shown of a node: its counts are part of those of all. */
function nodeOf(beat: NodeBeat): Health['nodes'][number] {
  const { id, version, started_at, at, last_tick_at } = beat;
  return { id, version, started_at, at, last_tick_at };
}

/** The version of this plugin; empty where the server does not say. */
export async function pluginVersion(
  api: Pick<Api, 'getPluginStatus'>,
  pluginId: string,
): Promise<string> {
  try {
    return (await api.getPluginStatus(pluginId)).version;
  } catch (error) {
    if (isApiError(error)) return '';
    throw error;
  }
}

/** A name that is well formed can still be no team's. */
async function isTeamMissing(
  api: Pick<AccessApi, 'getTeamByName'>,
  { access, accessTeam }: Configuration,
): Promise<boolean> {
  return access === 'team' && (await findTeam(api, accessTeam)) === undefined;
}

/** Nodes that were stopped have run something today as well. */
function today(all: readonly NodeBeat[], day: string): Health['today'] {
  const sum = (part: 'runs' | 'failures'): Record<string, number> => {
    const total: Record<string, number> = {};
    for (const beat of all) {
      if (beat.day !== day) continue;
      for (const [name, count] of Object.entries(beat[part])) {
        total[name] = (total[name] ?? 0) + count;
      }
    }
    return total;
  };
  return { runs: sum('runs'), failures: sum('failures') };
}
