/** Which day of each month: a date, or the nth of a weekday. */
import React from 'react';
import { weekdays } from '../../../server/contract/index.ts';
import { useText, useTimes } from '../../hooks/index.ts';
import { Choices, Field, Select } from '../ui/index.ts';
import { nths } from './form_values.ts';
import type { PartProps } from './part.tsx';

const dates = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** See the head of the file. */
export function MonthlyFields({ values, errors, onChange }: PartProps): React.JSX.Element {
  const text = useText();
  const times = useTimes();
  const isDate = values.monthlyForm === 'date';
  return (
    <Field
      name="recurrence.on"
      label={text('scheduled_recaps.form.month_day')}
      help={
        isDate && Number(values.monthDay) > 28
          ? text('scheduled_recaps.form.short_months')
          : undefined
      }
      error={errors['recurrence.on']}
      group
    >
      {(control) => (
        <>
          <Choices
            value={values.monthlyForm}
            choices={[
              { value: 'date', label: text('scheduled_recaps.form.by_date') },
              { value: 'weekday', label: text('scheduled_recaps.form.by_weekday') },
            ]}
            onChange={(monthlyForm) => onChange({ monthlyForm })}
          />
          <div className="ScheduledRecapsForm__row">
            {isDate ? (
              <Select
                {...control}
                aria-label={text('scheduled_recaps.form.date_of_month')}
                value={values.monthDay}
                choices={[
                  ...dates.map((date) => ({ value: date, label: date })),
                  { value: 'last', label: text('scheduled_recaps.form.last_day') },
                ]}
                onChange={(monthDay) => onChange({ monthDay })}
              />
            ) : (
              <>
                <Select
                  {...control}
                  aria-label={text('scheduled_recaps.form.nth')}
                  value={values.nth}
                  choices={nths.map((nth) => ({
                    value: nth,
                    label: text(`scheduled_recaps.form.nth.${nth}`),
                  }))}
                  onChange={(nth) => onChange({ nth })}
                />
                <Select
                  id={`${control.id}-weekday`}
                  aria-label={text('scheduled_recaps.form.weekday')}
                  value={values.weekday}
                  choices={weekdays.map((weekday, day) => ({
                    value: weekday,
                    label: times.weekday(day, 'long'),
                  }))}
                  onChange={(weekday) => onChange({ weekday })}
                />
              </>
            )}
          </div>
        </>
      )}
    </Field>
  );
}
