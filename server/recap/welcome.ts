/** What the bot says to a user who has it do something for the first time. */
import { toError } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { Api } from '../mattermost/index.ts';

/** Remembers who was welcomed. */
export interface WelcomeKeeper {
  /** True for the first who asks, and nobody after. */
  claim(userId: string): Promise<boolean>;
  /** Lets the next one try. */
  release(userId: string): Promise<void>;
}

/** What welcoming takes. */
export interface WelcomeOptions {
  readonly api: Pick<Api, 'getUser' | 'getDirectChannel' | 'createPost'>;
  readonly botUserId: string;
  readonly keeper: WelcomeKeeper;
  readonly log: Log;
}

/** The welcome as Markdown. */
export function welcomeText(locale: string): string {
  return translatorFor(locale).text('scheduled_recaps.welcome');
}

/** Welcomes each user once. Never rejects: what goes wrong is logged, and tried again on the next occasion. */
export async function welcome(options: WelcomeOptions, userId: string): Promise<void> {
  const { api, botUserId, keeper, log } = options;
  try {
    if (!(await keeper.claim(userId))) return;
    try {
      const { locale } = await api.getUser(userId);
      const channel = await api.getDirectChannel(userId, botUserId);
      const message = welcomeText(locale);
      await api.createPost({ userId: botUserId, channelId: channel.id, message });
    } catch (thrown) {
      await keeper.release(userId);
      throw thrown;
    }
  } catch (thrown) {
    log.warn('a user was not welcomed', { user: userId, error: toError(thrown) });
  }
}
