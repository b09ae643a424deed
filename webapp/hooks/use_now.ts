/** The time, for words such as "in 5 minutes" that must not grow old. */
import { useEffect, useState } from 'react';

/** How often such words are looked at, in milliseconds. */
const tickMs = 30_000;

/** Milliseconds since 1970 UTC, kept up to date as long as the page is looked at. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const update = (): void => {
      if (document.visibilityState === 'visible') setNow(Date.now());
    };
    const timer = setInterval(update, tickMs);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return now;
}
