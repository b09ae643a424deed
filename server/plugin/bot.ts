/** The bot that sends recaps: its account and its picture. */
import { botDisplayName, botUsername } from '../contract/index.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api, User } from '../mattermost/index.ts';

/** Where the picture lies in the bundle. */
const picturePath = 'assets/profile.png';

/** What looking after the bot takes. */
export interface BotOptions {
  readonly api: Pick<Api, 'ensureBotUser' | 'getUser' | 'getBundlePath' | 'setProfileImage'>;
  readonly log: Log;
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

/**
 * Makes the bot, or finds it, and gives its user id.
 *
 * @throws {Error} for the administrator to read, when a person has the name.
 */
export async function ensureBot(options: BotOptions): Promise<string> {
  const { api } = options;
  const userId = await api.ensureBotUser({
    username: botUsername,
    displayName: botDisplayName,
    description: 'Sends the recaps that you schedule.',
  });
  const user = await findUser(api, userId);
  if (user?.isBot === false) {
    throw new Error(
      `The user name "${botUsername}" belongs to a person, so there can be no bot of that name. Rename that account and enable the plugin again.`,
    );
  }
  // A picture that is there may be one that the administrator chose.
  if (user === undefined || user.lastPictureUpdate <= 0) await setPicture(userId, options);
  return userId;
}

/** The server gives the id of a person who has the name. A bot made just now may not be readable yet. */
async function findUser(api: BotOptions['api'], userId: string): Promise<User | undefined> {
  try {
    return await api.getUser(userId);
  } catch (error) {
    if (isApiError(error, 'not_found')) return undefined;
    throw error;
  }
}

/** Recaps work without a picture, so nothing that goes wrong here stops the plugin. */
async function setPicture(userId: string, { api, log, readFile }: BotOptions): Promise<void> {
  try {
    const picture = await readFile(`${await api.getBundlePath()}/${picturePath}`);
    await api.setProfileImage(userId, picture);
  } catch (thrown) {
    log.warn('the bot stays without its picture', { error: toError(thrown) });
  }
}
