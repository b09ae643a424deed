/** Documents into messages. */
export { renderRecap } from './render.ts';
export type { RenderContext, RenderedRecap } from './render.ts';
export { escapeText } from './markdown.ts';
export { dateAndTime, dateOnly } from './when.ts';
