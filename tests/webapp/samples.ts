/** Things to show, each whole, to be changed where a test needs it otherwise. */
import type { DescribedSchedule, RecapCard, Run } from '../../server/contract/index.ts';
import type { HostChannel, HostState } from '../../webapp/host/index.ts';

/** An id of the right length that can be read: padded with zeros. */
export function idOf(name: string): string {
  return name.padEnd(26, '0').slice(0, 26);
}

/** Tuesday, 3 March 2026, 08:00 in Berlin. */
export const morning = Date.UTC(2026, 2, 3, 7);

/** A schedule that runs on workdays at nine. */
export function scheduleOf(changed: Partial<DescribedSchedule> = {}): DescribedSchedule {
  return {
    id: idOf('schedule'),
    user_id: idOf('anna'),
    create_at: morning,
    update_at: morning,
    revision: 1,
    title: 'Morning recap',
    enabled: true,
    pause_until: null,
    recurrence: {
      type: 'weekly',
      days_of_week: 0b0111110,
      every_weeks: 1,
      times_of_day: ['09:00'],
      anchor_date: '2026-03-02',
    },
    timezone: 'Europe/Berlin',
    channel_mode: 'specific',
    channel_ids: [idOf('square')],
    include_direct: true,
    include_muted: false,
    excluded_channel_ids: [],
    time_period: 'since_last_recap',
    content: {
      focus: 'everything',
      length: 'standard',
      include_bots: false,
      custom_instructions: '',
      engine: 'automatic',
      language: 'automatic',
    },
    skip_empty: true,
    next_run_at: morning + 3_600_000,
    resume_at: null,
    pause_reason: null,
    failures: 0,
    last_run_at: null,
    last_status: null,
    run_count: 0,
    window_start: morning,
    finished_at: null,
    running: false,
    description: 'Every weekday at 09:00 (Europe/Berlin)',
    next_runs: [morning + 3_600_000],
    ...changed,
  };
}

/** A run that was delivered. */
export function runOf(changed: Partial<Run> = {}): Run {
  return {
    sequence: 1,
    run_key: 'key',
    schedule_id: idOf('schedule'),
    trigger: 'schedule',
    status: 'delivered',
    reason: null,
    occurrence_at: morning,
    occurrences: 1,
    window_start: morning - 86_400_000,
    window_end: morning,
    attempts: 1,
    started_at: morning,
    finished_at: morning + 1000,
    post_id: idOf('post'),
    summary: {
      engine: 'built_in',
      channels_read: 1,
      channels_failed: 0,
      posts_read: 12,
      posts_left_out: 0,
      lines: 5,
    },
    ...changed,
  };
}

/** A recap with a channel that has a highlight and a task. */
export function cardOfRecap(changed: Partial<RecapCard> = {}): RecapCard {
  const line = {
    post_id: idOf('quote1'),
    author_id: idOf('ben'),
    author: 'Ben Okafor',
    at: morning - 1000,
    text: 'The gate is `open` again.',
  };
  return {
    version: 1,
    title: 'Morning recap',
    timezone: 'Europe/Berlin',
    engine: 'built_in',
    for_you: [],
    for_you_more: 0,
    channels: [
      {
        id: idOf('square'),
        name: 'Town Square',
        kind: 'public',
        team_name: 'harbour',
        link_name: 'town-square',
        messages: 12,
        people: 3,
        files: 0,
        activity: [0, 4, 8],
        participants: [{ id: idOf('ben'), name: 'Ben Okafor' }],
        sections: [
          {
            kind: 'highlights',
            items: [
              {
                ...line,
                channel_id: idOf('square'),
                follow_ups: [{ ...line, post_id: idOf('quote2'), text: 'Thanks!' }],
                replies: 1,
              },
            ],
            more: 2,
          },
          {
            kind: 'action_items',
            items: [
              {
                ...line,
                post_id: idOf('quote3'),
                text: 'Order new buoys.',
                channel_id: idOf('square'),
                follow_ups: [],
                assignee: 'Anna Weber',
                due: 'by Friday',
                replies: 0,
              },
            ],
            more: 0,
          },
        ],
      },
    ],
    quiet: ['Coffee break'],
    notes: ['Written by the built-in engine.'],
    ...changed,
  };
}

/** A channel of a team. */
export function channelOf(name: string, changed: Partial<HostChannel> = {}): HostChannel {
  return {
    id: idOf(name),
    team_id: idOf('harbour'),
    type: 'O',
    name,
    display_name: name,
    delete_at: 0,
    ...changed,
  };
}

/** Anna, in one team, with English and a zone of her own. */
export function hostStateOf(): HostState {
  return {
    entities: {
      general: { config: { SiteURL: 'https://chat.example/sub' } },
      users: {
        currentUserId: idOf('anna'),
        profiles: {
          [idOf('anna')]: {
            id: idOf('anna'),
            username: 'anna',
            timezone: { useAutomaticTimezone: 'false', manualTimezone: 'Europe/Berlin' },
          },
        },
      },
      teams: {
        currentTeamId: idOf('harbour'),
        teams: {
          [idOf('harbour')]: { id: idOf('harbour'), name: 'harbour', display_name: 'Harbour' },
        },
      },
      channels: {
        channels: { [idOf('square')]: channelOf('square', { display_name: 'Town Square' }) },
      },
      preferences: { myPreferences: {} },
    },
  };
}
