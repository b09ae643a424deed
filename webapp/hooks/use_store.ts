/** The host's store, typed. */
import { useSelector } from 'react-redux';
import type { StoreState } from '../state/index.ts';

/** What a selector finds in the host's store; looked at again with each change of it. */
export function useStore<T>(selector: (state: StoreState) => T): T {
  return useSelector(selector);
}
