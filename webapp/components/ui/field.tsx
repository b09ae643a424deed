/** A label with what it names, what helps, and what is wrong. */
import React from 'react';
import type { ReactNode } from 'react';
import { useUniqueId } from '../../hooks/index.ts';
import { Icon } from './icon.tsx';

/** What ties a control to its label, help and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** See the head of the file. */
export interface FieldProps {
  /** Names the field to whoever has to find it, as `data-field`. */
  readonly name: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** Several controls below one label, which is then the name of their group. */
  readonly group?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A field of a form. */
export function Field(props: FieldProps): React.JSX.Element {
  const { name, label, help, error, group = false, children } = props;
  const id = useUniqueId();
  const described = [
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(help === undefined ? [] : [`${id}-help`]),
  ].join(' ');
  const describedBy = described === '' ? undefined : described;
  const wrong = error !== undefined && (
    <p id={`${id}-error`} className="ScheduledRecapsField__error">
      <Icon name="alert" size={14} />
      {error}
    </p>
  );
  const helping = help !== undefined && (
    <p id={`${id}-help`} className="ScheduledRecapsField__help">
      {help}
    </p>
  );
  const control: ControlProps = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': error === undefined ? undefined : true,
  };
  if (group) {
    return (
      <fieldset className="ScheduledRecapsField" data-field={name} aria-describedby={describedBy}>
        <legend className="ScheduledRecapsField__label">{label}</legend>
        {/* A group may be longer than the page, and the focus goes to its beginning. */}
        {wrong}
        {children(control)}
        {helping}
      </fieldset>
    );
  }
  return (
    <div className="ScheduledRecapsField" data-field={name}>
      <label className="ScheduledRecapsField__label" htmlFor={id}>
        {label}
      </label>
      {children(control)}
      {wrong}
      {helping}
    </div>
  );
}
