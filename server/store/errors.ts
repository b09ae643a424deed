/** The store's error family. */
import { CodedError } from '../errors.ts';

/** What can go wrong in the store. */
export type StoreErrorCode =
  /** The key-value store answered with an error, on every try. */
  | 'unavailable'
  /** A stored value is not what its schema says. */
  | 'corrupt'
  /** A stored value was written by a later version of the plugin: it is left alone. */
  | 'newer_format'
  /** A value is larger than the store takes. */
  | 'too_large'
  /** Others kept changing the same value for longer than is waited. */
  | 'contended'
  /** The holder's lease on a mutex ran out or was taken. */
  | 'lock_lost'
  /** The user has as many schedules as are allowed. */
  | 'too_many_schedules'
  /** A new record was to have an id that another has. */
  | 'taken'
  /** The caller's signal aborted the operation. */
  | 'aborted';

/** Thrown when: see the codes. `cause` is the error of the key-value store, where there was one. */
export class StoreError extends CodedError<StoreErrorCode> {}
