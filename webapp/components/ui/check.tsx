/** Check boxes, and one of several. */
import React from 'react';
import { useUniqueId } from '../../hooks/index.ts';

/** A check box. */
export interface CheckProps {
  readonly label: string;
  readonly help?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A check box with its label. */
export function Check({ label, help, checked, onChange }: CheckProps): React.JSX.Element {
  const helpId = useUniqueId();
  return (
    <label className="ScheduledRecapsCheck">
      <input
        type="checkbox"
        checked={checked}
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {help !== undefined && (
          <span className="ScheduledRecapsCheck__help" id={helpId} aria-hidden="true">
            {help}
          </span>
        )}
      </span>
    </label>
  );
}

/** One of several. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly help?: string;
}

/** Radio buttons; the group's name is given by the field around them. */
export interface ChoicesProps<T extends string> {
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  /** Each in a frame of its own, for the few choices that change the form. */
  readonly cards?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of several, all of them to be seen. */
export function Choices<T extends string>(props: ChoicesProps<T>): React.JSX.Element {
  const { choices, value, cards = false, onChange } = props;
  const name = useUniqueId();
  return (
    <div className={`ScheduledRecapsChoices${cards ? ' ScheduledRecapsChoices--cards' : ''}`}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={`ScheduledRecapsCheck${choice.value === value ? ' ScheduledRecapsCheck--on' : ''}`}
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            aria-describedby={choice.help === undefined ? undefined : `${name}-${choice.value}`}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.help !== undefined && (
              <span
                className="ScheduledRecapsCheck__help"
                id={`${name}-${choice.value}`}
                aria-hidden="true"
              >
                {choice.help}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}

/** One of several, folded away. */
export interface SelectProps<T extends string> {
  readonly id: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly onChange: (value: T) => void;
}

/** One of several, folded away until somebody looks. */
export function Select<T extends string>(props: SelectProps<T>): React.JSX.Element {
  const { choices, value, onChange, ...rest } = props;
  return (
    <select
      {...rest}
      className="ScheduledRecapsInput ScheduledRecapsInput--auto"
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
