/** Small parts that forms and lists are made of. */
import React from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

/** A button that only has a picture; `label` is its name. */
export function IconButton(props: {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="ScheduledRecapsIconButton"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

/** A button that looks like a link, for what is beside the point. */
export function LinkButton(props: {
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
  readonly onClick: () => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="ScheduledRecapsLinkButton"
      disabled={props.disabled}
      aria-label={props['aria-label']}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

/** On or off, at once. */
export function Switch(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      role="switch"
      className="ScheduledRecapsSwitch"
      aria-checked={props.checked}
      aria-label={props.label}
      disabled={props.disabled}
      onClick={() => props.onChange(!props.checked)}
    />
  );
}

/** Several that can each be on or off. */
export function ToggleButton(props: {
  readonly text: string;
  /** The name in full where the text is short. */
  readonly label: string;
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="ScheduledRecapsToggle__button"
      aria-pressed={props.pressed}
      title={props.label}
      onClick={() => props.onChange(!props.pressed)}
    >
      <span aria-hidden="true">{props.text}</span>
      <span className="sr-only">{props.label}</span>
    </button>
  );
}

/** Something the user ought to know, with what can be done about it. An error is read out at once. */
export function Banner(props: {
  readonly kind: 'error' | 'notice';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): React.JSX.Element {
  const isError = props.kind === 'error';
  return (
    <div
      className={`ScheduledRecapsBanner${isError ? ' ScheduledRecapsBanner--error' : ''}`}
      role={isError ? 'alert' : 'status'}
    >
      {isError && <Icon name="alert" />}
      <span className="ScheduledRecapsBanner__text">{props.children}</span>
      {props.action}
    </div>
  );
}

/** How far something has come; `total` undefined or 0 where nobody knows. */
export function ProgressBar(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}): React.JSX.Element {
  const { label, done, total } = props;
  const known = total > 0;
  return (
    <div
      className="ScheduledRecapsProgress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={known ? 0 : undefined}
      aria-valuemax={known ? total : undefined}
      aria-valuenow={known ? done : undefined}
    >
      <div
        className={`ScheduledRecapsProgress__bar${known ? '' : ' ScheduledRecapsProgress__bar--unknown'}`}
        style={known ? { width: `${(100 * done) / total}%` } : undefined}
      />
    </div>
  );
}

/** A line that opens what is below it. */
export function Disclosure(props: {
  readonly children: ReactNode;
  readonly open: boolean;
  readonly controls: string;
  readonly 'aria-label'?: string;
  readonly onChange: (open: boolean) => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="ScheduledRecapsDisclosure"
      aria-expanded={props.open}
      aria-controls={props.open ? props.controls : undefined}
      aria-label={props['aria-label']}
      onClick={() => props.onChange(!props.open)}
    >
      <Icon name="chevron" size={14} />
      {props.children}
    </button>
  );
}
