/** The languages whose cues are known. */
import type { CueList } from './cue_list.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { japanese } from './ja.ts';
import { portuguese } from './pt.ts';

export type { CueList } from './cue_list.ts';

/** Every language with cues. */
export const cueLists: readonly CueList[] = [
  english,
  german,
  spanish,
  french,
  portuguese,
  japanese,
];
