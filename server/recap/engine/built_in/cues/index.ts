/** The languages whose cues are known. */
import type { CueList } from './cue_list.ts';
import { english } from './en.ts';
import { german } from './de.ts';
import { spanish } from './es.ts';

export type { CueList } from './cue_list.ts';

/** Every language with cues. */
export const cueLists: readonly CueList[] = [english, german, spanish];
