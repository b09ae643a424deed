/** Users' pictures: the one that was set, or their initials. */
import type { User } from '../../../server/mattermost/model/index.ts';
import type { Users } from './users.ts';

/** A picture as a browser takes it. */
export interface Picture {
  readonly content: Uint8Array;
  readonly type: string;
}

/** Dark enough for white letters. */
const colours = ['#3d5a96', '#7a4b8c', '#8c4b4b', '#2f6f62', '#6b5b2a', '#4d5563'];

/** What stands beside a user's messages. */
export function pictureOf(users: Users, user: User): Picture {
  const set = users.picture(user.id);
  if (set !== undefined) return { content: set, type: typeOf(set) };
  const initials = [user.firstName, user.lastName]
    .map((name) => /\p{L}/u.exec(name)?.[0] ?? '')
    .join('');
  const letters = initials === '' ? user.username.slice(0, 2) : initials;
  const colour = colours[user.username.length % colours.length] ?? '#4d5563';
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${colour}"/>` +
    `<text x="32" y="41" font-family="sans-serif" font-size="26" fill="#fff" text-anchor="middle">${letters.toUpperCase()}</text></svg>`;
  return { content: Buffer.from(svg), type: 'image/svg+xml' };
}

function typeOf(content: Uint8Array): string {
  if (content[0] === 0x89) return 'image/png';
  return content[0] === 0xff ? 'image/jpeg' : 'image/gif';
}
