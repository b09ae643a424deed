/** The recap as it would be now, in the place of the form. */
import React, { useEffect, useRef, useState } from 'react';
import type { ScheduleInputBody } from '../../../server/contract/index.ts';
import { isAbort, toClientError } from '../../client/index.ts';
import type { ClientError } from '../../client/index.ts';
import { useServices, useText } from '../../hooks/index.ts';
import { renderMarkdown } from '../../host/index.ts';
import { Banner, ProgressBar } from '../ui/index.ts';
import { errorSentence } from './form_errors.ts';

type Shown =
  | { readonly status: 'making' }
  | { readonly status: 'made'; readonly messages: readonly string[] }
  | { readonly status: 'failed'; readonly error: ClientError };

/** Asks for the recap as soon as it is there, and takes the focus, so that what it says is read out. */
export function PreviewPanel(props: {
  /** The schedule that is edited; undefined for a new one. */
  readonly scheduleId: string | undefined;
  readonly input: ScheduleInputBody;
}): React.JSX.Element {
  const { scheduleId, input } = props;
  const text = useText();
  const { client } = useServices();
  const [shown, setShown] = useState<Shown>({ status: 'making' });
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, []);
  useEffect(() => {
    const controller = new AbortController();
    client.preview(scheduleId, input, controller.signal).then(
      ({ messages }) => setShown({ status: 'made', messages }),
      (thrown: unknown) => {
        if (!isAbort(thrown)) setShown({ status: 'failed', error: toClientError(thrown) });
      },
    );
    return () => controller.abort();
  }, [client, scheduleId, input]);
  return (
    <div
      ref={panel}
      className="ScheduledRecapsPreview"
      role="region"
      aria-label={text('scheduled_recaps.preview.title')}
      aria-busy={shown.status === 'making'}
      tabIndex={-1}
    >
      {shown.status === 'making' && (
        <>
          <p role="status">{text('scheduled_recaps.preview.making')}</p>
          <ProgressBar label={text('scheduled_recaps.preview.making')} done={0} total={0} />
        </>
      )}
      {shown.status === 'failed' && (
        <Banner kind="error">{errorSentence(shown.error, text)}</Banner>
      )}
      {shown.status === 'made' && (
        <>
          <p className="ScheduledRecapsField__help">{text('scheduled_recaps.preview.not_sent')}</p>
          {shown.messages.map((message, index) => (
            // Messages have no identity but their place.
            <div key={index} className="ScheduledRecapsPreview__message post__body" dir="auto">
              {renderMarkdown(message)}
            </div>
          ))}
        </>
      )}
    </div>
  );
}
