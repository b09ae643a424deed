/** A mistake in the sample workspace's files, with the place to look at. */
import { CodedError } from '../../../server/errors.ts';

/** Says what is wrong in which file, and in which line where there are lines. */
export class SampleError extends CodedError<'sample'> {
  constructor(file: string, line: number | undefined, what: string) {
    super('sample', `${file}${line === undefined ? '' : `:${String(line)}`}: ${what}`);
  }
}
