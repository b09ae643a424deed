/** A button that opens a short menu, by the keys and roles of the ARIA authoring practices. */
import React, { useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useUniqueId } from '../../hooks/index.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

/** One thing to do. */
export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

/** A menu behind three dots. */
export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** See the head of the file. */
export function Menu({ label, items }: MenuProps): React.JSX.Element {
  const id = useUniqueId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const select = (item: MenuItem): void => {
    if (item.disabled === true) return;
    close();
    item.onSelect();
  };
  const onBlur = (event: FocusEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div className="ScheduledRecapsMenu" onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="ScheduledRecapsIconButton"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name="more" />
      </button>
      {open && (
        <ul
          id={id}
          ref={list}
          className="ScheduledRecapsMenu__list"
          role="menu"
          aria-label={label}
          onKeyDown={(event) => steer(event, close)}
        >
          {items.map((item) => (
            <li key={item.label} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={`ScheduledRecapsMenu__item${item.danger === true ? ' ScheduledRecapsMenu__item--danger' : ''}`}
                aria-disabled={item.disabled === true ? true : undefined}
                onClick={() => select(item)}
              >
                <Icon name={item.icon} />
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Arrow keys go round, Home and End to the ends, a letter to what begins with it. */
function steer(event: KeyboardEvent<HTMLUListElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const go = (index: number): void => items.at(index % items.length)?.focus();
  switch (event.key) {
    case 'ArrowDown':
      go(at + 1);
      break;
    case 'ArrowUp':
      go(at - 1);
      break;
    case 'Home':
      go(0);
      break;
    case 'End':
      go(-1);
      break;
    case 'Escape':
      event.stopPropagation();
      close();
      break;
    case 'Tab':
      return;
    default: {
      const typed = event.key.toLowerCase();
      if (typed.length !== 1 || typed === ' ') return;
      const found = [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
        item.textContent.trim().toLowerCase().startsWith(typed),
      );
      if (found === undefined) return;
      found.focus();
    }
  }
  event.preventDefault();
}
