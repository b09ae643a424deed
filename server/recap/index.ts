/** Recaps: from the posts of channels to a direct message. */
export type { CollectLimits, NameDisplay } from './collect/index.ts';
export { assistedEngine, builtInEngine, modelSource, probeModel } from './engine/index.ts';
export type { AiSettings, Engine, Model } from './engine/index.ts';
export { RecapButtons } from './buttons.ts';
export { RecapChecks } from './checks.ts';
export { createRecapService } from './service.ts';
export { recapLocale } from './language.ts';
export type { HostFacts, RecapServiceOptions } from './service.ts';
export { dateAndTime, dateOnly, escapeText } from './render/index.ts';
export { openChannel, unreadableChannels } from './collect/index.ts';
export type { ReadableChannel } from './collect/index.ts';
export { welcome } from './welcome.ts';
export type { WelcomeOptions } from './welcome.ts';
export { reasonText } from './notice.ts';
