/** What is asked of Mattermost itself: where the user is a member. */
import type { HostCategory, HostChannel, HostTeam, HostUser } from '../host/index.ts';
import type { Transport } from './transport.ts';

/** Users that one request may name. */
const usersPerRequest = 100;

/** The part of Mattermost's interface that we use. Every method throws `ClientError`. */
export class SiteClient {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The teams that the user is in. */
  myTeams(): Promise<readonly HostTeam[]> {
    return this.#transport('/api/v4/users/me/teams');
  }

  /** The channels that the user is in, of all teams, with direct and group messages. */
  myChannels(): Promise<readonly HostChannel[]> {
    return this.#transport('/api/v4/users/me/channels');
  }

  /** The headings of the user's channel list in one team. */
  async categories(teamId: string): Promise<readonly HostCategory[]> {
    const path = `/api/v4/users/me/teams/${teamId}/channels/categories`;
    return (await this.#transport<{ categories: HostCategory[] }>(path)).categories;
  }

  /** Users by their ids; those that are unknown are missing. */
  async users(ids: readonly string[]): Promise<readonly HostUser[]> {
    const found: HostUser[] = [];
    for (let from = 0; from < ids.length; from += usersPerRequest) {
      const body = ids.slice(from, from + usersPerRequest);
      found.push(
        ...(await this.#transport<HostUser[]>('/api/v4/users/ids', { method: 'POST', body })),
      );
    }
    return found;
  }
}
