/** The seed of a random test: another one each time, or the one that a failure has named. */

/** The variable that repeats a run: `TEST_SEED=123 npx jest <file>`. */
const variable = 'TEST_SEED';

/**
 * A seed for this run, 32 bits. The test that takes it prints it.
 *
 * @throws {Error} when the variable holds no number.
 */
export function testSeed(): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return Math.floor(Math.random() * 2 ** 32);
  const seed = Number(text);
  if (!Number.isInteger(seed)) throw new Error(`${variable} must be a whole number, not ${text}`);
  return seed >>> 0;
}
