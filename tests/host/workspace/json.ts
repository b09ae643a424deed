/** Records as Mattermost's REST interface and websocket show them: JSON with snake_case names. */
import { z } from 'zod';
import type {
  OpenDialogRequest,
  Post,
  Reaction,
  User,
} from '../../../server/mattermost/model/index.ts';
import { plain } from './plain.ts';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** A record with its keys in snake_case; maps become objects, and absent values are left out. */
export function toJson(record: object): JsonObject {
  const json: JsonObject = {};
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) json[snakeCase(key)] = plain(value);
  }
  return json;
}

/** A post for a client: integrations' addresses stay on the server. */
export function postJson(post: Post): JsonObject {
  const props = plain(post.props);
  if (isJsonObject(props) && Array.isArray(props['attachments'])) {
    props['attachments'] = props['attachments'].map(withoutIntegrations);
  }
  return { ...toJson(post), props, metadata: {} };
}

/** A dialog that a plugin opens, with the names that the server's own JSON has. */
export function dialogJson(request: OpenDialogRequest): JsonObject {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(
      entries.map(([key, each]) => [oneWord.get(key) ?? snakeCase(key), named(each)]),
    );
  };
  return z.record(z.string(), z.unknown()).parse(named(plain(request)));
}

/** Names of dialogs' fields that the server does not take apart into words. */
const oneWord = new Map([
  ['multiSelect', 'multiselect'],
  ['subType', 'subtype'],
  ['dateTimeConfig', 'datetime_config'],
]);

/** A reaction as clients see it. */
export function reactionJson(reaction: Reaction): JsonObject {
  return toJson(reaction);
}

/** A user as others see them. */
export function userJson(user: User): JsonObject {
  const json = toJson(user);
  return without(json, ['password', 'mfa_secret', 'mfa_used_timestamps', 'auth_data']);
}

function withoutIntegrations(value: unknown): unknown {
  if (!isJsonObject(value) || !Array.isArray(value['actions'])) return value;
  return {
    ...value,
    actions: value['actions'].map((action: unknown) =>
      isJsonObject(action) ? without(action, ['integration']) : action,
    ),
  };
}

function without(json: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function snakeCase(key: string): string {
  return key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
