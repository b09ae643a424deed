/** What a user's profile says about time and language. */
import { isKnownTimezone } from '../contract/index.ts';
import type { Profile } from '../http/index.ts';
import type { User } from '../mattermost/index.ts';

/** The zone is the chosen one, or the browser's; UTC where neither is known. */
export function profileOf(user: Pick<User, 'timezone' | 'locale'>): Profile {
  const automatic = user.timezone.get('useAutomaticTimezone') === 'true';
  const name = user.timezone.get(automatic ? 'automaticTimezone' : 'manualTimezone') ?? '';
  return { timezone: isKnownTimezone(name) ? name : 'UTC', locale: user.locale };
}
