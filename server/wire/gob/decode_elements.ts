/** Reads the elements of slices and arrays. */

import type { Decode } from './incoming_type.ts';
import type { Source } from './source.ts';
import { arrayWords, elementWords } from './words.ts';

/** Reads `count` elements. The array grows with what arrives, as the count may be a lie. */
export function decodeElements(source: Source, count: number, element: Decode): unknown[] {
  source.enter(arrayWords + count * elementWords);
  const elements: unknown[] = [];
  for (let index = 0; index < count; index++) elements.push(element(source));
  source.leave();
  return elements;
}
