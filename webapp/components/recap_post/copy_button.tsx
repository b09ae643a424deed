/** Copies a recap as Markdown. */
import React from 'react';
import { useTask, useText } from '../../hooks/index.ts';
import { Icon, LinkButton } from '../ui/index.ts';

/** See the head of the file. */
export function CopyButton({ markdown }: { readonly markdown: string }): React.JSX.Element {
  const text = useText();
  const task = useTask();
  const [done, setDone] = React.useState(false);
  const copy = async (): Promise<void> => {
    setDone(await task.run(() => navigator.clipboard.writeText(markdown)));
  };
  return (
    <>
      <LinkButton onClick={() => void copy()}>
        <Icon name={done ? 'check' : 'copy'} size={14} />
        {text('scheduled_recaps.post.copy')}
      </LinkButton>
      <span role="status" className={task.error === undefined ? 'sr-only' : undefined}>
        {task.error === undefined
          ? done && text('scheduled_recaps.post.copied')
          : text('scheduled_recaps.post.copy_failed')}
      </span>
    </>
  );
}
