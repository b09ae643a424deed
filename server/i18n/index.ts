/** Every sentence that a user reads, by key and language. */
export type { MessageKey } from './catalogue.ts';
export type { Message, MessageValues, PluralMessage } from './message.ts';
export { spokenLocale, translatorFor } from './translate.ts';
export type { Translator } from './translate.ts';
