/** When a recap is made: how often, on which days, at which times, in which zone. */
import React from 'react';
import { limits } from '../../../server/contract/index.ts';
import { useNow, useText } from '../../hooks/index.ts';
import { Check, Choices, Combobox, Field } from '../ui/index.ts';
import { MonthlyFields } from './monthly_fields.tsx';
import { OnceFields } from './once_fields.tsx';
import { Part } from './part.tsx';
import type { PartProps } from './part.tsx';
import { searchZones, zoneLabel, zoneOffset } from './time_zones.ts';
import { TimesField } from './times_field.tsx';
import { WeeklyFields } from './weekly_fields.tsx';

/** See the head of the file. */
export function WhenPart(props: PartProps): React.JSX.Element {
  const { values, errors, onChange } = props;
  const text = useText();
  const now = useNow();
  const offset = zoneOffset(values.timezone, now);
  return (
    <Part title={text('scheduled_recaps.form.when')}>
      <Field name="recurrence.type" label={text('scheduled_recaps.form.repeat')} group>
        {() => (
          <Choices
            value={values.kind}
            choices={[
              { value: 'weekly', label: text('scheduled_recaps.form.weekly') },
              { value: 'monthly', label: text('scheduled_recaps.form.monthly') },
              { value: 'once', label: text('scheduled_recaps.form.once') },
            ]}
            onChange={(kind) => onChange({ kind })}
          />
        )}
      </Field>
      {values.kind === 'weekly' && <WeeklyFields {...props} />}
      {values.kind === 'monthly' && <MonthlyFields {...props} />}
      {values.kind === 'once' && <OnceFields {...props} />}
      {(values.kind !== 'once' || !values.now) && <TimesField {...props} />}
      <Field name="timezone" label={text('scheduled_recaps.form.timezone')} error={errors.timezone}>
        {(control) => (
          <Combobox
            {...control}
            value={values.timezone}
            label={`${zoneLabel(values.timezone)}${offset === '' ? '' : ` (${offset})`}`}
            search={(typed) => searchZones(typed, values.timezone, now)}
            nothingFound={text('scheduled_recaps.form.no_timezone')}
            onChange={(timezone) => onChange({ timezone })}
          />
        )}
      </Field>
      <Check
        label={text('scheduled_recaps.form.paused')}
        checked={values.paused}
        onChange={(paused) => onChange({ paused })}
      />
      {values.paused && (
        <Field
          name="pause_until"
          label={text('scheduled_recaps.form.pause_until')}
          help={text('scheduled_recaps.form.pause_until_help')}
          error={errors.pause_until}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              min={limits.firstDate}
              max={limits.lastDate}
              className="ScheduledRecapsInput ScheduledRecapsInput--auto"
              value={values.pauseUntil}
              onChange={(event) => onChange({ pauseUntil: event.target.value })}
            />
          )}
        </Field>
      )}
    </Part>
  );
}
