/** The store's randomness, repeated by a seed. */
import type { Randomness } from '../../server/store/index.ts';
import { Random } from './random.ts';

const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769';

/** Fractions and ids that the same seed gives again. */
export function seededRandomness(seed: number): Randomness {
  const random = new Random(seed);
  return {
    fraction: () => random.uint32() / 2 ** 32,
    id: () => Array.from({ length: 26 }, () => alphabet[random.below(32)]).join(''),
  };
}
