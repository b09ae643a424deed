/** What users do that ends in a plugin: slash commands, buttons on posts, dialogs. Source: `App.ExecuteCommand`, `App.DoPostAction`. */
import { Readable } from 'node:stream';
import { z } from 'zod';
import type {
  CommandArgs,
  CommandResponse,
  Post,
  User,
} from '../../server/mattermost/model/index.ts';
import { Post as PostSchema } from '../../server/mattermost/model/index.ts';
import { create, type GobValue, type Input } from '../../server/wire/gob/index.ts';
import type { InterPluginResponse } from './api/index.ts';
import { readCookie, withCookies } from './action_cookies.ts';
import { AppFailure } from './app_failure.ts';
import type { HostNode } from './host_node.ts';
import { newId } from './ids.ts';
import { executeCommand } from './process/index.ts';
import type { SharedServices } from './services.ts';
import { ephemeralEvent, isObject, plain, toJson } from './workspace/index.ts';

const actionResponse = z.object({
  ephemeral_text: z.string().default(''),
  update: z
    .object({ message: z.string().optional(), props: z.record(z.string(), z.json()).optional() })
    .nullish(),
});

/** What was pressed or chosen. */
export interface PressedAction {
  readonly actionId: string;
  /** What was chosen of a menu; empty for a button. */
  readonly selected: string;
  /** What the client keeps of a message that is nowhere stored; empty for any other. */
  readonly cookie: string;
}

/** What a client gets to know of a command's result, as JSON. */
export type CommandResult = Record<string, unknown>;

/** Runs commands, buttons and dialogs on one node. */
export class Interactions {
  readonly #node: HostNode;
  readonly #services: SharedServices;

  constructor(node: HostNode, services: SharedServices) {
    this.#node = node;
    this.#services = services;
  }

  /**
   * Runs a slash command as a user. The plugin is pinged before and after, as the server does.
   *
   * @throws {AppFailure} 404 for a trigger nobody registered here, or what the plugin answered.
   */
  async execute(user: User, args: Input<typeof CommandArgs>): Promise<CommandResult> {
    const command = args.command ?? '';
    const [trigger = ''] = command.replace(/^\//, '').split(/\s/);
    const registered = this.#node.commands.find(args.teamId ?? '', trigger);
    if (registered === undefined) {
      throw new AppFailure('command', 'api.command.execute_command.not_found.app_error', 404);
    }
    const { pluginId } = registered;
    await this.#node.plugin(pluginId)?.checkHealth();
    const triggerId = this.#trigger(user);
    const result = await this.#node.callHook(pluginId, executeCommand, {
      a: { requestId: newId() },
      b: { ...args, userId: user.id, triggerId, siteURL: this.#services.config.siteUrl },
    });
    await this.#node.plugin(pluginId)?.checkHealth();
    if (result?.b !== undefined) {
      const { where, id, statusCode, message, detailedError } = result.b;
      const status = statusCode < 100 || statusCode > 999 ? 500 : statusCode;
      throw new AppFailure(where, id, status, message, detailedError);
    }
    if (result?.a === undefined) throw new AppFailure('ExecuteCommand', 'plugin.command.nil', 500);
    this.#respond(result.a, user, args);
    return { ...toJson(result.a), trigger_id: triggerId };
  }

  /**
   * Presses a button, or chooses from a menu, of a post's attachment. Gives back the trigger of a dialog in answer.
   *
   * @throws {AppFailure} 404 for an unknown action, 400 when the plugin does not answer well.
   */
  async act(
    user: User,
    token: string,
    postId: string,
    { actionId, selected, cookie }: PressedAction,
  ): Promise<string> {
    const { workspace } = this.#services;
    const kept = readCookie(cookie);
    const post = kept === undefined ? workspace.posts.get(postId) : undefined;
    const action = post === undefined ? kept : findAction(post, actionId);
    const integration = isObject(action?.['integration']) ? action['integration'] : undefined;
    const url = integration?.['url'];
    const channelId = post?.channelId ?? kept?.channelId;
    if (typeof url !== 'string' || channelId === undefined) {
      throw new AppFailure('DoPostAction', 'api.post.do_action.action_id.app_error', 404);
    }
    const channel = workspace.channels.get(channelId);
    const context = isObject(integration?.['context']) ? integration['context'] : {};
    const triggerId = this.#trigger(user);
    const answer = await this.#post(token, url, {
      user_id: user.id,
      user_name: user.username,
      channel_id: channel.id,
      channel_name: channel.name,
      team_id: channel.teamId,
      post_id: postId,
      trigger_id: triggerId,
      type: action?.['type'] ?? 'button',
      context: { ...context, ...(selected === '' ? {} : { selected_option: selected }) },
    });
    const parsed = actionResponse.safeParse(
      JSON.parse(Buffer.from(answer.body).toString() || '{}'),
    );
    if (answer.status !== 200 || !parsed.success) {
      throw new AppFailure('DoPostAction', 'api.post.do_action.action_integration.app_error', 400);
    }
    const { update, ephemeral_text } = parsed.data;
    if (update !== undefined && update !== null) {
      // A message that is nowhere stored cannot be changed this way.
      if (post === undefined) throw new AppFailure('UpdatePost', 'app.post.get.app_error', 404);
      workspace.posts.update(
        {
          ...post,
          message: update.message ?? post.message,
          ...(update.props === undefined
            ? {}
            : { props: new Map<string, GobValue>(Object.entries(update.props)) }),
        },
        this.#node.clock.now(),
      );
    }
    if (ephemeral_text !== '') this.#whisper(user, channelId, ephemeral_text, {});
    return triggerId;
  }

  /** Sends a dialog that a user filled in to the address the plugin gave. */
  async submitDialog(
    user: User,
    token: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<unknown> {
    const url = typeof body['url'] === 'string' ? body['url'] : '';
    const answer = await this.#post(token, url, {
      ...body,
      url: undefined,
      type: 'dialog_submission',
      user_id: user.id,
    });
    if (answer.status !== 200) {
      throw new AppFailure(
        'SubmitInteractiveDialog',
        'app.submit_interactive_dialog.json_error',
        400,
      );
    }
    return JSON.parse(Buffer.from(answer.body).toString() || '{}') as unknown;
  }

  /** A trigger with which a plugin may open a dialog for this user. */
  #trigger(user: User): string {
    const id = newId();
    this.#services.triggers.set(id, user.id);
    return id;
  }

  /**
   * Asks a plugin for what a command is completed with, as the server does for a user.
   *
   * @throws {AppFailure} when the plugin does not answer with 200.
   */
  async ask(
    token: string,
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<unknown> {
    const target = `${path}?${new URLSearchParams(query).toString()}`;
    const answer = await this.#send('GET', token, target, '');
    if (answer.status !== 200) {
      throw new AppFailure('getDynamicListArgument', 'app.command.dynamic_list', answer.status);
    }
    return JSON.parse(Buffer.from(answer.body).toString()) as unknown;
  }

  #post(token: string, url: string, body: object): Promise<InterPluginResponse> {
    return this.#send('POST', token, url, JSON.stringify(body));
  }

  /** Calls a plugin's own route as the server does for a user: with the user's session. */
  async #send(
    method: string,
    token: string,
    url: string,
    body: string,
  ): Promise<InterPluginResponse> {
    const path = url.startsWith(this.#services.config.siteUrl)
      ? url.slice(this.#services.config.siteUrl.length)
      : url;
    const [, pluginId = '', rest = ''] = /^\/plugins\/([^/]+)(\/.*)$/.exec(path) ?? [];
    if (pluginId === '') {
      throw new AppFailure(
        'DoActionRequest',
        'api.post.do_action.action_integration.app_error',
        400,
      );
    }
    const login = this.#services.sessions.byToken(token, this.#node.clock.now());
    const content = Buffer.from(body);
    return this.#node.callPlugin(pluginId, {
      request: {
        method,
        url: rest,
        proto: 'HTTP/1.1',
        protoMajor: 1,
        protoMinor: 1,
        requestURI: path,
        header: new Map([
          ['Content-Type', ['application/json']],
          ['Content-Length', [String(content.length)]],
          ['Accept', ['application/json']],
          ['Mattermost-User-Id', [login?.session.userId ?? '']],
        ]),
      },
      context: { requestId: newId(), sessionId: login?.session.id ?? '' },
      body: Readable.from([content]),
    });
  }

  #respond(response: CommandResponse, user: User, args: Input<typeof CommandArgs>): void {
    const { workspace } = this.#services;
    const channelId = response.channelId === '' ? (args.channelId ?? '') : response.channelId;
    const props = new Map<string, GobValue>(response.props);
    if (response.attachments.length > 0) props.set('attachments', attachmentsOf(response));
    if (response.text !== '' || response.attachments.length > 0) {
      if (response.responseType === 'in_channel') {
        workspace.posts.create(
          {
            channelId,
            userId: user.id,
            rootId: args.rootId,
            message: response.text,
            type: response.type,
            props,
          },
          this.#node.clock.now(),
        );
      } else this.#whisper(user, channelId, response.text, Object.fromEntries(props));
    }
    for (const extra of response.extraResponses) this.#respond(extra, user, args);
  }

  /** A message that only one user sees, and only now. */
  #whisper(user: User, channelId: string, message: string, props: Record<string, GobValue>): void {
    const now = this.#node.clock.now();
    const post = create(PostSchema, {
      id: newId(),
      userId: user.id,
      channelId,
      message,
      type: 'system_ephemeral',
      createAt: now,
      updateAt: now,
      props: new Map(Object.entries(props)),
    });
    this.#services.workspace.signals.publish(ephemeralEvent(user.id, withCookies(post)));
  }
}

function findAction(
  post: Post,
  actionId: string,
): { readonly [key: string]: GobValue } | undefined {
  const attachments = post.props.get('attachments');
  if (!Array.isArray(attachments)) return undefined;
  for (const attachment of attachments as GobValue[]) {
    const actions = isObject(attachment) ? attachment['actions'] : undefined;
    if (!Array.isArray(actions)) continue;
    const found = (actions as GobValue[]).find(
      (action) => isObject(action) && action['id'] === actionId,
    );
    if (isObject(found)) return found;
  }
  return undefined;
}

function attachmentsOf(response: CommandResponse): GobValue {
  return z.json().parse(plain(response.attachments.map((each) => toJson(each))));
}
