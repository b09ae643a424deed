/** Where in a dialog it is said why what was filled in came to nothing. */
import { failureText } from '../command/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import { ScheduleError } from '../schedule/index.ts';
import { ownWordsIn } from './own_words.ts';
import { fields } from './settings_dialog.ts';
import type { DialogAnswer } from './settings_form.ts';

/** Where the time is written that a field of the contract takes. */
const timeFields: ReadonlyMap<string | undefined, string> = new Map([
  ['recurrence.at', fields.date],
  ['recurrence.times_of_day', fields.times],
]);

/** Beside the time where that is what is refused, in whichever field it was written; else below the whole. */
export function dialogFailure(
  thrown: unknown,
  submission: Readonly<Record<string, unknown>>,
  translator: Translator,
  log: Log,
): DialogAnswer {
  const sentence = failureText(thrown, translator, log, 'a dialog could not be taken');
  const field = thrown instanceof ScheduleError ? timeFields.get(thrown.field) : undefined;
  if (field === undefined) return { error: sentence };
  const isInOwnWords = ownWordsIn(submission) !== undefined;
  return { errors: { [isInOwnWords ? fields.ownWords : field]: sentence } };
}
