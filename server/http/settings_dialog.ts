/**
 * The settings of a schedule as a dialog of Mattermost's own, for clients without the plugin's webapp: pure.
 *
 * Its limits: 24 characters for labels and titles, 150 for a help text.
 */
import * as z from 'zod';
import { Content, limits } from '../contract/index.ts';
import type { DescribedSchedule, Recurrence } from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import type { Translator } from '../i18n/index.ts';
import type { DialogElementInput, DialogInput } from '../mattermost/index.ts';

/** What a dialog carries from its opening to its submission. Nothing in it is a secret, and none of it is believed. */
export const DialogState = z.object({
  schedule_id: z.string(),
  /** The revision that was shown. */
  revision: z.int().min(1),
  /** The recap whose button opened it. */
  post_id: z.string(),
});

/** The names of the elements, as they come back. */
export const fields = {
  title: 'title',
  date: 'date',
  time: 'time',
  times: 'times',
  ownWords: 'own_words',
  length: 'length',
  paused: 'paused',
} as const;

/** A time and a date as examples of how they are written here, whatever the user's clock. */
export const examples = { time: '09:00', times: '09:00, 17:30', date: '2027-01-31' } as const;

/** Times in the words of the slash command. */
const ownWordsExamples = {
  rule: 'every monday and friday at 9:00',
  once: '2027-01-31 9:00',
} as const;

/** Mattermost's own limit on a line of text, in characters. */
const ownWordsCharacters = 150;

/** The dialog. */
export function settingsDialog(
  schedule: DescribedSchedule,
  postId: string,
  translator: Translator,
): DialogInput {
  const { text } = translator;
  const state: z.infer<typeof DialogState> = {
    schedule_id: schedule.id,
    revision: schedule.revision,
    post_id: postId,
  };
  return {
    title: text('scheduled_recaps.dialog.title'),
    introductionText: schedule.description,
    submitLabel: text('scheduled_recaps.dialog.save'),
    state: JSON.stringify(state),
    elements: [
      {
        name: fields.title,
        type: 'text',
        displayName: text('scheduled_recaps.dialog.name'),
        default: schedule.title,
        maxLength: limits.titleCharacters,
      },
      ...timeElements(schedule.recurrence, schedule.timezone, translator),
      ownWordsElement(translator),
      lengthElement(schedule.content.length, translator),
      ...(schedule.finished_at === null ? [pausedElement(!schedule.enabled, translator)] : []),
    ],
  };
}

/** When it is to run in the words of the slash command. */
export function ownWordsElement({ text }: Translator): DialogElementInput {
  return {
    name: fields.ownWords,
    type: 'text',
    displayName: text('scheduled_recaps.dialog.own_words'),
    helpText: text('scheduled_recaps.dialog.own_words_help', {
      example: ownWordsExamples.rule,
      once: ownWordsExamples.once,
    }),
    optional: true,
    maxLength: ownWordsCharacters,
  };
}

/** How long a recap is. */
export function lengthElement(length: Content['length'], { text }: Translator): DialogElementInput {
  return {
    name: fields.length,
    type: 'select',
    displayName: text('scheduled_recaps.dialog.length'),
    default: length,
    options: Content.shape.length.unwrap().options.map((value) => ({
      value,
      text: text(`scheduled_recaps.dialog.length.${value}`),
    })),
  };
}

function timeElements(
  recurrence: Recurrence,
  zone: string,
  { text }: Translator,
): DialogElementInput[] {
  const time = (value: string): DialogElementInput => ({
    name: fields.time,
    type: 'text',
    displayName: text('scheduled_recaps.dialog.time'),
    default: value,
    helpText: text('scheduled_recaps.dialog.time_help', { example: examples.time, zone }),
  });
  switch (recurrence.type) {
    case 'once': {
      const { at } = recurrence;
      if (at === 'now') return [];
      const date: DialogElementInput = {
        name: fields.date,
        type: 'text',
        displayName: text('scheduled_recaps.dialog.date'),
        default: at.date,
        helpText: text('scheduled_recaps.dialog.date_help', { example: examples.date }),
      };
      return [date, time(at.time_of_day)];
    }
    case 'weekly': {
      const help = { most: limits.timesOfDay, example: examples.times, zone };
      return [
        {
          name: fields.times,
          type: 'text',
          displayName: text('scheduled_recaps.dialog.times'),
          default: recurrence.times_of_day.join(', '),
          helpText: text('scheduled_recaps.dialog.times_help', help),
        },
      ];
    }
    case 'monthly':
      return [time(recurrence.time_of_day)];
    default:
      return assertNever(recurrence);
  }
}

function pausedElement(isPaused: boolean, { text }: Translator): DialogElementInput {
  return {
    name: fields.paused,
    type: 'bool',
    displayName: text('scheduled_recaps.dialog.state'),
    placeholder: text('scheduled_recaps.dialog.paused'),
    default: String(isPaused),
    optional: true,
  };
}
