/** What a Mattermost server knows of people, teams, channels and posts. */
export type { Channels } from './channels.ts';
export { dialogJson, postJson, toJson, userJson } from './json.ts';
export type { JsonObject } from './json.ts';
export { plain } from './plain.ts';
export { pictureOf } from './pictures.ts';
export { ephemeralEvent } from './post_events.ts';
export { isObject, maxMessageRunes } from './post_rules.ts';
export type { Posts, Priority } from './posts.ts';
export type { Audience, Happening, SocketEvent } from './signals.ts';
export { Signals } from './signals.ts';
export type { NewUser } from './users.ts';
export { Workspace } from './workspace.ts';
