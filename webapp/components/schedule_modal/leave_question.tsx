/** Asks before anything typed is lost, in the place of the buttons, where it cannot be scrolled away. */
import React, { useEffect, useRef } from 'react';
import { useText } from '../../hooks/index.ts';

/** See the head of the file. The focus comes here, on the answer that loses nothing, and goes back where it was. */
export function LeaveQuestion(props: {
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}): React.JSX.Element {
  const text = useText();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <>
      <span className="ScheduledRecapsDialog__footerStart" role="alert">
        {text('scheduled_recaps.form.unsaved')}
      </span>
      <button type="button" className="btn btn-tertiary" onClick={props.onDiscard}>
        {text('scheduled_recaps.form.discard')}
      </button>
      <button ref={keep} type="button" className="btn btn-primary" onClick={props.onKeep}>
        {text('scheduled_recaps.form.keep_editing')}
      </button>
    </>
  );
}
