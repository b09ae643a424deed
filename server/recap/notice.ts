/** What the bot says when a recap could not be made: what failed, why, and how it goes on. */
import type { Run, RunReason, Schedule } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { HourCycle, Translator } from '../i18n/index.ts';
import type { Api } from '../mattermost/index.ts';
import { dateAndTime, escapeText } from './render/index.ts';

/** The calls that telling an owner takes. */
export type NoticeApi = Pick<Api, 'getUser' | 'getDirectChannel' | 'createPost'>;

/** What telling an owner takes. */
export interface NoticeOptions {
  readonly api: NoticeApi;
  facts(): { readonly botUserId: string };
  /** The clock that a user of some locale reads. */
  hourCycleOf(userId: string, locale: string): Promise<HourCycle>;
}

/** How often an owner hears of one schedule's failures at most, in hours; the scheduler holds it. */
const noticeHours = 24;

/**
 * Tells the owner of a schedule that a run has failed or was missed.
 *
 * @throws {ApiError} when the message could not be sent.
 */
export async function sendNotice(
  options: NoticeOptions,
  schedule: Schedule,
  run: Run,
): Promise<void> {
  const { api } = options;
  const owner = await api.getUser(schedule.user_id);
  if (owner.deleteAt !== 0) return;
  const { botUserId } = options.facts();
  const hourCycle = await options.hourCycleOf(owner.id, owner.locale);
  const message = noticeText(schedule, run, translatorFor(owner.locale, hourCycle));
  const channel = await api.getDirectChannel(schedule.user_id, botUserId);
  await api.createPost({ userId: botUserId, channelId: channel.id, message });
}

/** The notice as Markdown. */
export function noticeText(schedule: Schedule, run: Run, translator: Translator): string {
  const { text } = translator;
  const when = (at: number): string => dateAndTime(at, translator, schedule.timezone);
  const reason = reasonText(run.reason ?? 'internal', translator);
  const what = {
    title: escapeText(schedule.title),
    when: when(run.occurrence_at),
    reason,
  };
  const key = run.status === 'missed' ? 'missed' : 'failed';
  return [
    text(`scheduled_recaps.notice.${key}`, what),
    ...outlook(schedule, translator, when),
  ].join(' ');
}

/** Why a run did not end in a recap, as the end of a sentence. */
export function reasonText(reason: RunReason, { text }: Pick<Translator, 'text'>): string {
  return text(reasonKeys[reason]);
}

function outlook(
  schedule: Schedule,
  { text }: Translator,
  when: (at: number) => string,
): readonly string[] {
  if (schedule.pause_reason === 'failures') {
    return [text('scheduled_recaps.notice.paused_failures', { count: schedule.failures })];
  }
  if (schedule.pause_reason !== null) return [text('scheduled_recaps.notice.paused')];
  if (schedule.next_run_at === null) return [];
  return [
    text('scheduled_recaps.notice.next', { next: when(schedule.next_run_at) }),
    text('scheduled_recaps.notice.once', { count: noticeHours }),
  ];
}

const reasonKeys = {
  too_late: 'scheduled_recaps.reason.too_late',
  superseded: 'scheduled_recaps.reason.superseded',
  overlap: 'scheduled_recaps.reason.overlap',
  interrupted: 'scheduled_recaps.reason.interrupted',
  owner_inactive: 'scheduled_recaps.reason.owner_inactive',
  not_allowed: 'scheduled_recaps.reason.not_allowed',
  unknown_timezone: 'scheduled_recaps.reason.unknown_timezone',
  timed_out: 'scheduled_recaps.reason.timed_out',
  no_readable_channel: 'scheduled_recaps.reason.no_readable_channel',
  delivery_failed: 'scheduled_recaps.reason.delivery_failed',
  internal: 'scheduled_recaps.reason.internal',
} as const satisfies Record<RunReason, string>;
