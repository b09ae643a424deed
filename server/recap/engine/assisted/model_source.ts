/** The model that the settings name, made once and kept as long as they stay the same: it remembers how it fares. */
import type { Clock } from '../../../clock.ts';
import { agentsModel } from '../agents/index.ts';
import type { BridgeApi } from '../agents/index.ts';
import type { Model } from '../ai/index.ts';
import { openAiModel } from '../openai/index.ts';

/** What the administrator has set up. */
export interface AiSettings {
  readonly engine: 'off' | 'agents' | 'openai';
  /** Endpoint, key and model; the endpoint is off while address or model is empty. */
  readonly baseUrl: string;
  readonly key: string;
  readonly model: string;
  /** Id or name of the service or agent of the Agents plugin; empty for the first there is. */
  readonly service: string;
  /** How long one call may take, in ms. */
  readonly timeoutMs: number;
  /** Calls at once. */
  readonly concurrency: number;
}

/** What models work with. */
export interface ModelSourceOptions {
  readonly api: BridgeApi;
  readonly clock: Clock;
  /** A number from 0, inclusive, to 1, exclusive. */
  readonly fraction: () => number;
  /** Asked anew each time. */
  readonly settings: () => AiSettings;
}

/** A function that gives the model of the moment; undefined where there is none. */
export function modelSource(options: ModelSourceOptions): () => Model | undefined {
  let made: { readonly from: AiSettings; readonly model: Model | undefined } | undefined;
  return () => {
    const settings = options.settings();
    if (made === undefined || !isSame(made.from, settings)) {
      made = { from: settings, model: make(options, settings) };
    }
    return made.model;
  };
}

function make(options: ModelSourceOptions, settings: AiSettings): Model | undefined {
  const { api, clock, fraction } = options;
  const { timeoutMs, concurrency, baseUrl, key, model, service } = settings;
  const guard = { clock, fraction, timeoutMs, concurrency };
  switch (settings.engine) {
    case 'off':
      return undefined;
    case 'agents':
      return agentsModel({ ...guard, api, service });
    case 'openai':
      if (baseUrl === '' || model === '') return undefined;
      return openAiModel({ ...guard, baseUrl, key, model });
  }
}

function isSame(a: AiSettings, b: AiSettings): boolean {
  const keys = Object.keys(a) as (keyof AiSettings)[];
  return keys.every((key) => a[key] === b[key]);
}
