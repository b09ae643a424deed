/** Engines: they turn collected posts into a recap document. */
export type { Engine, EngineOptions } from './engine.ts';
export { builtInEngine } from './built_in_engine.ts';
export { assistedEngine, modelSource, probeModel } from './assisted/index.ts';
export type { Model } from './ai/index.ts';
export type {
  AiPolicy,
  AiSettings,
  AssistedOptions,
  ModelSourceOptions,
} from './assisted/index.ts';
