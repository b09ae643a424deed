/** What a user wrote into the dialog of the settings, read and checked: pure. */
import { Content, LocalDate, limits, Title } from '../contract/index.ts';
import type { Recurrence, Schedule, ScheduleReplacement } from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import type { MessageKey, Translator } from '../i18n/index.ts';
import { examples, fields } from './settings_dialog.ts';

/** What Mattermost shows in a dialog that was submitted; where there is nothing, it closes. */
export interface DialogAnswer {
  /** A sentence for each wrong field, by its name. */
  readonly errors?: Readonly<Record<string, string>>;
  /** A sentence for the whole. */
  readonly error?: string;
}

/** When a schedule is to run, as a user wrote it, or what is wrong with that. */
export type OwnWords = { readonly recurrence: Recurrence } | { readonly slip: string };

/** What a schedule is to be from now on. */
type Choice = Omit<ScheduleReplacement, 'revision'>;

/**
 * The schedule with what was written, or what is wrong with that. An element that did not come changes nothing.
 *
 * @param own When it is to run in the user's own words, read before: it takes the place of the fields for that.
 */
export function readSettings(
  schedule: Schedule,
  submission: Readonly<Record<string, unknown>>,
  { text }: Translator,
  own?: OwnWords,
): { readonly choice: Choice } | Required<Pick<DialogAnswer, 'errors'>> {
  const errors: Record<string, string> = {};
  const wrong = (field: string, key: MessageKey, values: Record<string, string | number>): void => {
    errors[field] = text(key, values);
  };
  const written = (field: string): string | undefined => {
    const value = submission[field];
    return typeof value === 'string' ? value : undefined;
  };

  const title = Title.safeParse(written(fields.title) ?? schedule.title);
  if (!title.success) {
    wrong(fields.title, 'scheduled_recaps.dialog.error.title', { most: limits.titleCharacters });
  }
  const length = Content.shape.length.unwrap().safeParse(written(fields.length));
  if (own !== undefined && 'slip' in own) errors[fields.ownWords] = own.slip;
  const recurrence =
    own !== undefined && 'recurrence' in own
      ? own.recurrence
      : readRecurrence(schedule.recurrence, written, wrong);
  if (Object.keys(errors).length > 0) return { errors };

  const choice = {
    ...choiceOf(schedule),
    title: title.data ?? schedule.title,
    content: { ...schedule.content, length: length.data ?? schedule.content.length },
    recurrence,
  };
  return { choice: { ...choice, ...stateOf(schedule, submission[fields.paused], recurrence) } };
}

function readRecurrence(
  old: Recurrence,
  written: (field: string) => string | undefined,
  wrong: (field: string, key: MessageKey, values: Record<string, string | number>) => void,
): Recurrence {
  const timeOr = (before: string): string => {
    const text = written(fields.time);
    const time = text === undefined ? before : readTime(text);
    if (time !== undefined) return time;
    wrong(fields.time, 'scheduled_recaps.dialog.error.time', { example: examples.time });
    return before;
  };
  switch (old.type) {
    case 'once': {
      if (old.at === 'now') return old;
      const text = written(fields.date);
      const date = text === undefined ? old.at.date : readDate(text);
      if (date === undefined) {
        wrong(fields.date, 'scheduled_recaps.dialog.error.date', { example: examples.date });
      }
      const at = { date: date ?? old.at.date, time_of_day: timeOr(old.at.time_of_day) };
      return { ...old, at };
    }
    case 'weekly': {
      const text = written(fields.times);
      if (text === undefined) return old;
      const times = readTimes(text);
      if (times === undefined) {
        const values = { most: limits.timesOfDay, example: examples.times };
        wrong(fields.times, 'scheduled_recaps.dialog.error.times', values);
      }
      return { ...old, times_of_day: times ?? old.times_of_day };
    }
    case 'monthly':
      return { ...old, time_of_day: timeOr(old.time_of_day) };
    default:
      return assertNever(old);
  }
}

/** Whether it runs. A finished one-off that got a new time is to run again; an unchanged pause stays as it is. */
function stateOf(
  schedule: Schedule,
  paused: unknown,
  recurrence: Recurrence,
): Partial<Pick<Choice, 'enabled' | 'pause_until'>> {
  if (schedule.finished_at !== null) {
    const isNew = JSON.stringify(recurrence) !== JSON.stringify(schedule.recurrence);
    return isNew ? { enabled: true, pause_until: null } : {};
  }
  if (paused === undefined || paused === null) return {};
  const isPaused = paused === true || paused === 'true';
  return isPaused === !schedule.enabled ? {} : { enabled: !isPaused, pause_until: null };
}

/** 1 to `limits.timesOfDay` times, in order and each once; undefined where it is anything else. */
export function readTimes(text: string): string[] | undefined {
  const parts = text.normalize('NFKC').split(/[,;、\n]/);
  const times = parts.map((part) => part.trim()).filter((part) => part !== '');
  const read = times.flatMap((part) => readTime(part) ?? []);
  const isGood = read.length === times.length && read.length > 0;
  if (!isGood || read.length > limits.timesOfDay) return undefined;
  return new Set(read).size === read.length ? read.sort() : undefined;
}

/** `HH:MM` out of what people write: 9:00, 09.00, 9h30, 9:30 pm, and digits of full width. */
function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const match = /^(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?(?:\s*([ap])\.?\s?m\.?)?$/.exec(plain);
  if (match === null) return undefined;
  const [, hours = '', minutes = '00', half] = match;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half === 'p');
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** An hour of 1 to 12 on a clock of 24. */
function hourOf(hour: number, isAfternoon: boolean): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function readDate(text: string): string | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.normalize('NFKC').trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return LocalDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}

/** What the owner chose of a schedule. */
function choiceOf(schedule: Schedule): Choice {
  return {
    title: schedule.title,
    enabled: schedule.enabled,
    pause_until: schedule.pause_until,
    recurrence: schedule.recurrence,
    timezone: schedule.timezone,
    channel_mode: schedule.channel_mode,
    channel_ids: schedule.channel_ids,
    include_direct: schedule.include_direct,
    include_muted: schedule.include_muted,
    excluded_channel_ids: schedule.excluded_channel_ids,
    time_period: schedule.time_period,
    content: schedule.content,
    skip_empty: schedule.skip_empty,
  };
}
