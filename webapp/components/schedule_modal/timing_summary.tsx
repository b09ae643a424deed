/** Always in sight: the schedule in words, and its next runs where the clocks show its zone. */
import React from 'react';
import { useText, useTimes } from '../../hooks/index.ts';
import { Icon } from '../ui/index.ts';
import { errorSentence } from './form_errors.ts';
import type { Timing } from './use_timing.ts';

/** See the head of the file. */
export function TimingSummary(props: {
  readonly timing: Timing;
  readonly timezone: string;
  readonly paused: boolean;
  /** The day on which it goes on, `YYYY-MM-DD`; empty where it stays paused. */
  readonly pauseUntil: string;
}): React.JSX.Element {
  return (
    <div className="ScheduledRecapsSummary" role="status" aria-live="polite">
      <Icon name="clock" size={20} />
      <div className="ScheduledRecapsSummary__text">
        <SummaryText {...props} />
      </div>
    </div>
  );
}

function SummaryText(props: {
  readonly timing: Timing;
  readonly timezone: string;
  readonly paused: boolean;
  /** The day on which it goes on, `YYYY-MM-DD`; empty where it stays paused. */
  readonly pauseUntil: string;
}): React.JSX.Element {
  const { timing, timezone, paused, pauseUntil } = props;
  const text = useText();
  const times = useTimes();
  const pausedText = (): string => {
    const day = Date.parse(pauseUntil);
    return Number.isNaN(day)
      ? text('scheduled_recaps.summary.paused')
      : text('scheduled_recaps.summary.paused_until', { when: times.day(day, 'UTC') });
  };
  switch (timing.status) {
    case 'incomplete':
      return <p>{text('scheduled_recaps.summary.incomplete')}</p>;
    case 'failed':
      return <p>{errorSentence(timing.error, text)}</p>;
    case 'asking':
    case 'known': {
      const answer = timing.status === 'known' ? timing.answer : timing.last;
      if (answer === undefined) return <p>{text('scheduled_recaps.summary.asking')}</p>;
      return (
        <>
          <p className="ScheduledRecapsSummary__words" dir="auto">
            {answer.description}
          </p>
          {paused && <p>{pausedText()}</p>}
          {!paused && answer.next_runs.length === 0 && (
            <p>{text('scheduled_recaps.summary.never')}</p>
          )}
          {!paused && answer.next_runs.length > 0 && (
            <ol
              className="ScheduledRecapsSummary__runs"
              aria-label={text('scheduled_recaps.summary.next')}
            >
              {answer.next_runs.map((run) => (
                <li key={run}>
                  <time dateTime={new Date(run).toISOString()}>{times.short(run, timezone)}</time>
                </li>
              ))}
            </ol>
          )}
        </>
      );
    }
  }
}
