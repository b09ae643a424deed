/** What the form begins with. */
import { limits } from '../../../server/contract/index.ts';
import type { FormRequest, TextOf } from '../../hooks/index.ts';
import { formOf, newForm, nextDate } from './form_values.ts';
import type { FormValues } from './form_values.ts';

/** What is known of the user when the form opens. */
export interface FirstValuesContext {
  /** The zone of the profile. */
  readonly timezone: string;
  /** Of the channel that the form was opened for. */
  readonly channelName: string | undefined;
  readonly text: TextOf;
}

/** See the head of the file. */
export function firstValues(request: FormRequest, context: FirstValuesContext): FormValues {
  const { timezone, channelName, text } = context;
  const date = nextDate(timezone, Date.now());
  switch (request.mode) {
    case 'create': {
      const values = newForm(timezone, date);
      if (request.channelId === undefined) return values;
      const name = channelName ?? '';
      const title = name === '' ? '' : text('scheduled_recaps.form.title_of', { channel: name });
      return { ...values, title: shortened(title), channelIds: [request.channelId] };
    }
    case 'edit':
      return formOf(request.schedule, date);
    case 'duplicate': {
      const copied = formOf(request.schedule, date);
      const title = text('scheduled_recaps.form.copy_of', { title: copied.title });
      return {
        ...copied,
        title: shortened(title),
        anchorDate: null,
        paused: false,
        pauseUntil: '',
      };
    }
  }
}

function shortened(title: string): string {
  return Array.from(title).slice(0, limits.titleCharacters).join('');
}
