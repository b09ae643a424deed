/** What both AI engines share: the question, the answer, and the care around them. */
export { AiError } from './errors.ts';
export type { AiErrorCode } from './errors.ts';
export { Guard } from './guard.ts';
export type { GuardOptions } from './guard.ts';
export { maxAnswerBytes } from './limits.ts';
export type { Model, Question, Reply } from './model.ts';
export { writeChannel } from './write_channel.ts';
export type { WriteChannelOptions, WrittenChannel } from './write_channel.ts';
