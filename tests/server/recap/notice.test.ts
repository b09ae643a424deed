/** What the bot says when a recap could not be made. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Run, Schedule } from '../../../server/contract/index.ts';
import { RunReason } from '../../../server/contract/index.ts';
import { translatorFor } from '../../../server/i18n/index.ts';
import { noticeText, sendNotice } from '../../../server/recap/notice.ts';
import { FakeServer } from './fake_server.ts';

const due = Date.UTC(2026, 10, 3, 8);

const schedule = {
  id: 'schedule',
  user_id: 'rita',
  title: 'Morning',
  timezone: 'Europe/Berlin',
  next_run_at: due + 24 * 60 * 60_000,
  pause_reason: null,
  failures: 1,
} as Schedule;

const run = { status: 'failed', reason: 'timed_out', occurrence_at: due } as Run;

const textOf = (changes: Partial<Schedule>, ran: Partial<Run> = {}, locale = 'en'): string =>
  noticeText({ ...schedule, ...changes }, { ...run, ...ran }, translatorFor(locale));

describe('a notice', () => {
  test('of a failure says when it is tried again', () => {
    expect(textOf({})).toBe(
      '“Morning” of Tue, Nov 3, 9:00 AM could not be made: it took too long. It is tried again Wed, Nov 4, 9:00 AM. What it has missed will be in it. You hear of this once in 24 hours at most.',
    );
  });

  test('of a missed run says so', () => {
    expect(textOf({ next_run_at: null }, { status: 'missed', reason: 'too_late' })).toBe(
      '“Morning” was due at Tue, Nov 3, 9:00 AM and was not sent: the server was not there in time.',
    );
  });

  test('of the last failure in a row says that the schedule is paused', () => {
    expect(textOf({ pause_reason: 'failures', failures: 5, next_run_at: null })).toMatch(
      /failure number 5 in a row, so the schedule is paused/,
    );
  });

  test.each(['owner_inactive', 'unknown_timezone'] as const)(
    'of the pause %s says so',
    (reason) => {
      expect(textOf({ pause_reason: reason, next_run_at: null })).toMatch(
        /The schedule is paused\.$/,
      );
    },
  );

  test('has words for every reason in every language', () => {
    for (const locale of ['en', 'de', 'es', 'fr', 'ja']) {
      const texts = RunReason.options.map((reason) => textOf({}, { reason }, locale));
      expect(new Set(texts).size).toBe(RunReason.options.length);
      for (const text of texts) expect(text).not.toMatch(/[{}]|undefined/);
    }
  });

  test('pings nobody and breaks nothing by the title', () => {
    expect(textOf({ title: '@all **x** ~town' })).toContain(
      '“@\u200Ball \\*\\*x\\*\\* \\~\u200Btown”',
    );
  });
});

describe('sending', () => {
  let server: FakeServer;
  const send = (): Promise<void> =>
    sendNotice(
      {
        api: server.api,
        facts: () => ({ botUserId: 'bot' }),
        hourCycleOf: () => Promise.resolve('h12'),
      },
      schedule,
      run,
    );

  beforeEach(() => {
    server = new FakeServer();
  });

  test('goes to the owner, in the owner’s language and clock', async () => {
    server.addUser('rita', { locale: 'de' });
    await send();
    expect(server.posts).toMatchObject([{ userId: 'bot', channelId: 'dm-rita-bot' }]);
    expect(server.posts[0]?.message).toMatch(
      /^„Morning“ \(Di\., 3\. Nov\., 9:00 AM\) konnte nicht/,
    );
  });

  test('goes to nobody whose account is closed', async () => {
    server.addUser('rita', { deleteAt: 1 });
    await send();
    expect(server.posts).toEqual([]);
  });
});
