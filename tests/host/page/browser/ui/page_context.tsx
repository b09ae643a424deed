/** What every part of the page can reach besides the state. */
import type { WebSocketClient } from '@mattermost/client';
import type { History } from 'history';
import { createContext, useContext } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import type { PageData, SignInChoices } from '../data/index.ts';
import type { Popouts } from '../plugins/index.ts';
import type { GlobalState, PageDispatch } from '../state/index.ts';

/** The page's services. */
export interface PageServices {
  readonly data: PageData;
  readonly history: History;
  readonly popouts: Popouts;
  readonly socket: WebSocketClient;
  readonly choices: SignInChoices;
  /** The address of the site, its path included. */
  readonly siteUrl: string;
  readonly subpath: string;
  /** Is told what went wrong. */
  readonly report: (error: unknown) => void;
}

/** Carries the services down the tree. */
export const PageContext = createContext<PageServices | undefined>(undefined);

/** The services. @throws {Error} outside the page. */
export function usePage(): PageServices {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('not inside the page');
  return page;
}

/** Something from the state. */
export function usePageState<T>(select: (state: GlobalState) => T): T {
  return useSelector(select);
}

/** Sends actions. */
export function usePageDispatch(): PageDispatch {
  return useDispatch<PageDispatch>();
}
