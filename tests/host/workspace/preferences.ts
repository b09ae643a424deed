/** The table `Preferences`. */
import { Preference } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { notFound } from '../app_failure.ts';

/** Users' settings by category and name. */
export class Preferences {
  readonly #byUser = new Map<string, Map<string, Preference>>();

  set(userId: string, category: string, name: string, value: string): void {
    let preferences = this.#byUser.get(userId);
    if (preferences === undefined)
      this.#byUser.set(userId, (preferences = new Map<string, Preference>()));
    preferences.set(`${category}\n${name}`, create(Preference, { userId, category, name, value }));
  }

  delete(userId: string, category: string, name: string): void {
    this.#byUser.get(userId)?.delete(`${category}\n${name}`);
  }

  of(userId: string): Preference[] {
    return [...(this.#byUser.get(userId)?.values() ?? [])];
  }

  /** @throws {AppFailure} 404 when it was never set. */
  get(userId: string, category: string, name: string): Preference {
    const preference = this.#byUser.get(userId)?.get(`${category}\n${name}`);
    if (preference === undefined) {
      throw notFound('GetPreference', 'app.preference.get.app_error', 'the preference');
    }
    return preference;
  }
}
