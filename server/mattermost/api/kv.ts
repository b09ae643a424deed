/** The plugin's key-value store: one table row a key, shared by every node of a cluster. */
import { bool, bytes, int, optional, slice, string } from '../../wire/gob/index.ts';
import { PluginKVSetOptions } from '../model/index.ts';
import type { PluginKVSetOptionsInput } from '../model/index.ts';
import { method } from './method.ts';
import { appErrorOnly, orAppError } from './results.ts';

/**
 * Keys have 1 to 150 characters; those that begin with `mmi_` belong to the server. Values are never empty:
 * to the server an empty value is none, and writing it would delete the key, so an empty array is refused here
 * with `invalid`.
 *
 * Writes go to the primary database, reads may be served by a replica that lags behind: to decide on the state
 * of a key, write conditionally instead of reading first.
 */
export interface KvApi {
  /** The value, or undefined when the key does not exist or has expired. May read a lagging replica. */
  kvGet(key: string): Promise<Uint8Array | undefined>;
  /** Stores a value for good; a former expiry is dropped. */
  kvSet(key: string, value: Uint8Array): Promise<void>;
  /** Stores a value that vanishes after so many seconds. 0: never; negative: at once. */
  kvSetWithExpiry(key: string, value: Uint8Array, seconds: number): Promise<void>;
  /**
   * Writes under a condition. With `atomic`, true says that it was written: the key held `oldValue`, or did not
   * exist where `oldValue` is absent. Undefined as the value deletes the key; atomically, only if it holds
   * `oldValue`. Without `atomic` the write always happens, and an `oldValue` is an error.
   */
  kvSetWithOptions(
    key: string,
    value: Uint8Array | undefined,
    options: PluginKVSetOptionsInput,
  ): Promise<boolean>;
  /** Stores `newValue` if the key holds `oldValue`, or does not exist where `oldValue` is undefined. */
  kvCompareAndSet(
    key: string,
    oldValue: Uint8Array | undefined,
    newValue: Uint8Array,
  ): Promise<boolean>;
  /** Deletes the key if it holds `oldValue`. */
  kvCompareAndDelete(key: string, oldValue: Uint8Array): Promise<boolean>;
  /** Deletes a key; one that does not exist is no error. */
  kvDelete(key: string): Promise<void>;
  /** Deletes every key of this plugin, locks and the bot's id included. */
  kvDeleteAll(): Promise<void>;
  /**
   * A page of keys in order, expired ones left out, the server's own included. `perPage` of 0 or less means 10.
   * May read a lagging replica. Pages shift when keys are deleted meanwhile.
   */
  kvList(page: number, perPage: number): Promise<string[]>;
}

const value = optional(bytes);

/** The wire forms of `KvApi`. */
export const kvMethods = {
  kvGet: method('KVGet', [string], orAppError(value)),
  kvSet: method('KVSet', [string, bytes], appErrorOnly),
  kvSetWithExpiry: method('KVSetWithExpiry', [string, bytes, int], appErrorOnly),
  kvSetWithOptions: method(
    'KVSetWithOptions',
    [string, value, PluginKVSetOptions],
    orAppError(bool),
  ),
  kvCompareAndSet: method('KVCompareAndSet', [string, value, bytes], orAppError(bool)),
  kvCompareAndDelete: method('KVCompareAndDelete', [string, bytes], orAppError(bool)),
  kvDelete: method('KVDelete', [string], appErrorOnly),
  kvDeleteAll: method('KVDeleteAll', [], appErrorOnly),
  kvList: method('KVList', [int, int], orAppError(slice(string))),
};
