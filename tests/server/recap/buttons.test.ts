/** The buttons under a recap. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { postProps } from '../../../server/contract/index.ts';
import type { Recurrence, Schedule } from '../../../server/contract/index.ts';
import { translatorFor } from '../../../server/i18n/index.ts';
import { createLog } from '../../../server/log.ts';
import { ApiError } from '../../../server/mattermost/index.ts';
import type { PostInput } from '../../../server/mattermost/index.ts';
import { buttonProps, RecapButtons } from '../../../server/recap/buttons.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';
import { FakeServer } from './fake_server.ts';

const once: Recurrence = { type: 'once', at: { date: '2026-11-03', time_of_day: '09:00' } };
const english = translatorFor('en');

const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  ...storedSchedule(),
  running: false,
  ...changes,
});

interface Button {
  readonly id: string;
  readonly name: string;
  readonly integration: { readonly url: string; readonly context: unknown };
}

function buttonsIn(props: PostInput['props']): readonly Button[] {
  const attachments = props?.get('attachments') as unknown;
  const [first] = (attachments ?? []) as readonly { readonly actions: readonly Button[] }[];
  return first?.actions ?? [];
}

const namesIn = (props: PostInput['props']): string[] => buttonsIn(props).map(({ name }) => name);

describe('the buttons', () => {
  test.each<[string, Partial<Schedule>, string[]]>([
    ['of a schedule that runs', {}, ['Run again', 'Pause', 'Settings']],
    ['of a paused one', { enabled: false }, ['Run again', 'Resume', 'Settings']],
    ['of a one-off before its time', { recurrence: once }, ['Run again', 'Settings']],
    [
      'of a one-off that is done',
      { recurrence: once, enabled: false, finished_at: 1 },
      ['Run again', 'Settings'],
    ],
    [
      'of a paused one-off',
      { recurrence: once, enabled: false },
      ['Run again', 'Resume', 'Settings'],
    ],
    ['of a recap without a schedule', { id: storedSchedule().user_id }, []],
  ])('%s', (_, changes, names) => {
    expect(namesIn(buttonProps(schedule(changes), english))).toEqual(names);
  });

  test('are what the server asks for, and lead to the plugin', () => {
    const { id } = schedule();
    expect(buttonsIn(buttonProps(schedule(), translatorFor('de')))).toEqual([
      {
        id: 'run',
        type: 'button',
        name: 'Erneut ausführen',
        integration: {
          url: '/plugins/scheduled-recaps/api/v1/actions/run',
          context: { schedule_id: id },
        },
      },
      expect.objectContaining({ id: 'pause', name: 'Pausieren' }),
      expect.objectContaining({ id: 'settings', name: 'Einstellungen' }),
    ]);
  });
});

describe('showing other buttons', () => {
  let server: FakeServer;
  let updated: PostInput[];
  let logged: string[];
  let buttons: RecapButtons;

  beforeEach(() => {
    server = new FakeServer();
    updated = [];
    logged = [];
    buttons = new RecapButtons({
      api: {
        getPost: server.api.getPost,
        updatePost: (post) => {
          updated.push(post);
          return server.api.getPost(post.id ?? '');
        },
      },
      botUserId: 'recapbot',
      log: createLog((level, message) => logged.push(`${level}: ${message}`)),
    });
  });

  function addRecap(userId: string, scheduleId: string): void {
    server.addPost({
      id: 'recap',
      channelId: 'dm',
      userId,
      message: 'Recap',
      type: 'custom_scheduled_recap',
      props: new Map([
        [postProps.scheduleId, scheduleId],
        ['from_plugin', 'true'],
        ...buttonProps(schedule(), english),
      ]),
    });
  }

  test('keeps everything else of the message', async () => {
    addRecap('recapbot', schedule().id);
    await buttons.refresh('recap', schedule({ enabled: false }), english);
    const [post] = updated;
    expect(post).toMatchObject({ id: 'recap', message: 'Recap', type: 'custom_scheduled_recap' });
    expect(namesIn(post?.props)).toEqual(['Run again', 'Resume', 'Settings']);
    expect(post?.props?.get('from_plugin')).toBe('true');
    expect(post?.props?.get(postProps.scheduleId)).toBe(schedule().id);
  });

  test.each([
    ['of a person', 'eve', schedule().id],
    ['of another schedule', 'recapbot', 'x'.repeat(26)],
  ])('leaves a message %s alone', async (_, userId, scheduleId) => {
    addRecap(userId, scheduleId);
    await buttons.refresh('recap', schedule(), english);
    expect(updated).toEqual([]);
  });

  test('that fails is only logged', async () => {
    server.failures.set('getPost', new ApiError('unavailable', 'GetPost', 'no answer'));
    await buttons.refresh('recap', schedule(), english);
    expect(logged).toEqual(['warn: the buttons of a recap stay as they were']);
  });
});
