/** A modal dialog: focus goes in, stays in, and returns to where it came from. */
import React, { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useUniqueId } from '../../hooks/index.ts';
import { Icon } from './icon.tsx';

/** See the head of the file. */
export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  /** The user wants out: by Escape, the cross, or a click beside the dialog. */
  readonly onClose: () => void;
  /** Stands between the content and the buttons, and never scrolls away. */
  readonly summary?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
  /** The scrolling part, for whoever has to find something in it. */
  readonly bodyRef?: RefObject<HTMLDivElement>;
}

/** What can be reached with Tab. */
const reachable = [
  'a[href]',
  'button:not([disabled])',
  'input:not([disabled])',
  'select:not([disabled])',
  'textarea:not([disabled])',
  '[tabindex]',
].join(',');

/** The dialog, over the whole page. What has `data-autofocus` gets the focus at first, else the dialog itself. */
export function Dialog(props: DialogProps): React.JSX.Element {
  const { title, closeLabel, onClose, summary, footer, children, bodyRef } = props;
  const titleId = useUniqueId();
  const dialog = useRef<HTMLDivElement>(null);
  useFocusGuest(dialog);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Tab' && dialog.current !== null) {
      keepInside(dialog.current, event);
    }
  };
  return (
    <div className="ScheduledRecapsDialog">
      <div className="ScheduledRecapsDialog__backdrop" role="presentation" onMouseDown={onClose} />
      <div
        ref={dialog}
        className="ScheduledRecapsDialog__box a11y__modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className="ScheduledRecapsDialog__header">
          <h1 id={titleId} className="ScheduledRecapsDialog__title">
            {title}
          </h1>
          <button
            type="button"
            className="ScheduledRecapsIconButton"
            aria-label={closeLabel}
            onClick={onClose}
          >
            <Icon name="close" size={20} />
          </button>
        </div>
        <div className="ScheduledRecapsDialog__body" ref={bodyRef}>
          {children}
        </div>
        {summary}
        <div className="ScheduledRecapsDialog__footer">{footer}</div>
      </div>
    </div>
  );
}

/** Takes the focus while the dialog is there, and gives it back. */
function useFocusGuest(dialog: RefObject<HTMLElement>): void {
  useEffect(() => {
    const before = document.activeElement;
    const first = dialog.current?.querySelector<HTMLElement>('[data-autofocus]');
    (first ?? dialog.current)?.focus();
    // What had the focus may go, a button that was pressed with what it stood in: then nothing hears the keys.
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body) dialog.current?.focus();
    });
    if (dialog.current !== null) watch.observe(dialog.current, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [dialog]);
}

/** Lets Tab go round inside. */
function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter(isStop);
  const first = stops[0];
  const last = stops.at(-1);
  if (first === undefined || last === undefined) return;
  const at = document.activeElement;
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (at !== from && !(event.shiftKey && at === dialog)) return;
  event.preventDefault();
  to.focus();
}

/** Radio buttons of a group are one stop: the one that is chosen. */
function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) {
    return true;
  }
  const group = element.closest('[role="radiogroup"], fieldset');
  return group?.querySelector('input[type="radio"]:checked') === null;
}
