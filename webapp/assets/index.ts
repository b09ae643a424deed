/** Pictures. */
export { appBarIcon } from './app_bar_icon.ts';
