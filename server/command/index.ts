/** The slash command. */
export { executeCommand } from './execute.ts';
export type { CommandOptions, Sender, SenderProfile } from './sender.ts';
export { registerCommand } from './register.ts';
export { attachmentsOf, propsOf } from './answer.ts';
export type { Answer } from './answer.ts';
export { suggestSchedules } from './suggestions.ts';
export { GrammarError, readTiming } from './grammar/index.ts';
export { propose } from './proposal.ts';
export type { ProposalReader } from './proposal.ts';
export { failureText } from './failure.ts';
export { slipText } from './slip.ts';
