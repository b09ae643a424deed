/** The AI engine over an OpenAI-compatible endpoint. */
export { openAiModel } from './openai.ts';
export type { OpenAiOptions } from './openai.ts';
