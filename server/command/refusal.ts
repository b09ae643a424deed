/** What the scheduler refuses, in the words of the user. */
import type { Translator } from '../i18n/index.ts';
import type { ScheduleError } from '../schedule/index.ts';

/** What is wrong with the times of a schedule, in words; undefined where it is something else. */
export function timingRefusal(error: ScheduleError, text: Translator['text']): string | undefined {
  const { field, limit } = error;
  if (field === 'timezone') return error.sentence(text);
  if (field === 'recurrence.at') return text('scheduled_recaps.dialog.error.past');
  if (field !== 'recurrence.times_of_day') return undefined;
  return text('scheduled_recaps.dialog.error.apart', { count: limit ?? 0 });
}

/** Why a schedule cannot be as it is wanted; undefined where it is nothing that the user can mend. */
export function scheduleRefusal(
  error: ScheduleError,
  text: Translator['text'],
): string | undefined {
  const { code, field = '', limit } = error;
  if (code === 'not_allowed') return text('scheduled_recaps.refused');
  if (code === 'not_found') return text('scheduled_recaps.action.gone');
  if (code === 'limit') return text('scheduled_recaps.action.limit', { count: limit ?? 0 });
  if (code !== 'invalid') return undefined;
  if (field === 'pause_until') return text('scheduled_recaps.command.pause.over');
  if (field === 'channel_ids' && limit !== undefined) {
    return text('scheduled_recaps.command.now.too_many', { count: limit });
  }
  if (field.startsWith('channel_ids')) return text('scheduled_recaps.command.create.unreadable');
  return timingRefusal(error, text);
}
