/** What readers check off in their recaps: for the reader of the recap alone. */
import { postProps } from '../contract/index.ts';
import type { CheckInput, Checks } from '../contract/index.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api } from '../mattermost/index.ts';

/** Where checks are kept. */
export interface CheckKeeper {
  read(postId: string): Promise<Checks>;
  set(postId: string, itemId: string, checked: boolean): Promise<Checks>;
}

/** What checks need. */
export interface RecapChecksOptions {
  readonly api: Pick<Api, 'getPost' | 'getChannelMember'>;
  readonly keeper: CheckKeeper;
  readonly botUserId: string;
  /** Told of each change, for the reader's other windows. */
  changed(userId: string, postId: string, checks: Checks): void | Promise<void>;
}

/** See the head of the file. */
export class RecapChecks {
  readonly #options: RecapChecksOptions;

  constructor(options: RecapChecksOptions) {
    this.#options = options;
  }

  /** What is checked off; undefined when the post is no recap of the user's. */
  async read(userId: string, postId: string): Promise<Checks | undefined> {
    return (await this.#isOwn(userId, postId)) ? this.#options.keeper.read(postId) : undefined;
  }

  /** Checks an item off, or not any more; undefined when the post is no recap of the user's. */
  async set(userId: string, postId: string, input: CheckInput): Promise<Checks | undefined> {
    if (!(await this.#isOwn(userId, postId))) return undefined;
    const checks = await this.#options.keeper.set(postId, input.item_id, input.checked);
    await this.#options.changed(userId, postId, checks);
    return checks;
  }

  /** A recap lies in the conversation of its reader with the bot, which has no other members. */
  async #isOwn(userId: string, postId: string): Promise<boolean> {
    const { api, botUserId } = this.#options;
    try {
      const post = await api.getPost(postId);
      if (post.userId !== botUserId || !post.props.has(postProps.runKey)) return false;
      await api.getChannelMember(post.channelId, userId);
      return true;
    } catch (error) {
      if (isApiError(error, 'not_found', 'denied', 'invalid')) return false;
      throw error;
    }
  }
}
