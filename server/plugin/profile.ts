/** What a user's profile and preferences say about time and language. */
import { isKnownTimezone } from '../contract/index.ts';
import type { Profile } from '../http/index.ts';
import { usualHourCycle } from '../i18n/index.ts';
import type { HourCycle } from '../i18n/index.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api, User } from '../mattermost/index.ts';

/** The calls that reading a profile takes. */
export type ProfileApi = Pick<Api, 'getUser' | 'getPreferenceForUser'>;

/**
 * What is known of a user.
 *
 * @throws {ApiError} `not_found` for an unknown one.
 */
export async function readProfile(api: ProfileApi, userId: string): Promise<Profile> {
  const user = await api.getUser(userId);
  return profileOf(user, await hourCycleOf(api, user.id, user.locale));
}

/** The zone is the chosen one, or the browser's; UTC where neither is known. */
export function profileOf(user: Pick<User, 'timezone' | 'locale'>, hourCycle: HourCycle): Profile {
  const automatic = user.timezone.get('useAutomaticTimezone') === 'true';
  const name = user.timezone.get(automatic ? 'automaticTimezone' : 'manualTimezone') ?? '';
  return { timezone: isKnownTimezone(name) ? name : 'UTC', locale: user.locale, hourCycle };
}

/**
 * The clock that the user chose in the display settings; where none was ever chosen, the one that the locale is used
 * to. Mattermost's own clients show 12 hours to all who never chose, which in a German or Japanese sentence is an
 * error more than a habit; in English, their default language, both are the same.
 */
export async function hourCycleOf(
  api: Pick<ProfileApi, 'getPreferenceForUser'>,
  userId: string,
  locale: string,
): Promise<HourCycle> {
  const chosen = await preference(api, userId, 'display_settings', 'use_military_time');
  if (chosen === undefined) return usualHourCycle(locale);
  return chosen === 'true' ? 'h23' : 'h12';
}

/** A stored preference. For one that was never set servers answer 404 or 400, and for a bad id they do as well. */
async function preference(
  api: Pick<ProfileApi, 'getPreferenceForUser'>,
  userId: string,
  category: string,
  name: string,
): Promise<string | undefined> {
  try {
    return (await api.getPreferenceForUser(userId, category, name)).value;
  } catch (error) {
    if (isApiError(error, 'not_found', 'invalid')) return undefined;
    throw error;
  }
}
