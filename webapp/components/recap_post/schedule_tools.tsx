/** What can be done with the schedule behind a recap: what the post has buttons for, which the host leaves to the card. */
import React, { useState } from 'react';
import { postProps } from '../../../server/contract/index.ts';
import { useServices, useStore, useTask, useText } from '../../hooks/index.ts';
import { scheduleById } from '../../state/index.ts';
import { errorSentence } from '../schedule_modal/index.ts';
import { LinkButton } from '../ui/index.ts';
import { offeredOf } from './card_of.ts';
import type { RecapPostData } from './card_of.ts';

/** See the head of the file. Nothing for a recap that was asked for without a schedule. */
export function ScheduleTools({
  post,
}: {
  readonly post: RecapPostData;
}): React.JSX.Element | null {
  const text = useText();
  const { actions, client, openForm } = useServices();
  const task = useTask();
  const [started, setStarted] = useState(false);
  const id = post.props?.[postProps.scheduleId];
  const known = useStore((state) => (typeof id === 'string' ? scheduleById(state, id) : undefined));
  const offered = offeredOf(post);
  if (typeof id !== 'string' || offered.size === 0) return null;
  if (task.error?.code === 'not_found') {
    return <span role="status">{text('scheduled_recaps.post.gone')}</span>;
  }
  const isPaused = known === undefined ? offered.has('resume') : !known.enabled;
  const canPause = offered.has('pause') || offered.has('resume');
  const run = async (): Promise<void> => setStarted(await task.run(() => actions.run(id)));
  const turn = async (): Promise<void> => {
    setStarted(false);
    await task.run(() => (isPaused ? actions.resume(id) : actions.pause(id)));
  };
  const edit = (): Promise<boolean> =>
    task.run(async () =>
      openForm({ mode: 'edit', schedule: known ?? (await client.schedule(id)) }),
    );
  return (
    <>
      {offered.has('run') && (
        <LinkButton onClick={() => void run()}>{text('scheduled_recaps.post.run')}</LinkButton>
      )}
      {canPause && (
        <LinkButton onClick={() => void turn()}>
          {text(isPaused ? 'scheduled_recaps.post.resume' : 'scheduled_recaps.post.pause')}
        </LinkButton>
      )}
      <LinkButton onClick={() => void edit()}>{text('scheduled_recaps.post.edit')}</LinkButton>
      <span role="status">
        {task.error !== undefined && errorSentence(task.error, text)}
        {started && text('scheduled_recaps.post.started')}
      </span>
    </>
  );
}
