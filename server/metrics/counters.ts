/** Counts what happens, for a Prometheus server to fetch. */

/** The kinds of number that are counted here. */
export type MetricKind = 'counter' | 'gauge';

/** What a metric is called and means. */
export interface MetricDefinition {
  readonly name: string;
  readonly help: string;
  readonly kind: MetricKind;
  /** Name of the one label, where there is one. */
  readonly label?: string;
}

/** One number for each value of its label. */
class Metric {
  readonly definition: MetricDefinition;
  readonly #values = new Map<string, number>();

  constructor(definition: MetricDefinition) {
    this.definition = definition;
    if (definition.label === undefined) this.#values.set('', 0);
  }

  add(labelValue: string): void {
    this.#values.set(labelValue, (this.#values.get(labelValue) ?? 0) + 1);
  }

  set(value: number): void {
    this.#values.set('', value);
  }

  expose(): string[] {
    const { name, help, kind, label } = this.definition;
    const lines = [`# HELP ${name} ${escapeHelp(help)}`, `# TYPE ${name} ${kind}`];
    for (const [labelValue, value] of this.#values) {
      const labels = label === undefined ? '' : `{${label}="${escapeLabel(labelValue)}"}`;
      lines.push(`${name}${labels} ${value}`);
    }
    return lines;
  }
}

/** The metrics of this process. */
export class Metrics {
  readonly #runs = new Metric({
    name: 'scheduled_recaps_runs_total',
    help: 'Changes of runs on this node, by the status they changed to.',
    kind: 'counter',
    label: 'status',
  });
  readonly #requests = new Metric({
    name: 'scheduled_recaps_http_responses_total',
    help: 'Answered HTTP requests, by status code.',
    kind: 'counter',
    label: 'code',
  });
  readonly #commands = new Metric({
    name: 'scheduled_recaps_commands_total',
    help: 'Slash commands that were run.',
    kind: 'counter',
  });
  readonly #memory = new Metric({
    name: 'scheduled_recaps_resident_memory_bytes',
    help: 'Memory that this process holds.',
    kind: 'gauge',
  });

  /** A run on this node went over to `status`. */
  countRun(status: string): void {
    this.#runs.add(status);
  }

  /** A request was answered. */
  countResponse(code: number): void {
    this.#requests.add(String(code));
  }

  /** A slash command was run. */
  countCommand(): void {
    this.#commands.add('');
  }

  /** Everything in Prometheus' text format 0.0.4, which wants a line feed at the end. */
  expose(residentBytes: number): string {
    this.#memory.set(residentBytes);
    const metrics = [this.#runs, this.#requests, this.#commands, this.#memory];
    return `${metrics.flatMap((metric) => metric.expose()).join('\n')}\n`;
  }
}

function escapeHelp(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
