/** The dialog of `/recap new`, for clients without the plugin's webapp: what is in it, and what was written: pure. */
import * as z from 'zod';
import { Content, limits, Title, weekdays } from '../contract/index.ts';
import type { Recurrence } from '../contract/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { DialogInput } from '../mattermost/index.ts';
import { examples, fields, lengthElement, ownWordsElement } from './settings_dialog.ts';
import { readTimes } from './settings_form.ts';
import type { DialogAnswer, OwnWords } from './settings_form.ts';

/** What the dialog carries. None of it is believed. */
export const NewDialogState = z.object({
  /** Where the command was sent. */
  channel_id: z.string(),
});

/** The name of the choice of days, as it comes back. */
const daysField = 'days';

/** Sunday 1 to Saturday 64. */
const dayMasks: ReadonlyMap<string, number> = new Map([
  ['weekdays', 62],
  ['every_day', 127],
  ...weekdays.map((name, day): [string, number] => [name, 1 << day]),
]);

/** The channel that the dialog is about. */
interface DialogChannel {
  readonly id: string;
  readonly name: string;
}

/** The dialog, with what is usual filled in. */
export function newDialog(
  channel: DialogChannel,
  timezone: string,
  translator: Translator,
): DialogInput {
  const { text, locale } = translator;
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const state: z.infer<typeof NewDialogState> = { channel_id: channel.id };
  return {
    title: text('scheduled_recaps.dialog.new.title'),
    introductionText: text('scheduled_recaps.dialog.new.intro', { channel: channel.name }),
    submitLabel: text('scheduled_recaps.dialog.new.next'),
    state: JSON.stringify(state),
    elements: [
      {
        name: fields.title,
        type: 'text',
        displayName: text('scheduled_recaps.dialog.name'),
        default: Array.from(channel.name).slice(0, limits.titleCharacters).join(''),
        maxLength: limits.titleCharacters,
      },
      {
        name: daysField,
        type: 'select',
        displayName: text('scheduled_recaps.dialog.new.days'),
        default: 'weekdays',
        options: [
          { value: 'weekdays', text: text('scheduled_recaps.dialog.new.weekdays') },
          { value: 'every_day', text: text('scheduled_recaps.dialog.new.every_day') },
          // 1970-01-04 was a Sunday.
          ...weekdays.map((value, day) => ({
            value,
            text: format.format(Date.UTC(1970, 0, 4 + day)),
          })),
        ],
      },
      {
        name: fields.times,
        type: 'text',
        displayName: text('scheduled_recaps.dialog.times'),
        default: examples.time,
        helpText: text('scheduled_recaps.dialog.times_help', {
          most: limits.timesOfDay,
          example: examples.times,
          zone: timezone,
        }),
      },
      ownWordsElement(translator),
      lengthElement('standard', translator),
    ],
  };
}

/** What is to be made, the channel aside. */
export interface NewChoice {
  readonly title: string;
  readonly recurrence: Recurrence;
  readonly content: Content;
}

/** What was written, or what is wrong with it. `own` is read before, and takes the place of days and times. */
export function readNew(
  submission: Readonly<Record<string, unknown>>,
  { text }: Translator,
  own?: OwnWords,
): NewChoice | Required<Pick<DialogAnswer, 'errors'>> {
  const errors: Record<string, string> = {};
  const title = Title.safeParse(submission[fields.title]);
  if (!title.success) {
    errors[fields.title] = text('scheduled_recaps.dialog.error.title', {
      most: limits.titleCharacters,
    });
  }
  const length = Content.shape.length.safeParse(submission[fields.length] ?? undefined);
  let recurrence: Recurrence | undefined;
  if (own === undefined) {
    const times = readTimes(textOf(submission[fields.times]));
    const days = dayMasks.get(textOf(submission[daysField]));
    if (times === undefined) {
      const values = { most: limits.timesOfDay, example: examples.times };
      errors[fields.times] = text('scheduled_recaps.dialog.error.times', values);
    } else {
      recurrence = weekly(days ?? dayMasks.get('weekdays') ?? 0, times);
    }
  } else if ('slip' in own) {
    errors[fields.ownWords] = own.slip;
  } else {
    ({ recurrence } = own);
  }
  if (title.data === undefined || recurrence === undefined || Object.keys(errors).length > 0) {
    return { errors };
  }
  const content = Content.parse({ length: length.data });
  return { title: title.data, recurrence, content };
}

function weekly(days: number, times: string[]): Recurrence {
  return {
    type: 'weekly',
    days_of_week: days,
    every_weeks: 1,
    times_of_day: times,
    anchor_date: null,
  };
}

/** What a field holds; Mattermost sends texts, and anybody else what they like. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
