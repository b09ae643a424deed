/** The channels of all the user's teams, asked for when somebody is about to choose. */
import { useCallback, useEffect, useState } from 'react';
import type { SiteClient } from '../client/index.ts';
import { currentUser, nameFormat } from '../host/index.ts';
import { buildDirectory, otherOf } from './channel_directory.ts';
import type { ChannelDirectory, DirectorySource } from './channel_directory.ts';
import { useServices } from './services.ts';
import { useStore } from './use_store.ts';

/** Where the directory stands. */
export type DirectoryState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; retry(): void }
  | { readonly status: 'ready'; readonly directory: ChannelDirectory };

/** Asks for the directory once, and again when the user wants it. */
export function useChannelDirectory(): DirectoryState {
  const { site } = useServices();
  const ownId = useStore((state) => state.entities.users.currentUserId);
  const ownName = useStore((state) => currentUser(state)?.username ?? '');
  const names = useStore(nameFormat);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<DirectoryState>({ status: 'loading' });
  const retry = useCallback(() => {
    setState({ status: 'loading' });
    setAttempt((before) => before + 1);
  }, []);
  useEffect(() => {
    let wanted = true;
    fetchDirectory(site, { ownId, ownName, nameFormat: names }).then(
      (directory) => {
        if (wanted) setState({ status: 'ready', directory });
      },
      () => {
        if (wanted) setState({ status: 'failed', retry });
      },
    );
    return () => {
      wanted = false;
    };
  }, [site, ownId, ownName, names, attempt, retry]);
  return state;
}

async function fetchDirectory(
  site: SiteClient,
  own: Pick<DirectorySource, 'ownId' | 'ownName' | 'nameFormat'>,
): Promise<ChannelDirectory> {
  const [teams, channels] = await Promise.all([site.myTeams(), site.myChannels()]);
  const others = channels
    .filter(({ type }) => type === 'D')
    .map((each) => otherOf(each, own.ownId));
  const [people, categories] = await Promise.all([
    site.users([...new Set(others)]),
    // Headings are a convenience: without them the channels of the team are still there.
    Promise.all(teams.map(({ id }) => site.categories(id).catch(() => []))),
  ]);
  return buildDirectory({ ...own, teams, channels, people, categories: categories.flat() });
}
