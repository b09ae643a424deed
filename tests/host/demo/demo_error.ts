/** Why the demonstration did not end with a message, in words for the terminal. */
import { CodedError } from '../../../server/errors.ts';

/** `setup`: something needed is missing. `refused`: the plugin did not take the schedule. `late`: no message came. */
export type DemoErrorCode = 'setup' | 'refused' | 'late';

/** A demonstration that failed. */
export class DemoError extends CodedError<DemoErrorCode> {}
