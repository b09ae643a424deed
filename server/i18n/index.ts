/** Every sentence that a user reads, by key and language. */
export type { Message, MessageValues, PluralMessage } from './message.ts';
export { translatorFor } from './translate.ts';
export type { MessageKey, Translator } from './translate.ts';
