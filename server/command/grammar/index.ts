/** What people type after `/recap`, understood. */
export { parseCreate, readTiming } from './create.ts';
export type { CreateRequest } from './create.ts';
export { GrammarError } from './grammar_error.ts';
export type { Expected } from './grammar_error.ts';
export { readDay } from './once.ts';
export type { DateContext } from './once.ts';
