/**
 * What stands in the form. Every kind of recurrence keeps its own fields, so that nothing typed is lost when the user
 * looks at another kind.
 */
import type { weekdays } from '../../../server/contract/index.ts';
import type {
  Content,
  DescribedSchedule,
  Recurrence,
  ScheduleInputBody,
} from '../../../server/contract/index.ts';

/** The kinds of recurrence as the form offers them. */
export type RecurrenceKind = Recurrence['type'];

/** Which of the month's days: by its date, or by its place among the same weekdays. */
export type MonthlyForm = 'date' | 'weekday';

/** Which one of a weekday in its month, as the text of a choice. */
export const nths = ['1', '2', '3', '4', 'last'] as const;
/** Which one of a weekday in its month. */
export type Nth = (typeof nths)[number];

/** See the head of the file. */
export interface FormValues {
  readonly title: string;
  readonly channelMode: 'specific' | 'all_unreads';
  readonly channelIds: readonly string[];
  readonly includeDirect: boolean;
  readonly includeMuted: boolean;
  readonly excludedChannelIds: readonly string[];

  readonly kind: RecurrenceKind;
  /** Once: as soon as it is saved, instead of at `date` and the first time. */
  readonly now: boolean;
  /** Once: `YYYY-MM-DD`. */
  readonly date: string;
  /** Weekly: one bit a weekday, Sunday 1. */
  readonly daysOfWeek: number;
  /** Weekly, as it was typed. */
  readonly everyWeeks: string;
  /** Weekly: the day from which weeks are counted, when the schedule has one already. */
  readonly anchorDate: string | null;
  /** `HH:MM`, empty while nothing is chosen. All of them for weekly, the first one for the others. */
  readonly times: readonly string[];
  readonly monthlyForm: MonthlyForm;
  /** `1` to `31`, or `last`. */
  readonly monthDay: string;
  readonly nth: Nth;
  readonly weekday: (typeof weekdays)[number];
  readonly timezone: string;
  readonly paused: boolean;
  /** `YYYY-MM-DD`; empty where it stays paused. */
  readonly pauseUntil: string;

  readonly timePeriod: DescribedSchedule['time_period'];
  readonly content: Content;
  readonly skipEmpty: boolean;
}

/** Monday to Friday. */
export const workdays = 0b0111110;
/** Saturday and Sunday. */
export const weekend = 0b1000001;
/** All seven. */
export const everyDay = 0b1111111;

const firstTime = '09:00';
/** From the first time to the end of the day. On a day that changes the clock it is an hour more or less. */
const afterFirstTimeMs = 15 * 3_600_000;

/**
 * What a new form begins with: only the title and the channels are missing.
 *
 * @param date when a schedule that runs once would run.
 */
export function newForm(timezone: string, date: string): FormValues {
  return {
    title: '',
    channelMode: 'specific',
    channelIds: [],
    includeDirect: true,
    includeMuted: false,
    excludedChannelIds: [],
    kind: 'weekly',
    now: false,
    date,
    daysOfWeek: workdays,
    everyWeeks: '1',
    anchorDate: null,
    times: [firstTime],
    monthlyForm: 'date',
    monthDay: '1',
    nth: '1',
    weekday: 'monday',
    timezone,
    paused: false,
    pauseUntil: '',
    timePeriod: 'since_last_recap',
    content: {
      focus: 'everything',
      length: 'standard',
      include_bots: false,
      custom_instructions: '',
      engine: 'automatic',
      language: 'automatic',
    },
    skipEmpty: true,
  };
}

/** What stands in the form for a schedule that is there already. */
export function formOf(schedule: DescribedSchedule, date: string): FormValues {
  return {
    ...newForm(schedule.timezone, date),
    title: schedule.title,
    channelMode: schedule.channel_mode,
    channelIds: schedule.channel_ids,
    includeDirect: schedule.include_direct,
    includeMuted: schedule.include_muted,
    excludedChannelIds: schedule.excluded_channel_ids,
    ...recurrenceFields(schedule.recurrence),
    paused: !schedule.enabled && schedule.finished_at === null,
    pauseUntil: schedule.pause_until ?? '',
    timePeriod: schedule.time_period,
    content: schedule.content,
    skipEmpty: schedule.skip_empty,
  };
}

function recurrenceFields(recurrence: Recurrence): Partial<FormValues> {
  switch (recurrence.type) {
    case 'once': {
      const { at } = recurrence;
      if (at === 'now') return { kind: 'once', now: true };
      return { kind: 'once', now: false, date: at.date, times: [at.time_of_day] };
    }
    case 'weekly':
      return {
        kind: 'weekly',
        daysOfWeek: recurrence.days_of_week,
        everyWeeks: String(recurrence.every_weeks),
        anchorDate: recurrence.anchor_date,
        times: recurrence.times_of_day,
      };
    case 'monthly': {
      const { on } = recurrence;
      const common = { kind: 'monthly', times: [recurrence.time_of_day] } as const;
      return 'day' in on
        ? { ...common, monthlyForm: 'date', monthDay: String(on.day) }
        : {
            ...common,
            monthlyForm: 'weekday',
            nth: nths.find((nth) => nth === String(on.nth)) ?? '1',
            weekday: on.weekday,
          };
    }
  }
}

/** The recurrence that stands in the form. */
export function recurrenceOf(values: FormValues): Recurrence {
  const time = values.times[0] ?? '';
  switch (values.kind) {
    case 'once':
      return {
        type: 'once',
        at: values.now ? 'now' : { date: values.date, time_of_day: time },
      };
    case 'weekly':
      return {
        type: 'weekly',
        days_of_week: values.daysOfWeek,
        every_weeks: Number(values.everyWeeks),
        times_of_day: [...values.times],
        anchor_date: values.anchorDate,
      };
    case 'monthly':
      return {
        type: 'monthly',
        on:
          values.monthlyForm === 'date'
            ? { day: values.monthDay === 'last' ? 'last' : Number(values.monthDay) }
            : { nth: values.nth === 'last' ? 'last' : Number(values.nth), weekday: values.weekday },
        time_of_day: time,
      };
  }
}

/** What is sent to the server. Fields that the chosen kinds do not use stay behind. */
export function inputOf(values: FormValues): ScheduleInputBody {
  const isSpecific = values.channelMode === 'specific';
  return {
    title: values.title.trim(),
    enabled: !values.paused,
    pause_until: values.paused && values.pauseUntil !== '' ? values.pauseUntil : null,
    recurrence: recurrenceOf(values),
    timezone: values.timezone,
    channel_mode: values.channelMode,
    channel_ids: isSpecific ? [...values.channelIds] : [],
    include_direct: values.includeDirect,
    include_muted: values.includeMuted,
    excluded_channel_ids: isSpecific ? [] : [...values.excludedChannelIds],
    time_period: values.timePeriod,
    content: {
      ...values.content,
      custom_instructions: values.content.custom_instructions.trim(),
    },
    skip_empty: values.skipEmpty,
  };
}

/** Whether two forms would send the same. */
export function isSameForm(a: FormValues, b: FormValues): boolean {
  return JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b));
}

/** Characters as people count them. */
export function characters(text: string): number {
  return Array.from(text).length;
}

/** The date, `YYYY-MM-DD`, on which the time that a new form begins with comes next where the clocks show `timezone`. */
export function nextDate(timezone: string, instant: number): string {
  return dateIn(timezone, instant + afterFirstTimeMs);
}

/** Today's date, `YYYY-MM-DD`, where the clocks show `timezone`. */
export function dateIn(timezone: string, instant: number): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en', { ...options, timeZone: timezone }).formatToParts(
    instant,
  );
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
