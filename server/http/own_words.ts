/** When a schedule is to run, as a user wrote it into a dialog in the words of the slash command. */
import { GrammarError, readTiming, slipText } from '../command/index.ts';
import { Recurrence } from '../contract/index.ts';
import type { Translator } from '../i18n/index.ts';
import { fields } from './settings_dialog.ts';
import type { OwnWords } from './settings_form.ts';

/** What was written; undefined where nothing was. `timezone` is the zone that it is meant in. */
export async function readOwnWords(
  submission: Readonly<Record<string, unknown>>,
  timezone: string,
  now: number,
  translator: Translator,
): Promise<OwnWords | undefined> {
  const written = ownWordsIn(submission);
  if (written === undefined) return undefined;
  try {
    const context = { locale: translator.locale, timezone, now };
    return { recurrence: Recurrence.parse(await readTiming(written, context)) };
  } catch (thrown) {
    if (!(thrown instanceof GrammarError)) throw thrown;
    return { slip: slipText(thrown, translator) };
  }
}

/** What stands in the field for them; undefined where nothing does. */
export function ownWordsIn(submission: Readonly<Record<string, unknown>>): string | undefined {
  const written = submission[fields.ownWords];
  return typeof written === 'string' && written.trim() !== '' ? written : undefined;
}
