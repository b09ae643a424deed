/** Ids of schedules that a client may ask for more than once, and that are to be made once. */
import { createHash } from 'node:crypto';

/** Those of Mattermost's ids. */
const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';
const idCharacters = 26;

/**
 * The id that belongs to a user's nonce. A hash of both: whatever nonce a user makes up, its id is that of no schedule
 * of somebody else, and of none that was made without a nonce.
 */
export function idOfNonce(userId: string, nonce: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([userId, nonce]))
    .digest();
  return Array.from(digest.subarray(0, idCharacters), (byte) => alphabet.charAt(byte & 31)).join(
    '',
  );
}
