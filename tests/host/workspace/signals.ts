/** What a workspace tells others about: events for websockets and happenings for plugin hooks. */
import type {
  Channel,
  ChannelMember,
  TeamMember,
  User,
} from '../../../server/mattermost/model/index.ts';

/** Who gets an event. With nothing set: every connection. */
export interface Audience {
  readonly userId?: string;
  readonly channelId?: string;
  readonly teamId?: string;
  readonly connectionId?: string;
  readonly omitConnectionId?: string;
  readonly omitUsers?: ReadonlySet<string>;
}

/** An event for websocket clients. `data` is JSON. */
export interface SocketEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly audience: Audience;
}

/** Something that plugins have a hook for. */
export type Happening =
  | { readonly kind: 'channelCreated'; readonly channel: Channel }
  | { readonly kind: 'leftChannel'; readonly member: ChannelMember; readonly actor?: User }
  | { readonly kind: 'leftTeam'; readonly member: TeamMember; readonly actor?: User }
  | { readonly kind: 'userDeactivated'; readonly user: User };

/** Carries events from the workspace to whoever listens. Listeners are called at once, in the order they came. */
export class Signals {
  readonly #socketListeners = new Set<(event: SocketEvent) => void>();
  readonly #happeningListeners = new Set<(happening: Happening) => void>();

  /** Listens to websocket events; the returned function ends it. */
  onSocketEvent(listener: (event: SocketEvent) => void): () => void {
    this.#socketListeners.add(listener);
    return () => void this.#socketListeners.delete(listener);
  }

  /** Listens to happenings; the returned function ends it. */
  onHappening(listener: (happening: Happening) => void): () => void {
    this.#happeningListeners.add(listener);
    return () => void this.#happeningListeners.delete(listener);
  }

  publish(event: SocketEvent): void {
    for (const listener of [...this.#socketListeners]) listener(event);
  }

  happen(happening: Happening): void {
    for (const listener of [...this.#happeningListeners]) listener(happening);
  }
}
