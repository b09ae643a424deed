/** How a key is written. Source: model.PluginKVSetOptions. */
import { bool, bytes, int, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** Options of one write to the key-value store. */
export const PluginKVSetOptions = struct('PluginKVSetOptions', {
  /** Write only if the stored value equals `oldValue`. */
  atomic: bool,
  /** Empty or absent: only if the key does not exist. */
  oldValue: bytes,
  /** 0: never. */
  expireInSeconds: int,
});
/** A decoded `PluginKVSetOptions`. */
export type PluginKVSetOptions = Infer<typeof PluginKVSetOptions>;
/** What encodes as `PluginKVSetOptions`; absent fields are Go's zero value. */
export type PluginKVSetOptionsInput = Input<typeof PluginKVSetOptions>;
