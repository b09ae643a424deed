/** A button with a menu, for mouse and keyboard. */
import React, { useEffect, useRef, useState } from 'react';

/** One thing to choose. */
export interface MenuItem {
  readonly id: string;
  readonly text: React.ReactNode;
  readonly action: () => void;
}

interface Props {
  readonly id: string;
  /** The name of button and menu for those who hear the page. */
  readonly name: string;
  readonly className?: string;
  readonly children: React.ReactNode;
  readonly items: readonly MenuItem[];
}

/** The button; arrow keys move in the open menu, Escape and a click beside it close it. */
export function MenuButton({
  id,
  name,
  className = '',
  children,
  items,
}: Props): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  useEffect(() => {
    if (!isOpen) return undefined;
    root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const closeBeside = (event: MouseEvent): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true)
        setOpen(false);
    };
    document.addEventListener('mousedown', closeBeside);
    return () => document.removeEventListener('mousedown', closeBeside);
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: React.KeyboardEvent): void => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all.at(at - 1)?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    <div className="menu" ref={root}>
      <button
        ref={button}
        id={id}
        type="button"
        className={className}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <ul className="menu__list" role="menu" aria-label={name} onKeyDown={move}>
          {items.map((item) => (
            <li key={item.id} role="none">
              <button
                id={item.id}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  close();
                  item.action();
                }}
              >
                {item.text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
