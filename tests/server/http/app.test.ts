/** The REST interface as a client meets it. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { DescribedSchedule, ErrorBody, limits } from '../../../server/contract/index.ts';
import type { Schedule } from '../../../server/contract/index.ts';
import { createHttpApp } from '../../../server/http/index.ts';
import type { HttpApp, HttpAppOptions } from '../../../server/http/index.ts';
import { createLog } from '../../../server/log.ts';
import { refusal, ScheduleError, scheduleWordsFor } from '../../../server/schedule/index.ts';
import { StoreError } from '../../../server/store/index.ts';

const rita = 'r'.repeat(26);
const id = 's'.repeat(26);
const base = 'http://plugin.local/api/v1';

const schedule: Schedule = {
  id,
  user_id: rita,
  title: 'Morning',
  enabled: true,
  recurrence: {
    type: 'weekly',
    days_of_week: 62,
    every_weeks: 1,
    times_of_day: ['09:00'],
    anchor_date: null,
  },
  timezone: 'Europe/Berlin',
  channel_mode: 'specific',
  channel_ids: ['c'.repeat(26)],
  time_period: 'since_last_recap',
  include_direct: true,
  include_muted: false,
  excluded_channel_ids: [],
  content: {
    focus: 'everything',
    length: 'standard',
    include_bots: false,
    custom_instructions: '',
    engine: 'automatic',
    language: 'automatic',
  },
  skip_empty: true,
  create_at: 1,
  update_at: 1,
  revision: 1,
  next_run_at: Date.UTC(2026, 10, 3, 8),
  pause_until: null,
  resume_at: null,
  pause_reason: null,
  failures: 0,
  last_run_at: null,
  last_status: null,
  run_count: 0,
  window_start: 0,
  finished_at: null,
  running: false,
};
const body = {
  title: 'Morning',
  recurrence: { type: 'weekly', days_of_week: 62, times_of_day: ['09:00'] },
  channel_ids: ['c'.repeat(26)],
};

let calls: unknown[][];
let failure: Error | undefined;
let logged: string[];
let app: HttpApp;
let sitePath: string;
let profile: () => ReturnType<HttpAppOptions['profileOf']>;
let checks: { checked: string[] } | undefined;

beforeEach(() => {
  calls = [];
  failure = undefined;
  logged = [];
  sitePath = '';
  profile = () => Promise.resolve({ timezone: 'Europe/Berlin', locale: 'en', hourCycle: 'h12' });
  checks = { checked: [] };
  const answer =
    <T>(name: string, value: T) =>
    (...args: unknown[]): Promise<T> => {
      calls.push([name, ...args]);
      return failure === undefined ? Promise.resolve(value) : Promise.reject(failure);
    };
  const service = {
    create: answer('create', schedule),
    read: answer('read', schedule),
    replace: answer('replace', { ...schedule, revision: 2 }),
    list: answer('list', { schedules: [schedule], total: 1 }),
    delete: answer('delete', undefined),
    check: answer('check', undefined),
    pause: answer('pause', schedule),
    resume: answer('resume', schedule),
    restore: answer('restore', schedule),
    validate: (...args: unknown[]) => {
      calls.push(['validate', ...args.slice(0, 2)]);
      return { description: 'Every weekday', next_runs: [1] };
    },
    cancel: answer('cancel', { run_key: 'key', status: 'cancelled' }),
    make: answer('make', ['# A recap']),
    makeChanged: answer('makeChanged', ['# Another']),
    runNow: answer('runNow', { run_key: 'key', status: 'claimed' }),
    history: answer('history', { runs: [], next_before: null }),
    describe: (each: Schedule) => ({ ...each, description: 'Every weekday', next_runs: [] }),
  };
  app = createHttpApp({
    service: service,
    runs: service as unknown as HttpAppOptions['runs'],
    previews: service,
    checks: {
      read: (...args: unknown[]) => answer('readChecks', checks)(...args),
      set: (...args: unknown[]) => answer('setChecks', checks)(...args),
    },
    clientConfig: () => ({
      schedules_per_user: 10,
      channels_per_schedule: 20,
      ai: { available: false, name: '' },
    }),
    exportData: () => Promise.reject(new Error('not asked')),
    health: () => Promise.reject(new Error('not asked')),
    testAi: () => Promise.reject(new Error('not asked')),
    mayAdminister: () => Promise.resolve(false),
    log: createLog((level, message) => logged.push(`${level}: ${message}`)),
    profileOf: () => profile(),
    wordsFor: scheduleWordsFor,
    sitePath: () => sitePath,
    buttons: { refresh: () => Promise.resolve() },
    openDialog: () => Promise.resolve(),
    whisper: {} as HttpAppOptions['whisper'],
    botUserId: 'bot',
    now: () => 0,
    nonce: () => id,
    channelName: () => Promise.resolve(undefined),
  });
});

function send(method: string, path: string, content?: unknown, userId?: string): Promise<Response> {
  const init = content === undefined ? { method } : { method, body: JSON.stringify(content) };
  return app.handle(new Request(base + path, init), userId);
}

const asRita = (method: string, path: string, content?: unknown): Promise<Response> =>
  send(method, path, content, rita);

async function errorOf(response: Response): Promise<ErrorBody['error']> {
  return ErrorBody.parse(await response.json()).error;
}

describe('routes', () => {
  test('POST /schedules creates, with the zone of the profile', async () => {
    const response = await asRita('POST', '/schedules', body);
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(
      `/plugins/scheduled-recaps/api/v1/schedules/${id}`,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    const created = DescribedSchedule.parse(await response.json());
    expect(created.description).toBe('Every weekday');
    expect(calls[0]?.slice(0, 2)).toEqual(['create', { userId: rita, timezone: 'Europe/Berlin' }]);
    expect(calls[0]?.[2]).toMatchObject({ enabled: true, skip_empty: true });
  });

  test('POST /schedules tells the address below the path of the site', async () => {
    sitePath = '/chat';
    const response = await asRita('POST', '/schedules', body);
    expect(response.headers.get('location')).toBe(
      `/chat/plugins/scheduled-recaps/api/v1/schedules/${id}`,
    );
  });

  test('GET /schedules lists a page', async () => {
    const response = await asRita('GET', '/schedules?page=2&per_page=5');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ total: 1, schedules: [{ id }] });
    expect(calls).toEqual([['list', rita, 2, 5]]);
  });

  test('GET /schedules/:id reads', async () => {
    expect(await (await asRita('GET', `/schedules/${id}`)).json()).toMatchObject({ id });
    expect(calls).toEqual([['read', rita, id]]);
  });

  test('PUT /schedules/:id replaces', async () => {
    const response = await asRita('PUT', `/schedules/${id}`, { ...body, revision: 1 });
    expect(await response.json()).toMatchObject({ revision: 2 });
  });

  test.each([
    ['pause', { pause_until: '2026-12-24' }, 200, { id }, { pause_until: '2026-12-24' }],
    ['resume', undefined, 200, { id }, undefined],
    ['restore', undefined, 200, { id }, undefined],
    ['cancel', undefined, 202, { status: 'cancelled' }, undefined],
  ])('POST /schedules/:id/%s', async (name, content, status, answer, argument) => {
    const response = await asRita('POST', `/schedules/${id}/${name}`, content);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject(answer);
    expect(calls).toEqual([[name, rita, id, ...(argument === undefined ? [] : [argument])]]);
  });

  test('POST /schedules/validate says an unsaved form in words', async () => {
    const { recurrence } = body;
    const response = await asRita('POST', '/schedules/validate', { recurrence });
    expect(await response.json()).toEqual({ description: 'Every weekday', next_runs: [1] });
    expect(calls).toMatchObject([
      ['validate', { userId: rita, timezone: 'Europe/Berlin' }, { recurrence }],
    ]);
  });

  test('POST /schedules/preview gives the messages and sends none', async () => {
    const response = await asRita('POST', '/schedules/preview', body);
    expect(await response.json()).toEqual({ messages: ['# A recap'] });
    expect(calls[0]?.slice(0, 2)).toEqual(['make', { userId: rita, timezone: 'Europe/Berlin' }]);
  });

  test('POST /schedules/:id/preview gives those of a schedule that is there', async () => {
    const response = await asRita('POST', `/schedules/${id}/preview`, body);
    expect(await response.json()).toEqual({ messages: ['# Another'] });
    const owner = { userId: rita, timezone: 'Europe/Berlin' };
    expect(calls[0]?.slice(0, 3)).toEqual(['makeChanged', owner, id]);
  });

  test('GET and PUT /recaps/:id/checks read and set what is checked off', async () => {
    const read = await asRita('GET', `/recaps/${id}/checks`);
    expect(await read.json()).toEqual({ checked: [] });
    const input = { item_id: 'i'.repeat(26), checked: true };
    await asRita('PUT', `/recaps/${id}/checks`, input);
    expect(calls).toEqual([
      ['readChecks', rita, id],
      ['setChecks', rita, id, input],
    ]);
    checks = undefined;
    expect((await asRita('GET', `/recaps/${id}/checks`)).status).toBe(404);
  });

  test('GET /client_config says what a form has to know', async () => {
    const response = await asRita('GET', '/client_config');
    expect(await response.json()).toMatchObject({ channels_per_schedule: 20 });
  });

  test('DELETE /schedules/:id deletes', async () => {
    const response = await asRita('DELETE', `/schedules/${id}`);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(calls).toEqual([['delete', rita, id]]);
  });

  test('POST /schedules/:id/run begins a run', async () => {
    const response = await asRita('POST', `/schedules/${id}/run`);
    expect(response.status).toBe(202);
    expect(calls).toEqual([['runNow', rita, id]]);
  });

  test('GET /schedules/:id/history pages', async () => {
    await asRita('GET', `/schedules/${id}/history?before=7&per_page=3`);
    await asRita('GET', `/schedules/${id}/history`);
    expect(calls).toEqual([
      ['history', rita, id, 7, 3],
      ['history', rita, id, null, limits.defaultPageRows],
    ]);
  });
});

describe('strangers', () => {
  test.each([
    ['GET', '/schedules'],
    ['POST', '/schedules'],
    ['DELETE', `/schedules/${id}`],
    ['POST', `/schedules/${id}/run`],
    ['GET', '/nothing'],
  ])('%s %s is answered with 401', async (method, path) => {
    const response = await send(method, path);
    expect(response.status).toBe(401);
    expect((await errorOf(response)).code).toBe('unauthorized');
    expect(calls).toEqual([]);
  });
});

describe('what is wrong with a request', () => {
  test.each([
    ['an empty title', { ...body, title: ' ' }, 'title'],
    ['a long title', { ...body, title: 'x'.repeat(101) }, 'title'],
    ['no channels', { ...body, channel_ids: [] }, 'channel_ids'],
    ['a bad id', { ...body, channel_ids: ['x'] }, 'channel_ids.0'],
    ['an unknown key', { ...body, secret: 1 }, 'secret'],
    [
      'a bad time',
      { ...body, recurrence: { ...body.recurrence, times_of_day: ['25:00'] } },
      'recurrence.times_of_day.0',
    ],
    ['a bad zone', { ...body, timezone: 'Moon/Base' }, 'timezone'],
    ['no object', [], undefined],
  ])('%s is answered with 400 and its field', async (_, content, field) => {
    const response = await asRita('POST', '/schedules', content);
    expect(response.status).toBe(400);
    const error = await errorOf(response);
    expect([error.code, error.field]).toEqual(['invalid', field]);
    expect(calls).toEqual([]);
  });

  test('a limit is named', async () => {
    const error = await errorOf(
      await asRita('POST', '/schedules', { ...body, title: 'x'.repeat(101) }),
    );
    expect(error.limit).toBe(100);
  });

  test('no JSON', async () => {
    const request = new Request(`${base}/schedules`, { method: 'POST', body: '{' });
    const response = await app.handle(request, rita);
    expect([response.status, await errorOf(response)]).toEqual([
      400,
      { code: 'invalid', message: 'The body must be JSON.' },
    ]);
  });

  test.each(['page=-1', 'page=x', 'per_page=0', `per_page=${limits.pageRows + 1}`])(
    'a bad page: %s',
    async (query) => {
      const response = await asRita('GET', `/schedules?${query}`);
      expect(response.status).toBe(400);
      expect((await errorOf(response)).field).toBe(query.split('=')[0]);
    },
  );

  test('a large body, announced or not', async () => {
    const large = 'x'.repeat(limits.bodyBytes);
    const announced = await asRita('POST', '/schedules', { title: large });
    const streamed = await app.handle(
      new Request(`${base}/schedules`, {
        method: 'POST',
        body: new Blob([JSON.stringify({ title: large })]).stream(),
        duplex: 'half',
      }),
      rita,
    );
    for (const response of [announced, streamed]) {
      expect(response.status).toBe(413);
      expect((await errorOf(response)).limit).toBe(limits.bodyBytes);
    }
    expect(calls).toEqual([]);
  });

  test.each([
    ['PATCH', '/schedules', 'GET, POST'],
    ['POST', `/schedules/${id}`, 'GET, PUT, DELETE'],
    ['GET', `/schedules/${id}/run`, 'POST'],
    ['DELETE', `/schedules/${id}/history`, 'GET'],
  ])('%s %s is answered with 405', async (method, path, allowed) => {
    const response = await asRita(method, path);
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect((await errorOf(response)).code).toBe('method_not_allowed');
    expect(calls).toEqual([]);
  });

  test.each(['/nothing', '/schedules/a/b/c', ''])('%s is answered with 404', async (path) => {
    const response = await asRita('GET', path);
    expect([response.status, (await errorOf(response)).code]).toEqual([404, 'not_found']);
  });
});

describe('what the service refuses', () => {
  test.each([
    [refusal('not_found', 'scheduled_recaps.action.gone'), 404, 'not_found'],
    [refusal('busy', 'scheduled_recaps.refusal.busy'), 409, 'busy'],
    [
      refusal('conflict', 'scheduled_recaps.refusal.conflict', { field: 'revision' }),
      409,
      'conflict',
    ],
    [
      refusal('limit', 'scheduled_recaps.action.run.limit', {
        limit: 10,
        retryAfterSeconds: 90,
        values: { count: 10 },
      }),
      429,
      'limit',
    ],
    [new StoreError('unavailable', 'kv'), 503, 'unavailable'],
    [new StoreError('corrupt', 'kv'), 500, 'internal'],
    [new Error('secret detail'), 500, 'internal'],
  ])('%s', async (thrown, status, code) => {
    failure = thrown;
    const response = await asRita('POST', `/schedules/${id}/run`);
    expect(response.status).toBe(status);
    const error = await errorOf(response);
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('secret');
    if (thrown instanceof ScheduleError) {
      expect([error.field, error.limit]).toEqual([thrown.field, thrown.limit]);
      const wait = thrown.retryAfterSeconds?.toString() ?? null;
      expect(response.headers.get('retry-after')).toBe(wait);
    }
    expect(logged).toHaveLength(thrown instanceof ScheduleError ? 0 : 1);
  });
  describe('is said to the user', () => {
    const past = refusal('invalid', 'scheduled_recaps.dialog.error.past', {
      field: 'recurrence.at',
    });

    test.each([
      ['en', 'This time has passed. Choose another.'],
      ['de', 'Diese Zeit ist schon vorbei. Wähle eine andere.'],
      ['xx', 'This time has passed. Choose another.'],
    ])('in %s', async (locale, message) => {
      failure = past;
      profile = () => Promise.resolve({ timezone: 'Europe/Berlin', locale, hourCycle: 'h23' });
      const response = await asRita('POST', `/schedules/${id}/run`);
      expect(await errorOf(response)).toEqual({ code: 'invalid', field: 'recurrence.at', message });
    });

    test('in English where the user is not known', async () => {
      failure = past;
      profile = () => Promise.reject(new Error('away'));
      const response = await asRita('POST', `/schedules/${id}/run`);
      expect([response.status, await errorOf(response)]).toEqual([
        400,
        {
          code: 'invalid',
          field: 'recurrence.at',
          message: 'This time has passed. Choose another.',
        },
      ]);
      expect(logged).toEqual([]);
    });
  });
});
