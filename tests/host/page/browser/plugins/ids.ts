/** Ids as the server makes them. */

const letters = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** A new id of 26 characters. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  return [...bytes].map((byte) => letters.charAt(byte % letters.length)).join('');
}
