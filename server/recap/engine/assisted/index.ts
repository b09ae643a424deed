/** The engine that recaps are made with: built-in, assisted by an AI where one is wanted, allowed and there. */
export { assistedEngine } from './assisted.ts';
export type { AssistedOptions } from './assisted.ts';
export { probeModel } from './probe.ts';
export type { Probe, ProbeOutcome } from './probe.ts';
export { modelSource } from './model_source.ts';
export type { AiSettings, ModelSourceOptions } from './model_source.ts';
export type { AiPolicy } from './policy.ts';
