/** A single time: now, or on a date. */
import React from 'react';
import { limits } from '../../../server/contract/index.ts';
import { useText } from '../../hooks/index.ts';
import { Choices, Field } from '../ui/index.ts';
import type { PartProps } from './part.tsx';

/** See the head of the file. */
export function OnceFields({ values, errors, onChange }: PartProps): React.JSX.Element {
  const text = useText();
  return (
    <Field
      name="recurrence.at"
      label={text('scheduled_recaps.form.once_at')}
      error={errors['recurrence.at']}
      group
    >
      {(control) => (
        <>
          <Choices
            value={values.now ? 'now' : 'date'}
            choices={[
              { value: 'date', label: text('scheduled_recaps.form.on_date') },
              { value: 'now', label: text('scheduled_recaps.form.now') },
            ]}
            onChange={(choice) => onChange({ now: choice === 'now' })}
          />
          {!values.now && (
            <input
              {...control}
              type="date"
              min={limits.firstDate}
              max={limits.lastDate}
              aria-label={text('scheduled_recaps.form.date')}
              className="ScheduledRecapsInput ScheduledRecapsInput--auto"
              value={values.date}
              onChange={(event) => onChange({ date: event.target.value })}
            />
          )}
        </>
      )}
    </Field>
  );
}
