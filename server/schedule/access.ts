/** Who may use recaps. It is asked wherever something begins; looking at, pausing and deleting are everybody's. */
import { refusal } from './errors.ts';
import { RunFailure } from './run_handler.ts';
import type { RunHandler } from './run_handler.ts';

/**
 * Where a user stands. `undecided`: the setting cannot be made sense of, so that nothing new begins and what is there
 * goes on. The last two are reasons of runs as well.
 */
export type Standing = 'allowed' | 'undecided' | 'not_allowed' | 'owner_inactive';

/** Who knows it, now. */
export interface AccessRules {
  standing(userId: string): Promise<Standing>;
}

/**
 * Refuses whoever may not use recaps.
 *
 * @throws {ScheduleError} `not_allowed`.
 */
export async function checkAccess(rules: AccessRules, userId: string): Promise<void> {
  if ((await rules.standing(userId)) === 'allowed') return;
  throw refusal('not_allowed', 'scheduled_recaps.refused');
}

/** The handler, which makes no recap for an owner who may not use them any more: the schedule is paused for it. */
export function guardedHandler(handler: RunHandler, rules: AccessRules): RunHandler {
  return {
    run: async (claim, signal) => {
      const standing = await rules.standing(claim.schedule.user_id);
      if (standing === 'allowed' || standing === 'undecided') {
        return await handler.run(claim, signal);
      }
      throw new RunFailure(standing, 'the owner may not use recaps', { retryable: false });
    },
    findDelivered: (claim, signal) => handler.findDelivered(claim, signal),
    preview: (schedule, window, signal) => handler.preview(schedule, window, signal),
    tellFailure: (schedule, run) => handler.tellFailure(schedule, run),
  };
}
