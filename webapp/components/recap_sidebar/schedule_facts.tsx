/** What a schedule says and where it stands, in words. */
import React from 'react';
import type { DescribedSchedule } from '../../../server/contract/index.ts';
import { useNow, useStore, useText, useTimes } from '../../hooks/index.ts';

/** Channels that are named; the others are counted. */
const namedChannels = 3;

/** See the head of the file. */
export function ScheduleFacts(props: { readonly schedule: DescribedSchedule }): React.JSX.Element {
  const { schedule } = props;
  return (
    <div className="ScheduledRecapsItem__facts">
      <p dir="auto">{schedule.description}</p>
      <p dir="auto">
        <Channels schedule={schedule} />
      </p>
      <p className="ScheduledRecapsItem__next">
        <Standing schedule={schedule} />
      </p>
      <LastRun schedule={schedule} />
    </div>
  );
}

function Channels({ schedule }: { readonly schedule: DescribedSchedule }): React.JSX.Element {
  const text = useText();
  const channels = useStore((state) => state.entities.channels.channels);
  if (schedule.channel_mode === 'all_unreads') {
    return <>{text('scheduled_recaps.item.all_unreads')}</>;
  }
  const ids = schedule.channel_ids;
  const names = ids.flatMap((id) => channels[id]?.display_name || []).slice(0, namedChannels);
  if (names.length === 0) {
    return <>{text('scheduled_recaps.item.channels', { count: ids.length })}</>;
  }
  const listed = names.join(', ');
  const more = ids.length - names.length;
  return (
    <>
      {more > 0 ? text('scheduled_recaps.item.names_and', { names: listed, count: more }) : listed}
    </>
  );
}

function Standing({ schedule }: { readonly schedule: DescribedSchedule }): React.JSX.Element {
  const text = useText();
  const times = useTimes();
  const now = useNow();
  const { next_run_at: next, resume_at: resume, pause_reason: reason, timezone } = schedule;
  if (schedule.finished_at !== null) {
    const when = times.short(schedule.finished_at, timezone);
    return <>{text('scheduled_recaps.item.finished', { when })}</>;
  }
  if (!schedule.enabled) {
    const why =
      reason === null || reason === 'owner' ? '' : text(`scheduled_recaps.pause.${reason}`);
    const state =
      resume === null
        ? text('scheduled_recaps.item.paused')
        : text('scheduled_recaps.item.paused_until', { when: times.day(resume, timezone) });
    return <>{why === '' ? state : `${state} ${why}`}</>;
  }
  if (next === null) return <>{text('scheduled_recaps.summary.never')}</>;
  if (next <= now) return <>{text('scheduled_recaps.item.due')}</>;
  return (
    <>
      {text('scheduled_recaps.item.next')}{' '}
      <time dateTime={new Date(next).toISOString()}>
        <strong>{times.relative(next, now)}</strong>, {times.full(next, timezone)}
      </time>
    </>
  );
}

function LastRun(props: { readonly schedule: DescribedSchedule }): React.JSX.Element | null {
  const { last_run_at: last, last_status: status } = props.schedule;
  const text = useText();
  const times = useTimes();
  const now = useNow();
  if (last === null || status === null) return null;
  return (
    <p>
      {text('scheduled_recaps.item.last', {
        when: times.relative(Math.min(last, now), now),
        outcome: text(`scheduled_recaps.run.${status}`),
      })}
    </p>
  );
}
