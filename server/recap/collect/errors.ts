/** Why nothing could be collected. */
import { CodedError } from '../../errors.ts';

/** Collecting is pointless, whenever it is tried. Thrown when: the owner's account is gone or deactivated. */
export class CollectError extends CodedError<'owner_inactive'> {}
