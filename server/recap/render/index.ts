/** Documents into messages. */
export { renderRecap } from './render.ts';
export type { RenderContext, RenderedRecap } from './render.ts';
export { escapeText } from './markdown.ts';
export { whenFor } from './when.ts';
