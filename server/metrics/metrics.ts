/**
 * Numbers of this process for a Prometheus server to fetch. Never names, titles or messages.
 *
 * Of prom-client only what is used: the rest of it loads Node's cluster, http and zlib modules, 4 MB of an idle process.
 */
import Counter from 'prom-client/lib/counter.js';
import Gauge from 'prom-client/lib/gauge.js';
import Histogram from 'prom-client/lib/histogram.js';
import Registry from 'prom-client/lib/registry.js';
import type { Run } from '../contract/index.ts';

/** What is read off the process whenever the numbers are fetched. */
export interface ProcessFacts {
  /** Memory that the process holds, in bytes. */
  readonly residentBytes: number;
  /** Longest time that the event loop stood still since the last look, in seconds. */
  readonly longestStallSeconds: number;
}

/** Upper bounds of the histograms' buckets, in seconds. */
const buckets = {
  /** The first recap leaves within seconds; the last bound is how late a run may be. */
  lag: [1, 2, 5, 10, 30, 60, 300, 1800, 7200, 43_200],
  run: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300],
  call: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1, 5],
};

/** See the head of the file. */
export class Metrics {
  /** How Prometheus calls the format of `expose`. */
  readonly contentType: string;
  readonly #registry = new Registry();
  readonly #runs: Counter<'status'>;
  readonly #failures: Counter<'reason'>;
  readonly #lag: Histogram;
  readonly #durations: Histogram<'engine'>;
  readonly #calls: Histogram<'method'>;
  readonly #callErrors: Counter<'method'>;
  readonly #responses: Counter<'code'>;
  readonly #commands: Counter;
  readonly #ticks: Gauge;
  readonly #memory: Gauge;
  readonly #stall: Gauge;

  constructor() {
    const registers = [this.#registry];
    this.contentType = this.#registry.contentType;
    this.#runs = new Counter({
      name: 'scheduled_recaps_runs_total',
      help: 'Changes of runs on this node, by the status they changed to.',
      labelNames: ['status'],
      registers,
    });
    this.#failures = new Counter({
      name: 'scheduled_recaps_run_failures_total',
      help: 'Runs that failed or were missed on this node, by reason.',
      labelNames: ['reason'],
      registers,
    });
    this.#lag = new Histogram({
      name: 'scheduled_recaps_due_lag_seconds',
      help: 'From the due instant of a run to its start on this node.',
      buckets: buckets.lag,
      registers,
    });
    this.#durations = new Histogram({
      name: 'scheduled_recaps_run_duration_seconds',
      help: 'From the start of a run to its end, by the engine that wrote the recap.',
      labelNames: ['engine'],
      buckets: buckets.run,
      registers,
    });
    this.#calls = new Histogram({
      name: 'scheduled_recaps_api_call_duration_seconds',
      help: 'Calls of the plugin API, those of the key-value store among them, by method.',
      labelNames: ['method'],
      buckets: buckets.call,
      registers,
    });
    this.#callErrors = new Counter({
      name: 'scheduled_recaps_api_call_errors_total',
      help: 'Calls of the plugin API that were answered with an error, by method.',
      labelNames: ['method'],
      registers,
    });
    this.#responses = new Counter({
      name: 'scheduled_recaps_http_responses_total',
      help: 'Answered HTTP requests, by status code.',
      labelNames: ['code'],
      registers,
    });
    this.#commands = new Counter({
      name: 'scheduled_recaps_commands_total',
      help: 'Slash commands that were run.',
      registers,
    });
    this.#ticks = new Gauge({
      name: 'scheduled_recaps_last_tick_timestamp_seconds',
      help: 'When this node last looked for what is due, in seconds since 1970.',
      registers,
    });
    this.#memory = new Gauge({
      name: 'scheduled_recaps_resident_memory_bytes',
      help: 'Memory that this process holds.',
      registers,
    });
    this.#stall = new Gauge({
      name: 'scheduled_recaps_event_loop_longest_stall_seconds',
      help: 'Longest time that the event loop stood still since the last fetch.',
      registers,
    });
  }

  /** A run on this node went over to another status. */
  countRun(run: Run): void {
    this.#runs.inc({ status: run.status });
    if (run.status === 'claimed' && run.trigger === 'schedule' && run.attempts === 1) {
      this.#lag.observe(Math.max(0, run.started_at - run.occurrence_at) / 1000);
    }
    if (run.finished_at === null) return;
    if (run.reason !== null) this.#failures.inc({ reason: run.reason });
    if (run.summary !== null) {
      const seconds = Math.max(0, run.finished_at - run.started_at) / 1000;
      this.#durations.observe({ engine: run.summary.engine }, seconds);
    }
  }

  /** A call of the plugin API is over. */
  countCall(method: string, seconds: number, failed: boolean): void {
    this.#calls.observe({ method }, seconds);
    if (failed) this.#callErrors.inc({ method });
  }

  /** A request was answered. */
  countResponse(code: number): void {
    this.#responses.inc({ code });
  }

  /** A slash command was run. */
  countCommand(): void {
    this.#commands.inc();
  }

  /** This node has looked for what is due; milliseconds since 1970 UTC. */
  noteTick(at: number): void {
    this.#ticks.set(at / 1000);
  }

  /** Everything in Prometheus' text format. */
  async expose(facts: ProcessFacts): Promise<string> {
    this.#memory.set(facts.residentBytes);
    this.#stall.set(facts.longestStallSeconds);
    return await this.#registry.metrics();
  }
}
