/**
 * The packaged product on several nodes, in a time that tests move: hours of leases, pauses and ticks pass in
 * seconds, and time stands still, but for the machine's own, while any process has work to do. So that nothing here
 * depends on how fast the machine is.
 */
import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { pluginId } from '../../server/contract/index.ts';
import { SteppedClock } from '../host/index.ts';
import type { HostOptions, PluginProcess } from '../host/index.ts';
import { ProductWorld } from './product_world.ts';

/** Smallest and largest step, in milliseconds. The largest is a third of a run's lease: its pause between renewals. */
const stepMs = { first: 250, longest: 10_000 } as const;

/** How often a process that does not answer is looked at again, in milliseconds of the machine's time. */
const lookMs = 20;

/** How many lines of the log are shown when something goes wrong. */
const shownLines = 8;

/** How long the machine may take over one step before something must be wrong, in milliseconds of its time. */
const stuckMs = 60_000;

/** See the head of the file. */
export class SteppedWorld {
  readonly clock: SteppedClock;
  readonly product: ProductWorld;

  private constructor(clock: SteppedClock, product: ProductWorld) {
    this.clock = clock;
    this.product = product;
  }

  /**
   * Starts the product where the sun is about to rise: at `hour` UTC of the second day from now. No health check
   * restarts a process that died, no keep-alive ends the session of one that stands still.
   */
  static async start(hour: number, options: HostOptions = {}): Promise<SteppedWorld> {
    const day = 24 * 60 * 60_000;
    const midnight = Math.floor(Date.now() / day) * day;
    const clock = new SteppedClock(midnight + 2 * day + hour * 60 * 60_000);
    const product = await ProductWorld.start({
      healthCheckMs: 20 * day,
      keepAliveMs: 0,
      startTimeoutMs: 60_000,
      ...options,
      clock,
    });
    return new SteppedWorld(clock, product);
  }

  /** Stops everything. @throws {Error} when a plugin did what would have ended a real server. */
  close(): Promise<void> {
    return this.product.close();
  }

  /** The plugin's process on a node; undefined when there is none that lives. */
  process(node: number): PluginProcess | undefined {
    const process = this.product.host.node(node).plugin(pluginId)?.process;
    return process?.gone === false ? process : undefined;
  }

  /** Ends what is left of the plugin on a node, and starts it anew. */
  async restart(node: number): Promise<void> {
    const supervisor = this.product.host.node(node).plugin(pluginId);
    supervisor?.process?.kill();
    await supervisor?.deactivate();
    await supervisor?.activate();
    await this.settle();
  }

  /** The latest warnings and errors in the log, a line each: for when something went wrong. */
  lastWords(): string[] {
    return this.product.host.log.lines
      .filter(({ level }) => level === 'warn' || level === 'error')
      .slice(-shownLines)
      .map(({ node, source, message, fields }) =>
        [`node ${String(node)}`, source, message, JSON.stringify(fields)].join(' '),
      );
  }

  /** Lets time pass until `look` gives something else than undefined; undefined when it does not within `limitMs`. */
  async until<T>(limitMs: number, look: () => T | undefined): Promise<T | undefined> {
    const end = this.clock.now() + limitMs;
    let step: number = stepMs.first;
    for (;;) {
      const busy = await this.settle();
      const found = look();
      if (found !== undefined) return found;
      const left = end - this.clock.now();
      if (left <= 0) return undefined;
      step = busy ? stepMs.first : Math.min(2 * step, stepMs.longest);
      this.clock.advance(Math.max(1, Math.ceil(Math.min(step, left))));
    }
  }

  /** Lets time pass until an instant, milliseconds since 1970 UTC. */
  async passUntil(instant: number): Promise<void> {
    await this.until(instant - this.clock.now(), () => undefined);
  }

  /** Lets the time until an instant pass in one go, as for machines that slept. */
  async leapTo(instant: number): Promise<void> {
    await this.settle();
    this.clock.advance(Math.max(0, Math.ceil(instant - this.clock.now())));
    await this.settle();
  }

  /**
   * Resolves when all that can happen without time passing has happened: every process has had its turn, twice, went
   * to sleep after it, and none called the server meanwhile. True when any did before.
   */
  async settle(): Promise<boolean> {
    const end = performance.now() + stuckMs;
    const first = this.#calls();
    let calls = first;
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await Promise.all(this.product.host.nodes.map(({ index }) => this.#turn(index)));
      // Where a ping fails at once, the end of its process must get a chance to become known.
      await nextTurn();
      const now = this.#calls();
      if (now !== calls || !this.#asleep()) quiet = -1;
      calls = now;
      if (performance.now() > end) throw new Error('the processes do not come to rest');
    }
    return calls !== first;
  }

  #calls(): number {
    let sum = 0;
    for (const node of this.product.host.nodes) {
      for (const count of node.calls.values()) sum += count;
    }
    return sum;
  }

  /** Whether all processes that can work wait for something. */
  #asleep(): boolean {
    return this.product.host.nodes.every(({ index }) => {
      const process = this.process(index);
      return process === undefined || process.paused || stateOf(process.pid) === 'S';
    });
  }

  /** Wakes a process and waits until it has looked around. One that is dead or stands still is not waited for. */
  async #turn(node: number): Promise<void> {
    const process = this.process(node);
    if (process === undefined) return;
    const turn = { over: false };
    const ping = process
      .ping()
      .catch(() => undefined)
      .finally(() => (turn.over = true));
    while (!turn.over && !process.paused && !process.gone) {
      const alarm = new AbortController();
      await Promise.race([
        ping,
        sleep(lookMs, undefined, { signal: alarm.signal }).catch(() => undefined),
      ]);
      alarm.abort();
    }
  }
}

/** What Linux says of a process: `S` sleeps, `R` works or would. Undefined when it is gone. */
function stateOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.charAt(0);
  } catch {
    return undefined;
  }
}
