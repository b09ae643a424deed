/** What is wrong with the form, by field: what it sees itself, and what the server says. */
import { limits } from '../../../server/contract/index.ts';
import type { ClientError } from '../../client/index.ts';
import type { TextOf } from '../../hooks/index.ts';
import { characters } from './form_values.ts';
import type { FormValues } from './form_values.ts';

/** The fields that can be wrong, in the order they stand in. They begin as the server's paths do. */
export const fieldNames = [
  'title',
  'channel_ids',
  'excluded_channel_ids',
  'recurrence.at',
  'recurrence.days_of_week',
  'recurrence.every_weeks',
  'recurrence.on',
  'recurrence.times_of_day',
  'timezone',
  'pause_until',
  'content.custom_instructions',
] as const;

/** A field that can be wrong. */
export type FieldName = (typeof fieldNames)[number];

/** A sentence for each field that is wrong. */
export type FormErrors = Partial<Readonly<Record<FieldName, string>>>;

/** What can be said without asking: what is missing, and what is too long or too many. */
export function checkForm(values: FormValues, maxChannels: number, text: TextOf): FormErrors {
  const errors: { [name in FieldName]?: string } = {};
  const tooLong = (limit: number): string => text('scheduled_recaps.error.too_long', { limit });
  if (values.title.trim() === '') errors.title = text('scheduled_recaps.error.title');
  else if (characters(values.title.trim()) > limits.titleCharacters) {
    errors.title = tooLong(limits.titleCharacters);
  }
  if (values.channelMode === 'specific') {
    const count = values.channelIds.length;
    if (count === 0) errors.channel_ids = text('scheduled_recaps.error.channels');
    else if (count > maxChannels) {
      errors.channel_ids = text('scheduled_recaps.error.too_many_channels', { limit: maxChannels });
    }
  }
  Object.assign(errors, checkTiming(values, text));
  if (values.paused && values.pauseUntil !== '' && !isDate(values.pauseUntil)) {
    errors.pause_until = text('scheduled_recaps.error.date');
  }
  if (values.timezone === '') errors.timezone = text('scheduled_recaps.error.timezone');
  if (characters(values.content.custom_instructions.trim()) > limits.instructionCharacters) {
    errors['content.custom_instructions'] = tooLong(limits.instructionCharacters);
  }
  return errors;
}

/** The same of the recurrence alone. */
export function checkTiming(values: FormValues, text: TextOf): FormErrors {
  const errors: { [name in FieldName]?: string } = {};
  const times = values.kind === 'weekly' ? values.times : values.times.slice(0, 1);
  const needsTime = values.kind !== 'once' || !values.now;
  if (values.kind === 'once' && !values.now && !isDate(values.date)) {
    errors['recurrence.at'] = text('scheduled_recaps.error.date');
  }
  if (values.kind === 'weekly') {
    if (values.daysOfWeek === 0) {
      errors['recurrence.days_of_week'] = text('scheduled_recaps.error.days');
    }
    const weeks = Number(values.everyWeeks);
    if (!Number.isInteger(weeks) || weeks < 1 || weeks > limits.everyWeeks) {
      const limit = limits.everyWeeks;
      errors['recurrence.every_weeks'] = text('scheduled_recaps.error.every_weeks', { limit });
    }
  }
  if (needsTime && times.some((time) => time === '')) {
    errors['recurrence.times_of_day'] = text('scheduled_recaps.error.time');
  } else if (needsTime && new Set(times).size < times.length) {
    errors['recurrence.times_of_day'] = text('scheduled_recaps.error.same_time');
  }
  return errors;
}

/** Whether a date is one that the server knows: a browser takes the year 20 as well, while 2027 is being typed. */
function isDate(date: string): boolean {
  return date >= limits.firstDate && date <= limits.lastDate;
}

/** Where the server's answer belongs; undefined where it is of no field that the form shows. */
export function fieldOf(path: string | undefined): FieldName | undefined {
  if (path === undefined) return undefined;
  if (path.startsWith('recurrence.time_of_day') || path === 'recurrence.at.time_of_day') {
    return 'recurrence.times_of_day';
  }
  return fieldNames.find((name) => path === name || path.startsWith(`${name}.`));
}

/** What went wrong, for people. What the server refuses it says in the user's language, so that each refusal is worded once. */
export function errorSentence(error: ClientError, text: TextOf): string {
  switch (error.code) {
    case 'unreachable':
    case 'unavailable':
      return text('scheduled_recaps.error.unavailable');
    case 'unauthorized':
      return text('scheduled_recaps.error.unauthorized');
    case 'not_found':
      return text('scheduled_recaps.error.not_found');
    case 'invalid':
    case 'not_allowed':
    case 'conflict':
    case 'busy':
    case 'not_running':
    case 'limit':
      return error.message;
    case 'method_not_allowed':
    case 'too_large':
    case 'internal':
    case 'unexpected':
      return text('scheduled_recaps.error.unexpected');
  }
}
