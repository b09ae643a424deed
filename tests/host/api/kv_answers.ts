/** Keys and values. */
import type { ApiAnswers } from './answers.ts';
import type { ApiContext } from './context.ts';

type Keys =
  | 'kvGet'
  | 'kvSet'
  | 'kvSetWithExpiry'
  | 'kvSetWithOptions'
  | 'kvCompareAndSet'
  | 'kvCompareAndDelete'
  | 'kvDelete'
  | 'kvDeleteAll'
  | 'kvList';

/** No bytes at all is how the server sees a missing value and an empty one. */
const nil = new Uint8Array(0);

/** What the server answers about the plugin's key-value store. */
export function kvAnswers({ kv, manifest, now }: ApiContext): Pick<ApiAnswers, Keys> {
  const { id } = manifest;
  return {
    kvGet: (key) => kv.get(id, key, now()) ?? nil,
    kvSet: (key, value) => void kv.set(id, key, value, {}, now()),
    kvSetWithExpiry: (key, value, seconds) =>
      void kv.set(id, key, value, { expireInSeconds: seconds }, now()),
    kvSetWithOptions: (key, value, options) => kv.set(id, key, value, options, now()),
    kvCompareAndSet: (key, oldValue, value) =>
      kv.set(id, key, value, { atomic: true, oldValue }, now()),
    kvCompareAndDelete: (key, oldValue) =>
      kv.set(id, key, undefined, { atomic: true, oldValue }, now()),
    kvDelete: (key) => kv.delete(id, key),
    kvDeleteAll: () => kv.deleteAll(id),
    kvList: (page, perPage) => kv.list(id, page, perPage, now()),
  };
}
