/** One schedule: what it says, when it runs next, what it is doing, and what can be done with it. */
import React, { useRef, useState } from 'react';
import type { DescribedSchedule } from '../../../server/contract/index.ts';
import {
  rescueFocus,
  useServices,
  useStore,
  useTask,
  useText,
  useUniqueId,
} from '../../hooks/index.ts';
import { errorSentence } from '../schedule_modal/index.ts';
import { Banner, Disclosure, LinkButton, Menu, ProgressBar, Switch } from '../ui/index.ts';
import { progressOf } from '../../state/index.ts';
import { RunHistory } from './run_history.tsx';
import { ScheduleFacts } from './schedule_facts.tsx';

/** See the head of the file. */
export function ScheduleItem(props: { readonly schedule: DescribedSchedule }): React.JSX.Element {
  const { schedule } = props;
  const { id, title } = schedule;
  const text = useText();
  const titleId = useUniqueId();
  const historyId = useUniqueId();
  const { actions, openForm } = useServices();
  const task = useTask();
  const [showsHistory, setShowsHistory] = useState(false);
  const isFinished = schedule.finished_at !== null;
  return (
    <li className="ScheduledRecapsItem" data-schedule={id} aria-labelledby={titleId}>
      <div className="ScheduledRecapsItem__head">
        <h3 id={titleId} className="ScheduledRecapsItem__title" dir="auto">
          {title}
        </h3>
        {!isFinished && (
          <Switch
            label={text('scheduled_recaps.item.active', { title })}
            checked={schedule.enabled}
            disabled={task.busy}
            onChange={(on) => void task.run(() => (on ? actions.resume(id) : actions.pause(id)))}
          />
        )}
        <Menu
          label={text('scheduled_recaps.item.menu', { title })}
          items={[
            {
              label: text('scheduled_recaps.item.run'),
              icon: 'play',
              disabled: schedule.running,
              onSelect: () => void task.run(() => actions.run(id)),
            },
            {
              label: text('scheduled_recaps.item.edit'),
              icon: 'edit',
              onSelect: () => openForm({ mode: 'edit', schedule }),
            },
            {
              label: text('scheduled_recaps.item.duplicate'),
              icon: 'copy',
              onSelect: () => openForm({ mode: 'duplicate', schedule }),
            },
            {
              label: text('scheduled_recaps.item.delete'),
              icon: 'trash',
              danger: true,
              onSelect: () => void task.run(() => actions.remove(schedule)),
            },
          ]}
        />
      </div>
      <ScheduleFacts schedule={schedule} />
      {schedule.running && <Busy schedule={schedule} />}
      {task.error !== undefined && (
        <Banner
          kind="error"
          action={
            <LinkButton onClick={() => task.clear()}>{text('scheduled_recaps.dismiss')}</LinkButton>
          }
        >
          {errorSentence(task.error, text)}
        </Banner>
      )}
      <Disclosure
        open={showsHistory}
        controls={historyId}
        aria-label={text('scheduled_recaps.item.history_of', { title })}
        onChange={(open) => {
          setShowsHistory(open);
          if (open) void actions.loadHistory(id, 'first');
        }}
      >
        {text('scheduled_recaps.item.history')}
      </Disclosure>
      <div id={historyId} hidden={!showsHistory}>
        {showsHistory && <RunHistory schedule={schedule} />}
      </div>
    </li>
  );
}

/** The run at work: how far it has come, and the way to end it. */
function Busy({ schedule }: { readonly schedule: DescribedSchedule }): React.JSX.Element {
  const text = useText();
  const { actions } = useServices();
  const progress = useStore((state) => progressOf(state, schedule.id));
  const cancelling = useTask();
  const line = useRef<HTMLDivElement>(null);
  const cancel = async (): Promise<void> => {
    const item = line.current?.closest('.ScheduledRecapsItem');
    await cancelling.run(() => actions.cancel(schedule.id));
    rescueFocus(() => item?.querySelector('button'));
  };
  const { done = 0, total = 0 } = progress ?? {};
  const label =
    total > 0
      ? text('scheduled_recaps.item.progress', { done, total })
      : text('scheduled_recaps.item.running');
  return (
    <div className="ScheduledRecapsItem__busy">
      <div ref={line} className="ScheduledRecapsItem__busyLine">
        <span role="status">{label}</span>
        <LinkButton
          disabled={cancelling.busy}
          aria-label={text('scheduled_recaps.item.cancel_run', { title: schedule.title })}
          onClick={() => void cancel()}
        >
          {text('scheduled_recaps.cancel')}
        </LinkButton>
      </div>
      <ProgressBar label={label} done={done} total={total} />
      {cancelling.error !== undefined && (
        <Banner kind="error">{errorSentence(cancelling.error, text)}</Banner>
      )}
    </div>
  );
}
