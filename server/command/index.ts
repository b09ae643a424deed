/** The slash command. */
export { executeCommand } from './execute.ts';
export type { CommandOptions, Sender, SenderProfile } from './sender.ts';
export { registerCommand } from './register.ts';
