/** A mistake in a gold file, with the place to look at. */
import { CodedError } from '../../../server/errors.ts';

/** Says what is wrong in which line of which file. */
export class GoldError extends CodedError<'gold'> {
  constructor(file: string, line: number, what: string) {
    super('gold', `${file}:${String(line)}: ${what}`);
  }
}
