/** The built-in engine. */
export { builtInEngine } from './built_in.ts';
