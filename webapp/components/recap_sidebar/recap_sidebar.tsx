/** The sidebar: the user's schedules and what came of them. It is kept up to date by the server's events. */
import React, { useEffect, useRef, useState } from 'react';
import {
  rescueFocus,
  useServices,
  useStore,
  useTask,
  useText,
  useUniqueId,
} from '../../hooks/index.ts';
import { wordingOf } from '../../host/index.ts';
import { recapsState } from '../../state/index.ts';
import { Banner, Icon, LinkButton } from '../ui/index.ts';
import { EmptyState } from './empty_state.tsx';
import { matches } from './matches.ts';
import { ScheduleItem } from './schedule_item.tsx';

/** Schedules that are drawn at first, and with each wish for more. */
const pageRows = 20;

/** See the head of the file. */
export function RecapSidebar(): React.JSX.Element {
  const text = useText();
  const { actions, openForm } = useServices();
  const { status, list } = useStore((state) => recapsState(state).schedules);
  const wording = useStore((state) => recapsState(state).wording);
  const wanted = useStore(wordingOf);
  const channels = useStore((state) => state.entities.channels.channels);
  const [search, setSearch] = useState('');
  const [rows, setRows] = useState(pageRows);
  const items = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // In a window that was open before, the events have kept the list up to date.
    const isWorded = status !== 'ready' || wording === wanted;
    if (status === 'idle' || !isWorded) void actions.loadSchedules();
  }, [actions, status, wording, wanted]);

  const found = list.filter((schedule) => matches(schedule, channels, search)).toReversed();
  const isFirstLoad = list.length === 0 && (status === 'idle' || status === 'loading');
  return (
    <div className="ScheduledRecapsSidebar">
      <div className="ScheduledRecapsSidebar__tools">
        <div className="ScheduledRecapsSidebar__search">
          <Icon name="search" />
          <input
            type="search"
            className="ScheduledRecapsInput"
            aria-label={text('scheduled_recaps.sidebar.search')}
            placeholder={text('scheduled_recaps.sidebar.search')}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              setRows(pageRows);
            }}
          />
        </div>
        <button
          type="button"
          className="btn btn-primary btn-sm"
          onClick={() => openForm({ mode: 'create' })}
        >
          <Icon name="add" />
          {text('scheduled_recaps.sidebar.new')}
        </button>
      </div>
      <div className="ScheduledRecapsSidebar__list" aria-busy={status === 'loading'}>
        {status === 'failed' && (
          <Banner
            kind="error"
            action={
              <LinkButton onClick={() => void actions.loadSchedules()}>
                {text('scheduled_recaps.retry')}
              </LinkButton>
            }
          >
            {text('scheduled_recaps.sidebar.failed')}
          </Banner>
        )}
        {isFirstLoad && <Loading />}
        {status === 'ready' && list.length === 0 && (
          <EmptyState onCreate={() => openForm({ mode: 'create' })} />
        )}
        {list.length > 0 && found.length === 0 && (
          <p role="status" className="ScheduledRecapsSidebar__nothing">
            {text('scheduled_recaps.sidebar.nothing', { search })}
          </p>
        )}
        {found.length > 0 && (
          <ul
            ref={items}
            className="ScheduledRecapsSidebar__schedules"
            aria-label={text('scheduled_recaps.sidebar.title')}
          >
            {found.slice(0, rows).map((schedule) => (
              <ScheduleItem key={schedule.id} schedule={schedule} />
            ))}
          </ul>
        )}
        {found.length > rows && (
          <LinkButton
            onClick={() => {
              setRows(rows + pageRows);
              rescueFocus(() => items.current?.children[rows]?.querySelector('button'));
            }}
          >
            {text('scheduled_recaps.more', { count: found.length - rows })}
          </LinkButton>
        )}
      </div>
      <UndoBar />
    </div>
  );
}

/** The shape of what is about to come. */
function Loading(): React.JSX.Element {
  const text = useText();
  return (
    <div role="status" className="ScheduledRecapsSidebar__loading">
      <span className="sr-only">{text('scheduled_recaps.loading')}</span>
      {[0, 1, 2].map((row) => (
        <div key={row} className="ScheduledRecapsSidebar__bone" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Offers the schedule back that was deleted last. It stays until it is used or sent away: nobody has to hurry. */
function UndoBar(): React.JSX.Element {
  const text = useText();
  const id = useUniqueId();
  const { actions } = useServices();
  const deleted = useStore((state) => recapsState(state).deleted);
  const undoing = useTask();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The schedule, and the menu with it, is gone from the list.
    if (deleted !== null) rescueFocus(() => bar.current?.querySelector('button'));
  }, [deleted]);
  const undo = async (): Promise<void> => {
    const sidebar = bar.current?.closest('.ScheduledRecapsSidebar');
    if (!(await undoing.run(() => actions.undelete()))) return;
    rescueFocus(() => sidebar?.querySelector(`[data-schedule="${deleted?.id ?? ''}"] button`));
  };
  return (
    <div ref={bar} role="status" className="ScheduledRecapsSidebar__undo">
      {deleted !== null && (
        <div className="ScheduledRecapsSidebar__undoBar">
          <span id={id} dir="auto">
            {undoing.error === undefined
              ? text('scheduled_recaps.sidebar.deleted', { title: deleted.title })
              : text('scheduled_recaps.sidebar.undo_failed')}
          </span>
          <button type="button" className="btn btn-tertiary btn-sm" onClick={() => void undo()}>
            {text('scheduled_recaps.sidebar.undo')}
          </button>
          <button
            type="button"
            className="ScheduledRecapsIconButton"
            aria-label={text('scheduled_recaps.dismiss')}
            aria-describedby={id}
            onClick={() => {
              undoing.clear();
              actions.settleDeletion();
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
