/** Randomness, handed in: tests give a source they can repeat. */
import { randomBytes } from 'node:crypto';

/** A source of random bytes and numbers. */
export interface Randomness {
  /** A number from 0, inclusive, to 1, exclusive. For pauses, not for secrets. */
  fraction(): number;
  /** A name that nobody else comes up with: 26 characters, lower-case letters and digits, as Mattermost's ids. */
  id(): string;
}

/** The 32 characters of Mattermost's ids. */
const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';
const idCharacters = 26;

/** The machine's own randomness. */
export const systemRandomness: Randomness = {
  fraction: () => Math.random(),
  id: () => {
    let text = '';
    for (const byte of randomBytes(idCharacters)) text += alphabet.charAt(byte & 31);
    return text;
  },
};
