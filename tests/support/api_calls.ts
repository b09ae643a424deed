/** Names for calls of the plugin API, so that the same step of the product has the same name in each run. */
import { apiMethods } from '../../server/mattermost/api/api.ts';
import { appErrorField } from '../../server/mattermost/api/results.ts';
import type { Schema, StructSchema } from '../../server/wire/gob/index.ts';
import type { ApiCall } from '../host/index.ts';
import { parseDueEntryKey } from '../../server/store/keys.ts';

/** What the letters that keys begin with stand for. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^lock[a-z]+$/, 'lock'],
  [/^fence[a-z]+$/, 'fence'],
  [/^s[a-z0-9]{26}$/, 'schedule'],
  [/^u[a-z0-9]{26}$/, 'list of a user'],
  [/^r[a-z0-9]{36}$/, 'ended run'],
];

/** What a call does, such as `KVSetWithOptions swap schedule`. */
export function nameOf({ method, args }: ApiCall): string {
  switch (method) {
    case 'KVGet':
      return `${method} ${kindOf(args[0])}`;
    case 'KVSetWithOptions':
      return `${method} ${operationOf(args)} ${kindOf(args[0])}`;
    case 'PublishWebSocketEvent':
      return `${method} ${String(args[0])}`;
    default:
      return method;
  }
}

/** Whether the server can answer a call with an error. */
export function canFail(name: string): boolean {
  const method = Object.values(apiMethods).find((each) => name.split(' ')[0] === each.name);
  const reply = method?.result.reply;
  return reply !== undefined && isStruct(reply)
    ? Object.values(reply.fields).some((field) => field === appErrorField)
    : false;
}

/** The key that a call of the key-value store is about; undefined for any other. */
export function keyOf({ method, args }: ApiCall): string | undefined {
  return method === 'KVGet' || method === 'KVSetWithOptions' ? String(args[0]) : undefined;
}

function isStruct(schema: Schema): schema is StructSchema {
  return schema.kind === 'struct';
}

function kindOf(key: unknown): string {
  const text = String(key);
  if (parseDueEntryKey(text) !== undefined) return 'due entry';
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

function operationOf([, value, options]: readonly unknown[]): string {
  const { atomic, oldValue } = options as { atomic: boolean; oldValue: Uint8Array };
  const isGiven = value instanceof Uint8Array && value.length > 0;
  if (!atomic) return isGiven ? 'put' : 'drop';
  if (!isGiven) return 'remove';
  if (oldValue.length === 0) return 'insert';
  return Buffer.compare(oldValue, value) === 0 ? 'confirm' : 'swap';
}
