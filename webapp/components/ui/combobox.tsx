/** One of very many, found by typing: the editable combobox of the ARIA authoring practices. */
import React, { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ControlProps } from './field.tsx';

/** Something to choose. */
export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Smaller, at the end of the line. */
  readonly detail?: string;
}

/** See the head of the file. */
export interface ComboboxProps extends ControlProps {
  readonly value: string;
  /** How the value reads while nobody is typing. */
  readonly label: string;
  /** The options that go with what was typed, the best first. */
  readonly search: (typed: string) => readonly ComboboxOption[];
  readonly nothingFound: string;
  readonly onChange: (value: string) => void;
}

/** How many options are shown; more typing finds the others. */
const shownOptions = 50;

/** See the head of the file. */
export function Combobox(props: ComboboxProps): React.JSX.Element {
  const { value, label, search, nothingFound, onChange, ...control } = props;
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const open = typed !== undefined;
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const options = open ? search(typed).slice(0, shownOptions) : [];
  const listId = `${control.id}-list`;
  const optionId = (index: number): string => `${control.id}-option-${index}`;

  const show = (text: string, at: number): void => {
    setTyped(text);
    setActive(at);
  };
  const openAll = (): void => {
    if (open) return;
    const at = search('')
      .slice(0, shownOptions)
      .findIndex((option) => option.value === value);
    show('', Math.max(at, 0));
    input.current?.select();
  };
  const choose = (option: ComboboxOption | undefined): void => {
    if (option !== undefined) onChange(option.value);
    setTyped(undefined);
  };
  const move = (index: number): void => {
    setActive(index);
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (!open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        openAll();
      }
      return;
    }
    switch (event.key) {
      case 'ArrowDown':
        move((active + 1) % Math.max(options.length, 1));
        break;
      case 'ArrowUp':
        move((active - 1 + options.length) % Math.max(options.length, 1));
        break;
      case 'Enter':
        choose(options[active]);
        break;
      case 'Escape':
        event.stopPropagation();
        setTyped(undefined);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div className="ScheduledRecapsCombobox">
      <input
        {...control}
        ref={input}
        className="ScheduledRecapsInput"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && options.length > 0 ? optionId(active) : undefined}
        value={typed === undefined || typed === '' ? (open ? typed : label) : typed}
        placeholder={label}
        onChange={(event) => show(event.target.value, 0)}
        onClick={openAll}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(undefined)}
      />
      {open && (
        <ul ref={list} className="ScheduledRecapsCombobox__list" id={listId} role="listbox">
          {options.map((option, index) => (
            <li
              key={option.value}
              id={optionId(index)}
              role="option"
              aria-selected={option.value === value}
              className={`ScheduledRecapsCombobox__option${index === active ? ' ScheduledRecapsCombobox__option--active' : ''}`}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              {option.label}
              {option.detail !== undefined && (
                <span className="ScheduledRecapsCombobox__detail">{option.detail}</span>
              )}
            </li>
          ))}
          {options.length === 0 && (
            <li
              className="ScheduledRecapsCombobox__nothing"
              role="option"
              aria-selected="false"
              aria-disabled="true"
            >
              {nothingFound}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
