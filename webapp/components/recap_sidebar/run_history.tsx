/** What came of a schedule's runs, the newest first. */
import React from 'react';
import type { DescribedSchedule, Run } from '../../../server/contract/index.ts';
import { useServices, useStore, useText, useTimes } from '../../hooks/index.ts';
import type { TextOf } from '../../hooks/index.ts';
import { basePath, currentTeamName, navigate, siteUrl } from '../../host/index.ts';
import { historyOf } from '../../state/index.ts';
import { Banner, LinkButton } from '../ui/index.ts';

/** See the head of the file. */
export function RunHistory(props: { readonly schedule: DescribedSchedule }): React.JSX.Element {
  const { id, title } = props.schedule;
  const text = useText();
  const { actions } = useServices();
  const { status, runs, nextBefore } = useStore((state) => historyOf(state, id));
  return (
    <div className="ScheduledRecapsHistory" aria-busy={status === 'loading'}>
      {status === 'loading' && runs.length === 0 && (
        <p role="status">{text('scheduled_recaps.loading')}</p>
      )}
      {status === 'ready' && runs.length === 0 && <p>{text('scheduled_recaps.history.empty')}</p>}
      {runs.length > 0 && (
        <ul aria-label={text('scheduled_recaps.item.history_of', { title })}>
          {runs.map((run) => (
            <RunItem key={run.sequence} run={run} timezone={props.schedule.timezone} />
          ))}
        </ul>
      )}
      {status === 'failed' && (
        <Banner
          kind="error"
          action={
            <LinkButton onClick={() => void actions.loadHistory(id, 'first')}>
              {text('scheduled_recaps.retry')}
            </LinkButton>
          }
        >
          {text('scheduled_recaps.history.failed')}
        </Banner>
      )}
      {nextBefore !== null && status !== 'failed' && (
        <LinkButton
          disabled={status === 'loading'}
          onClick={() => void actions.loadHistory(id, 'next')}
        >
          {text('scheduled_recaps.history.older')}
        </LinkButton>
      )}
    </div>
  );
}

function RunItem(props: { readonly run: Run; readonly timezone: string }): React.JSX.Element {
  const { run, timezone } = props;
  const text = useText();
  const times = useTimes();
  const site = useStore(siteUrl);
  const team = useStore(currentTeamName);
  const when = times.short(run.occurrence_at, timezone);
  return (
    <li className="ScheduledRecapsRun">
      <span
        className={`ScheduledRecapsRun__dot ScheduledRecapsRun__dot--${run.status}`}
        aria-hidden="true"
      />
      <div className="ScheduledRecapsRun__text">
        <time dateTime={new Date(run.occurrence_at).toISOString()}>{when}</time>
        <span className="ScheduledRecapsRun__outcome">{outcomeOf(run, text)}</span>
      </div>
      {run.post_id !== null && (
        <a
          className="ScheduledRecapsRun__link"
          href={`${basePath(site)}/${team}/pl/${run.post_id}`}
          aria-label={text('scheduled_recaps.history.open_of', { when })}
          onClick={(event) => {
            // A key held down wants a window of its own, as with every link.
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            navigate(`/${team}/pl/${run.post_id ?? ''}`, site);
          }}
        >
          {text('scheduled_recaps.history.open')}
        </a>
      )}
    </li>
  );
}

/** How a run ended, why, and what it is made of. */
function outcomeOf(run: Run, text: TextOf): string {
  const outcome =
    run.occurrences > 1
      ? text('scheduled_recaps.history.missed_many', { count: run.occurrences })
      : text(`scheduled_recaps.run.${run.status}`);
  const reason = run.reason === null ? [] : [text(`scheduled_recaps.reason.${run.reason}`)];
  const made =
    run.summary === null || run.status !== 'delivered'
      ? []
      : [
          text('scheduled_recaps.history.summary', {
            messages: run.summary.posts_read,
            channels: run.summary.channels_read,
          }),
        ];
  const asked = run.trigger === 'manual' ? [text('scheduled_recaps.history.manual')] : [];
  return [outcome, ...reason, ...made, ...asked].join(' · ');
}
