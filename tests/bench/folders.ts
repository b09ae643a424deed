/** Where the benchmarks keep what they make. */
import { join } from 'node:path';

/** Outside of the source tree; may be deleted at any time. */
export const cacheFolder = join(import.meta.dirname, '../../node_modules/.cache/bench');
