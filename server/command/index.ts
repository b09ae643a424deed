/** The slash command. */
export { executeCommand } from './execute.ts';
export type { CommandOptions } from './execute.ts';
export { registerCommand } from './register.ts';
