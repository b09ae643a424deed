/** What a plugin gets to see of a request: identity, headers, address, and the check against forged requests. */
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Sessions, type Login } from '../sign_in/index.ts';
import { Workspace } from '../workspace/index.ts';
import { preparePluginRequest } from './plugin_request.ts';

const now = 1_000;
let sessions: Sessions;
let login: Login;

beforeEach(() => {
  sessions = new Sessions();
  login = sessions.open(new Workspace().users.add({ username: 'anna' }, now), now);
});

interface Given {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly strictCsrf?: boolean;
}

async function prepare({
  method = 'GET',
  url = '/plugins/p/x',
  headers = {},
  body = '',
  strictCsrf = false,
}: Given): Promise<{
  header: ReadonlyMap<string, readonly string[]>;
  user: string | undefined;
  url: string | undefined;
  body: string;
  sessionId: string | undefined;
}> {
  const prepared = await preparePluginRequest(
    {
      method,
      url,
      rawHeaders: Object.entries(headers).flat(),
      remoteAddress: '127.0.0.1:5000',
      body: Readable.from([Buffer.from(body)]),
    },
    '/plugins/p',
    { sessions, now, strictCsrf },
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of prepared.body) pieces.push(piece);
  const header = prepared.request.header ?? new Map<string, readonly string[]>();
  return {
    header,
    user: header.get('Mattermost-User-Id')?.[0],
    url: prepared.request.url,
    body: Buffer.concat(pieces).toString(),
    sessionId: prepared.context.sessionId,
  };
}

test('headers that speak for the server are taken from outside requests', async () => {
  const { header, user } = await prepare({
    headers: {
      'mattermost-user-id': 'forged',
      'Mattermost-Plugin-ID': 'forged',
      REFERER: 'https://evil.example',
      'x-own': 'kept',
    },
  });
  expect(user).toBeUndefined();
  expect(header).toEqual(new Map([['X-Own', ['kept']]]));
});

describe('who sent it', () => {
  test.each<[string, (token: string) => Given]>([
    ['a bearer token', (token) => ({ headers: { Authorization: `Bearer ${token}` } })],
    [
      'a token of the older spelling',
      (token) => ({ headers: { Authorization: `token ${token}` } }),
    ],
    ['the session cookie', (token) => ({ headers: { Cookie: `a=1; MMAUTHTOKEN=${token}; b=2` } })],
    ['the query', (token) => ({ url: `/plugins/p/x?access_token=${token}&q=1` })],
  ])('%s', async (_, request) => {
    const { user, header, url, sessionId } = await prepare(request(login.session.token));
    expect(user).toBe(login.session.userId);
    expect(sessionId).toBe(login.session.id);
    expect(header.has('Authorization')).toBe(false);
    expect(JSON.stringify([...header])).not.toContain(login.session.token);
    expect(url).not.toContain(login.session.token);
  });

  test('other cookies stay', async () => {
    const { header } = await prepare({
      headers: { Cookie: `a=1; MMAUTHTOKEN=${login.session.token}; b=2` },
    });
    expect(header.get('Cookie')).toEqual(['a=1; b=2']);
  });

  test('an Authorization that is no session of the server is passed on', async () => {
    const { header, user } = await prepare({
      headers: { Authorization: 'Bearer of-somebody-else' },
    });
    expect([user, header.get('Authorization')]).toEqual([undefined, ['Bearer of-somebody-else']]);
  });

  test('a session that has expired is none', async () => {
    sessions.close(login.session.token);
    expect(
      (await prepare({ headers: { Authorization: `Bearer ${login.session.token}` } })).user,
    ).toBeUndefined();
  });
});

describe('forged requests: a cookie alone does not make a user', () => {
  const cases: [string, boolean, (csrf: string) => Omit<Given, 'url'>][] = [
    ['GET needs nothing', true, () => ({ method: 'GET' })],
    ['HEAD is not GET', false, () => ({ method: 'HEAD' })],
    ['POST without anything', false, () => ({ method: 'POST' })],
    [
      'POST with the token',
      true,
      (csrf) => ({ method: 'POST', headers: { 'X-CSRF-Token': csrf } }),
    ],
    [
      'POST with a wrong token',
      false,
      () => ({ method: 'POST', headers: { 'X-CSRF-Token': 'wrong' } }),
    ],
    [
      'POST by a script',
      true,
      () => ({ method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } }),
    ],
    [
      'POST by a script where that is not enough',
      false,
      () => ({
        method: 'POST',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
        strictCsrf: true,
      }),
    ],
    [
      'a form with the token',
      true,
      (csrf) => ({
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `csrf=${csrf}`,
      }),
    ],
  ];
  test.each(cases)('%s', async (_, passes, request) => {
    const given = request(login.csrfToken);
    const headers = { ...given.headers, Cookie: `MMAUTHTOKEN=${login.session.token}` };
    const { user, body } = await prepare({ ...given, headers });
    expect(user).toBe(passes ? login.session.userId : undefined);
    expect(body).toBe(given.body ?? '');
  });

  test('a token in a header needs no check', async () => {
    const headers = { Authorization: `Bearer ${login.session.token}` };
    expect((await prepare({ method: 'POST', headers })).user).toBe(login.session.userId);
  });
});

describe('the address', () => {
  test.each([
    ['/plugins/p', ''],
    ['/plugins/p/', '/'],
    ['/plugins/p/a%2Fb%20c', '/a/b%20c'],
    ['/plugins/p/x?z=1&b=2&b=1', '/x?b=2&b=1&z=1'],
    ['/plugins/p/x?q=a%20b%2Bc', '/x?q=a+b%2Bc'],
    ['/plugins/p/x?access_token=none', '/x'],
  ])('%s', async (url, expected) => {
    expect((await prepare({ url })).url).toBe(expected);
  });
});
