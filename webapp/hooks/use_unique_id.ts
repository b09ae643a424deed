/** Ids that tie labels, help and errors to their fields. React's own `useId` is younger than some of our hosts. */
import { useState } from 'react';

let taken = 0;

/** An id that no other element of the page has, the same as long as the component is there. */
export function useUniqueId(): string {
  const [id] = useState(() => {
    taken += 1;
    return `scheduled-recaps-${taken}`;
  });
  return id;
}
