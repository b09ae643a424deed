/** Which days of which weeks. */
import React from 'react';
import { useIntl } from 'react-intl';
import { limits } from '../../../server/contract/index.ts';
import { useText, useTimes } from '../../hooks/index.ts';
import { Field, LinkButton, ToggleButton } from '../ui/index.ts';
import { everyDay, weekend, workdays } from './form_values.ts';
import type { PartProps } from './part.tsx';
import { weekOrder } from './week_order.ts';

/** See the head of the file. */
export function WeeklyFields({ values, errors, onChange }: PartProps): React.JSX.Element {
  const text = useText();
  const times = useTimes();
  const { locale } = useIntl();
  const setDays = (daysOfWeek: number): void => onChange({ daysOfWeek, anchorDate: null });
  return (
    <>
      <Field
        name="recurrence.days_of_week"
        label={text('scheduled_recaps.form.days')}
        error={errors['recurrence.days_of_week']}
        group
      >
        {() => (
          <>
            <div className="ScheduledRecapsToggle">
              {weekOrder(locale).map((day) => (
                <ToggleButton
                  key={day}
                  text={times.weekday(day, 'short')}
                  label={times.weekday(day, 'long')}
                  pressed={(values.daysOfWeek & (1 << day)) !== 0}
                  onChange={() => setDays(values.daysOfWeek ^ (1 << day))}
                />
              ))}
            </div>
            <p className="ScheduledRecapsForm__presets">
              <LinkButton onClick={() => setDays(workdays)}>
                {text('scheduled_recaps.form.workdays')}
              </LinkButton>
              <LinkButton onClick={() => setDays(weekend)}>
                {text('scheduled_recaps.form.weekend')}
              </LinkButton>
              <LinkButton onClick={() => setDays(everyDay)}>
                {text('scheduled_recaps.form.every_day')}
              </LinkButton>
            </p>
          </>
        )}
      </Field>
      <Field
        name="recurrence.every_weeks"
        label={text('scheduled_recaps.form.every_weeks')}
        help={text('scheduled_recaps.form.every_weeks_help')}
        error={errors['recurrence.every_weeks']}
      >
        {(control) => (
          <input
            {...control}
            type="number"
            inputMode="numeric"
            min={1}
            max={limits.everyWeeks}
            className="ScheduledRecapsInput ScheduledRecapsInput--auto"
            value={values.everyWeeks}
            onChange={(event) => onChange({ everyWeeks: event.target.value, anchorDate: null })}
          />
        )}
      </Field>
    </>
  );
}
