/** Every sentence that a user reads, by key and language. */
export { dateTimeFormat } from './date_time_format.ts';
export { timeFormat, usualHourCycle } from './hour_cycle.ts';
export type { HourCycle } from './hour_cycle.ts';
export type { MessageKey } from './catalogue.ts';
export type { Message, MessageValues, PluralMessage } from './message.ts';
export { spokenLocale, translatorFor } from './translate.ts';
export type { Translator } from './translate.ts';
