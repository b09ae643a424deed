/** The AI engine over Mattermost's Agents plugin. */
export { agentsModel } from './agents.ts';
export type { AgentsOptions } from './agents.ts';
export type { BridgeApi } from './bridge.ts';
