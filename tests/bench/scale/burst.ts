/** A burst: very many schedules due in the same minute, worked off by the packaged product on one node or several. */
import { botUsername, pluginId, postProps } from '../../../server/contract/index.ts';
import type { Post } from '../../../server/mattermost/index.ts';
import { Host } from '../../host/index.ts';
import { median } from '../pair.ts';
import { cpuMs } from './cpu_time.ts';
import { gather } from './crowd.ts';
import { dailyAt, storeSchedules } from './stored_schedules.ts';

/** What a burst is made of. */
export interface BurstOptions {
  readonly bundle: Uint8Array | string;
  readonly nodes: number;
  readonly schedules: number;
}

/** How it went. */
export interface Burst {
  readonly nodes: number;
  readonly schedules: number;
  /** Recaps that arrived, and those that arrived more than once. */
  readonly delivered: number;
  readonly twice: number;
  /** From the due instant to the first recap, and from the first to the last, in milliseconds. */
  readonly firstMs: number;
  readonly spanMs: number;
  /** How many places a recap came before or after its turn by due time and id: the most, and half of them at most. */
  readonly outOfOrder: { readonly most: number; readonly median: number };
  /** Calls for each recap, by Go name, most first. */
  readonly calls: ReadonlyMap<string, number>;
  /** Processor time for each recap, in milliseconds: of the plugin processes together, and of the host. */
  readonly pluginCpuMs: number;
  readonly hostCpuMs: number;
  /** Recaps that each node has sent. */
  readonly shares: readonly number[];
  /** When each recap arrived, in milliseconds from the due instant, in order. */
  readonly arrivals: readonly number[];
}

const postsPerChannel = 20;
/** Channels that all share; what one recap reads is its own posts of one of them. */
const channels = 100;
const minuteMs = 60_000;
/** Notice that the nodes need before the burst, in milliseconds: to be started, and to have ticked once. */
const noticeMs = 6000;
const pollMs = 250;
/** Without a recap for so long the burst is taken to be over, in milliseconds. */
const stalledMs = 30_000;

/** Prepares a host, lets the minute come, and watches. */
export async function runBurst({ bundle, nodes, schedules }: BurstOptions): Promise<Burst> {
  const host = await Host.start({ nodes });
  try {
    const preparedAt = Date.now();
    const crowd = gather(
      host.workspace,
      { people: schedules, channels, postsPerChannel },
      preparedAt,
    );
    await host.install(bundle);
    // Storing takes some milliseconds a hundred; the notice is for what comes after it.
    const due = nextMinute(Date.now() + schedules / 2 + noticeMs);
    const inputs = new Map(crowd.channels.map((id) => [id, dailyAt(due, id)]));
    const orders = crowd.people.flatMap((userId, index) => {
      const input = inputs.get(crowd.channels[index] ?? '');
      return input === undefined ? [] : [{ userId, input }];
    });
    const ids = await storeSchedules(host, orders, preparedAt);
    await host.enable(pluginId);
    await sleep(due - Date.now() - 500);
    if (Date.now() > due) throw new Error('the minute came before everything was ready');
    return await watch(host, ids, due);
  } finally {
    await host.close();
  }
}

async function watch(host: Host, ids: readonly string[], due: number): Promise<Burst> {
  const pids = host.nodes.map((node) => node.active(pluginId).pid);
  const pluginCpu = async (): Promise<number> =>
    (await Promise.all(pids.map(cpuMs))).reduce((sum, ms) => sum + ms, 0);
  const before = { plugin: await pluginCpu(), host: process.cpuUsage() };
  for (const node of host.nodes) node.calls.clear();
  const sent = (): number[] => host.nodes.map((node) => node.calls.get('CreatePost') ?? 0);
  const total = (): number => sent().reduce((sum, count) => sum + count, 0);
  let last = { count: 0, at: due };
  while (last.count < ids.length && Date.now() - last.at < stalledMs) {
    await sleep(pollMs);
    if (total() > last.count) last = { count: total(), at: Date.now() };
  }
  // The last runs still write down how they went.
  await sleep(2 * pollMs);
  const cpu = process.cpuUsage(before.host);
  const pluginMs = (await pluginCpu()) - before.plugin;
  const recaps = recapsIn(host);
  const counts = Map.groupBy(recaps, (post) => scheduleOf(post));
  const turns = [...ids].sort();
  const turnOf = new Map(turns.map((id, index) => [id, index]));
  const displaced = [...counts.keys()].map((id, index) => Math.abs((turnOf.get(id) ?? 0) - index));
  const first = recaps[0]?.createAt ?? NaN;
  return {
    nodes: host.nodes.length,
    schedules: ids.length,
    delivered: ids.filter((id) => counts.has(id)).length,
    twice: [...counts.values()].filter((posts) => posts.length > 1).length,
    firstMs: first - due,
    spanMs: (recaps.at(-1)?.createAt ?? NaN) - first,
    outOfOrder: { most: Math.max(...displaced), median: median(displaced) },
    calls: callsEach(host, recaps.length),
    pluginCpuMs: pluginMs / recaps.length,
    hostCpuMs: (cpu.user + cpu.system) / 1000 / recaps.length,
    shares: sent(),
    arrivals: recaps.map(({ createAt }) => createAt - due),
  };
}

function scheduleOf({ props }: Post): string {
  const id = props.get(postProps.scheduleId);
  return typeof id === 'string' ? id : '';
}

/** Everything the bot has sent, in the order it came. */
function recapsIn({ workspace }: Host): Post[] {
  const bot = workspace.users.findByUsername(botUsername);
  const posts = workspace.channels
    .of(bot?.id ?? '', '', false)
    .flatMap(({ id }) => workspace.posts.rows(id).filter(({ rootId }) => rootId === ''));
  return posts.sort((a, b) => a.createAt - b.createAt);
}

function callsEach(host: Host, recaps: number): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const node of host.nodes) {
    for (const [name, count] of node.calls) calls.set(name, (calls.get(name) ?? 0) + count);
  }
  return new Map(
    [...calls]
      .map(([name, count]): [string, number] => [name, count / recaps])
      .sort((a, b) => b[1] - a[1]),
  );
}

function nextMinute(at: number): number {
  return Math.ceil(at / minuteMs) * minuteMs;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
