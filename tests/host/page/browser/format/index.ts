/** Messages and times as people read them. */
export { messageHtmlToComponent } from './html_to_react.ts';
export { formatText } from './markdown.ts';
export type { FormatOptions } from './markdown.ts';
export { dayOf, timeOfDay } from './times.ts';
export type { TimeStyle } from './times.ts';
