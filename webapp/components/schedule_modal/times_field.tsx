/** At which times of the day. */
import React from 'react';
import { limits } from '../../../server/contract/index.ts';
import { useText } from '../../hooks/index.ts';
import { Field, Icon, IconButton, LinkButton } from '../ui/index.ts';
import type { PartProps } from './part.tsx';

/** Hours between a time and the one that is added after it. */
const hoursBetween = 4;

/** One time; up to `limits.timesOfDay` of them for a weekly recurrence. */
export function TimesField({ values, errors, onChange }: PartProps): React.JSX.Element {
  const text = useText();
  const isWeekly = values.kind === 'weekly';
  const times = isWeekly ? values.times : values.times.slice(0, 1);
  const set = (index: number, time: string): void =>
    onChange({ times: values.times.map((each, at) => (at === index ? time : each)) });
  return (
    <Field
      name="recurrence.times_of_day"
      label={text('scheduled_recaps.form.time')}
      error={errors['recurrence.times_of_day']}
      group
    >
      {(control) => (
        <div className="ScheduledRecapsForm__row">
          {times.map((time, index) => (
            // Times have no identity but their place.
            <span key={index} className="ScheduledRecapsForm__time">
              <input
                type="time"
                className="ScheduledRecapsInput ScheduledRecapsInput--auto"
                aria-label={text('scheduled_recaps.form.time_number', { number: index + 1 })}
                aria-describedby={control['aria-describedby']}
                aria-invalid={control['aria-invalid']}
                value={time}
                onChange={(event) => set(index, event.target.value)}
              />
              {times.length > 1 && (
                <IconButton
                  icon="close"
                  label={text('scheduled_recaps.form.remove_time', { number: index + 1 })}
                  onClick={() => onChange({ times: times.filter((_, at) => at !== index) })}
                />
              )}
            </span>
          ))}
          {isWeekly && times.length < limits.timesOfDay && (
            <LinkButton onClick={() => onChange({ times: [...times, later(times)] })}>
              <Icon name="add" size={14} />
              {text('scheduled_recaps.form.add_time')}
            </LinkButton>
          )}
        </div>
      )}
    </Field>
  );
}

/** Some hours after the last time, and none that is there already. */
function later(times: readonly string[]): string {
  const [hour = '9', minute = '00'] = (times.at(-1) ?? '').split(':');
  for (let step = hoursBetween; step < 24 + hoursBetween; step += 1) {
    const time = `${String((Number(hour) + step) % 24).padStart(2, '0')}:${minute}`;
    if (!times.includes(time)) return time;
  }
  return '';
}
