/** Bot accounts. */
import { bool, string } from '../../wire/gob/index.ts';
import { Bot, BotPatch } from '../model/index.ts';
import type { BotInput, BotPatchInput } from '../model/index.ts';
import { method } from './method.ts';
import { orGoError, presentOrAppError } from './results.ts';

/** Calls about bots. */
export interface BotApi {
  /**
   * Makes the plugin's bot, or finds it, and sets its display name and description anew; gives its user id.
   * When a person already has that user name, that person's id is given.
   */
  ensureBotUser(bot: BotInput): Promise<string>;
  /** Makes another bot. */
  createBot(bot: BotInput): Promise<Bot>;
  /** Changes a bot. */
  patchBot(userId: string, patch: BotPatchInput): Promise<Bot>;
  /** A bot by its user id; `not_found` when there is none. */
  getBot(userId: string, includeDeleted: boolean): Promise<Bot>;
}

/** The wire forms of `BotApi`. */
export const botMethods = {
  ensureBotUser: method('EnsureBotUser', [Bot], orGoError(string)),
  createBot: method('CreateBot', [Bot], presentOrAppError(Bot)),
  patchBot: method('PatchBot', [string, BotPatch], presentOrAppError(Bot)),
  getBot: method('GetBot', [string, bool], presentOrAppError(Bot)),
};
