/** A sample user at the REST interface and the websocket, as any client would be. */
import { WebSocket } from 'ws';
import { z } from 'zod';
import { DemoError } from './demo_error.ts';

const account = z.object({
  id: z.string(),
  username: z.string(),
  timezone: z.record(z.string(), z.string()),
});
const channel = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  display_name: z.string(),
  last_post_at: z.number(),
});
const postedEvent = z.object({
  event: z.literal('posted'),
  data: z.object({ post: z.string(), channel_type: z.string(), sender_name: z.string() }),
});
const post = z.object({
  id: z.string(),
  type: z.string(),
  message: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
});

export type Account = z.infer<typeof account>;
export type ChannelSummary = z.infer<typeof channel>;
/** A direct message as it arrived. */
export interface DirectMessage {
  readonly sender: string;
  readonly id: string;
  readonly channelId: string;
  readonly type: string;
  readonly message: string;
}

/** One user who is logged in. */
export class Client {
  readonly url: string;
  readonly token: string;
  readonly account: Account;

  private constructor(url: string, token: string, me: Account) {
    this.url = url;
    this.token = token;
    this.account = me;
  }

  /** @throws {DemoError} `setup` when the server does not let the user in. */
  static async login(url: string, username: string, password: string): Promise<Client> {
    const response = await fetch(`${url}/api/v4/users/login`, {
      method: 'POST',
      body: JSON.stringify({ login_id: username, password }),
    });
    const token = response.headers.get('Token');
    if (!response.ok || token === null) throw new DemoError('setup', `${username} cannot log in`);
    return new Client(url, token, account.parse(await response.json()));
  }

  /** The user's IANA zone. */
  get timezone(): string {
    const { automaticTimezone, manualTimezone } = this.account.timezone;
    return (automaticTimezone === '' ? manualTimezone : automaticTimezone) ?? 'UTC';
  }

  async channels(): Promise<ChannelSummary[]> {
    const response = await this.request('GET', '/api/v4/users/me/channels');
    return z.array(channel).parse(await response.json());
  }

  /** The id of the user with this name; undefined when there is none. */
  async userId(username: string): Promise<string | undefined> {
    const response = await this.request('GET', `/api/v4/users/username/${username}`);
    return response.ok ? account.parse(await response.json()).id : undefined;
  }

  /** A request with the user's token; `body` is sent as JSON. */
  request(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Hears of each direct message from now on. Resolves once events come; the returned function ends it. */
  onDirectMessage(listener: (message: DirectMessage) => void): Promise<() => void> {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/api/v4/websocket`, {
      headers: { Authorization: `Bearer ${this.token}` },
    });
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data: Buffer) => {
        const event: unknown = JSON.parse(data.toString());
        const posted = postedEvent.safeParse(event);
        if (!posted.success) {
          resolve(() => socket.close());
          return;
        }
        const { post: text, channel_type, sender_name } = posted.data.data;
        if (channel_type !== 'D') return;
        const { id, type, message, channel_id } = post.parse(JSON.parse(text));
        listener({ sender: sender_name, id, channelId: channel_id, type, message });
      });
    });
  }
}
