/** Mattermost's ids: 26 characters of its own base 32, 128 random bits inside. */
import { randomBytes } from 'node:crypto';

const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** A new random id, as `model.NewId` makes it. */
export function newId(): string {
  let bits = 0n;
  for (const byte of randomBytes(16)) bits = (bits << 8n) | BigInt(byte);
  bits <<= 2n;
  let id = '';
  for (let shift = 125n; shift >= 0n; shift -= 5n) {
    id += alphabet.charAt(Number((bits >> shift) & 31n));
  }
  return id;
}

/** Whether `text` has the form of an id, as `model.IsValidId` sees it. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9]{26}$/.test(text);
}
