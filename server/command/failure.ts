/** What is said of what could not be done. */
import { toError } from '../errors.ts';
import type { Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import { ScheduleError } from '../schedule/index.ts';

/** What the scheduler refused, in its own sentence; of anything else, that it failed. The log says why, under `event`. */
export function failureText(
  thrown: unknown,
  { text }: Pick<Translator, 'text'>,
  log: Log,
  event: string,
): string {
  if (thrown instanceof ScheduleError) return thrown.sentence(text);
  log.error(event, { error: toError(thrown) });
  return text('scheduled_recaps.command.failed');
}
