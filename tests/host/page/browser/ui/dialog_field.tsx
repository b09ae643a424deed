/** One field of an interactive dialog. */
import type { DialogElement } from '@mattermost/types/integrations';
import React, { useId } from 'react';
import { channelTitle, userTitle, type GlobalState } from '../state/index.ts';
import { usePageState } from './page_context.tsx';

/** What a field holds: several values where more than one may be chosen. */
export type FieldValue = string | boolean | readonly string[];

interface Props {
  readonly element: DialogElement;
  readonly value: FieldValue;
  readonly error: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** What a field holds before somebody touches it. */
export function initialValue(element: DialogElement): FieldValue {
  if (element.type === 'bool') return element.default === 'true';
  if (element.multiselect === true) return element.default === '' ? [] : element.default.split(',');
  return element.default;
}

/** The field with its label, its help, and what is wrong with it. */
export function DialogField({ element, value, error, onChange }: Props): React.JSX.Element {
  const id = useId();
  const helpId = `${id}help`;
  const described =
    error === undefined && element.help_text === '' ? {} : { 'aria-describedby': helpId };
  const label = element.display_name + (element.optional ? ' (optional)' : '');
  const isBox = element.type === 'bool';
  return (
    <div className="form-group">
      {element.type === 'radio' ? (
        <RadioGroup element={element} value={value} onChange={onChange} label={label} />
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          <Control
            element={element}
            value={value}
            onChange={onChange}
            attributes={{ id, ...described }}
          />
          {isBox && <span> {element.placeholder}</span>}
        </>
      )}
      <div id={helpId} className="help-text">
        {element.help_text}
        {error !== undefined && (
          <span className="has-error" role="alert">
            {error}
          </span>
        )}
      </div>
    </div>
  );
}

interface ControlProps extends Pick<Props, 'element' | 'value' | 'onChange'> {
  readonly attributes: { readonly id: string; readonly 'aria-describedby'?: string };
}

function Control({ element, value, onChange, attributes }: ControlProps): React.JSX.Element {
  const options = useOptions(element);
  const text = typeof value === 'string' ? value : '';
  switch (element.type) {
    case 'bool':
      return (
        <input
          {...attributes}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case 'textarea':
      return (
        <textarea
          {...attributes}
          className="form-control"
          placeholder={element.placeholder}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'select': {
      const isMultiple = element.multiselect === true;
      return (
        <select
          {...attributes}
          className="form-control"
          multiple={isMultiple}
          value={isMultiple && Array.isArray(value) ? (value as string[]) : text}
          onChange={({ target }) => {
            const chosen = [...target.selectedOptions].map((option) => option.value);
            onChange(isMultiple ? chosen : target.value);
          }}
        >
          {!isMultiple && <option value="">{element.placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      );
    }
    default:
      return (
        <input
          {...attributes}
          className="form-control"
          type={inputType(element)}
          placeholder={element.placeholder}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

interface RadioProps extends Pick<Props, 'element' | 'value' | 'onChange'> {
  readonly label: string;
}

function RadioGroup({ element, value, onChange, label }: RadioProps): React.JSX.Element {
  const name = useId();
  return (
    <fieldset>
      <legend>{label}</legend>
      {element.options.map(({ text, value: each }) => (
        <label key={String(each)}>
          <input
            type="radio"
            name={name}
            checked={value === each}
            onChange={() => onChange(String(each))}
          />{' '}
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function inputType({ type, subtype }: DialogElement): string {
  if (type === 'date') return 'date';
  if (type === 'datetime') return 'datetime-local';
  return subtype === '' ? 'text' : subtype;
}

interface Option {
  readonly text: string;
  readonly value: string;
}

/** What can be chosen: as the dialog says, or the people or channels that the page knows. */
function useOptions({ data_source, options }: DialogElement): readonly Option[] {
  const people = usePageState((state) => state.entities.users.profiles);
  const channels = usePageState((state) => state.entities.channels.channels);
  const titles = usePageState((state) => titlesOf(state));
  if (data_source === 'users')
    return Object.values(people).map((user) => ({ value: user.id, text: userTitle(user) }));
  if (data_source === 'channels') {
    const names = titles.split('\n');
    return Object.keys(channels).map((value, at) => ({ value, text: names[at] ?? value }));
  }
  return options.map(({ text, value }) => ({ text, value: String(value) }));
}

function titlesOf(state: GlobalState): string {
  return Object.values(state.entities.channels.channels)
    .map((channel) => channelTitle(state, channel))
    .join('\n');
}
