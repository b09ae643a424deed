/** The user's schedules, as the message box suggests them behind a verb of `/recap`. */
import { OwnSchedules } from './own_schedules.ts';
import type { OwnScheduleOptions } from './own_schedules.ts';
import type { SenderProfile } from './sender.ts';

/** One line of the list. Keys as Mattermost reads them. */
export interface Suggestion {
  /** What is put into the message box. The box shows only those that begin with what was typed. */
  readonly Item: string;
  readonly Hint: string;
  readonly HelpText: string;
}

/** Numbers, or titles once something else than a number is typed. */
export async function suggestSchedules(
  userId: string,
  typed: string,
  profile: SenderProfile,
  options: OwnScheduleOptions,
): Promise<Suggestion[]> {
  const own = new OwnSchedules({ userId }, profile, options);
  const schedules = await own.all();
  const byTitle = /^\s*\D/.test(typed);
  return schedules.map((schedule, index) => ({
    Item: byTitle ? schedule.title : String(index + 1),
    Hint: byTitle ? String(index + 1) : schedule.title,
    HelpText: `${schedule.description} · ${own.state(schedule)}`,
  }));
}
