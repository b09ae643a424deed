/** The form for a schedule: new, changed, or made after another. One page, in three parts. */
import React, { useEffect, useRef, useState } from 'react';
import { useSelector } from 'react-redux';
import { limits } from '../../../server/contract/index.ts';
import type { ClientConfig, ScheduleInputBody } from '../../../server/contract/index.ts';
import { useServices, useStore, useTask, useText } from '../../hooks/index.ts';
import type { FormRequest } from '../../hooks/index.ts';
import { profileTimezone } from '../../host/index.ts';
import type { HostState } from '../../host/index.ts';
import { recapsState } from '../../state/index.ts';
import { Banner, Dialog, LinkButton } from '../ui/index.ts';
import { checkForm, errorSentence, fieldNames, fieldOf } from './form_errors.ts';
import type { FormErrors } from './form_errors.ts';
import { inputOf, isSameForm } from './form_values.ts';
import type { FormValues } from './form_values.ts';
import { HowPart } from './how_part.tsx';
import { LeaveQuestion } from './leave_question.tsx';
import { firstValues } from './first_values.ts';
import { PreviewPanel } from './preview_panel.tsx';
import { TimingSummary } from './timing_summary.tsx';
import { useTiming } from './use_timing.ts';
import { WhatPart } from './what_part.tsx';
import { WhenPart } from './when_part.tsx';

/** See the head of the file. The host hands `onExited` in, which takes the modal off the page. */
export interface ScheduleModalProps {
  readonly request: FormRequest;
  readonly onExited: () => void;
}

/** What is known before the server has told its settings. */
const unknownConfig: Omit<ClientConfig, 'schedules_per_user'> = {
  channels_per_schedule: limits.channelsPerSchedule,
  ai: { available: false, name: '' },
};

/** See the head of the file. */
export function ScheduleModal({ request, onExited }: ScheduleModalProps): React.JSX.Element {
  const text = useText();
  const { actions, client } = useServices();
  const timezone = useStore(profileTimezone);
  const config = useStore((state) => recapsState(state).config) ?? unknownConfig;
  const channelName = useSelector((state: HostState) =>
    request.mode === 'create' && request.channelId !== undefined
      ? state.entities.channels.channels[request.channelId]?.display_name
      : undefined,
  );
  const [first] = useState(() => firstValues(request, { timezone, channelName, text }));
  const [values, setValues] = useState(first);
  const [checked, setChecked] = useState(false);
  const [preview, setPreview] = useState<ScheduleInputBody>();
  const [leaving, setLeaving] = useState(false);
  const saving = useTask();
  const body = useRef<HTMLDivElement>(null);
  const timing = useTiming(values);
  useEffect(() => {
    void actions.loadConfig();
  }, [actions]);

  const change = (changed: Partial<FormValues>): void => {
    setValues((before) => ({ ...before, ...changed }));
    setLeaving(false);
    saving.clear();
  };
  const fail = (found: FormErrors): void => {
    setChecked(true);
    // The sentence has to be there before the focus brings a screen reader to it.
    requestAnimationFrame(() => focusFirst(body.current, found));
  };
  const close = (): void => {
    if (preview !== undefined) setPreview(undefined);
    else if (isSameForm(values, first)) onExited();
    else setLeaving(true);
  };
  const save = async (overwrite = false): Promise<void> => {
    const found = checkForm(values, config.channels_per_schedule, text);
    if (Object.keys(found).length > 0) {
      fail(found);
      return;
    }
    const done = await saving.run(async () => {
      const input = inputOf(values);
      if (request.mode !== 'edit') return actions.create(input);
      const { id, revision } = request.schedule;
      const current = overwrite ? (await client.schedule(id)).revision : revision;
      return actions.replace(id, input, current);
    });
    if (done) onExited();
  };
  const { error } = saving;
  const wrongField = fieldOf(error?.field);
  useEffect(() => {
    if (error === undefined) return;
    if (wrongField === undefined) body.current?.scrollTo(0, 0);
    else focusFirst(body.current, { [wrongField]: error.message });
  }, [error, wrongField]);
  // From the first try on, each error goes as soon as what it is about was put right.
  const own = checked ? checkForm(values, config.channels_per_schedule, text) : {};
  const errors =
    error !== undefined && wrongField !== undefined
      ? { ...own, [wrongField]: errorSentence(error, text) }
      : own;
  const parts = { values, errors, onChange: change };

  return (
    <Dialog
      title={text(`scheduled_recaps.form.heading.${request.mode}`)}
      closeLabel={text('scheduled_recaps.close')}
      onClose={close}
      bodyRef={body}
      summary={
        <TimingSummary
          timing={timing}
          timezone={values.timezone}
          paused={values.paused}
          pauseUntil={values.pauseUntil}
        />
      }
      footer={
        leaving ? (
          <LeaveQuestion onDiscard={onExited} onKeep={() => setLeaving(false)} />
        ) : preview === undefined ? (
          <>
            <button
              type="button"
              className="btn btn-tertiary ScheduledRecapsDialog__footerStart"
              onClick={() => {
                const found = checkForm(
                  {
                    ...values,
                    title: values.title.trim() || text('scheduled_recaps.form.untitled'),
                  },
                  config.channels_per_schedule,
                  text,
                );
                if (Object.keys(found).length > 0) fail(found);
                else setPreview(previewInput(values, text('scheduled_recaps.form.untitled')));
              }}
            >
              {text('scheduled_recaps.form.preview')}
            </button>
            <button type="button" className="btn btn-tertiary" onClick={close}>
              {text('scheduled_recaps.cancel')}
            </button>
            <button
              type="button"
              className="btn btn-primary"
              aria-disabled={saving.busy}
              onClick={() => void save()}
            >
              {text(saving.busy ? 'scheduled_recaps.form.saving' : 'scheduled_recaps.form.save')}
            </button>
          </>
        ) : (
          <button type="button" className="btn btn-primary" onClick={() => setPreview(undefined)}>
            {text('scheduled_recaps.preview.back')}
          </button>
        )
      }
    >
      {error !== undefined && wrongField === undefined && (
        <Banner
          kind="error"
          action={
            error.code === 'conflict' ? (
              <LinkButton onClick={() => void save(true)}>
                {text('scheduled_recaps.form.overwrite')}
              </LinkButton>
            ) : undefined
          }
        >
          {errorSentence(error, text)}
        </Banner>
      )}
      {preview !== undefined && (
        <PreviewPanel
          scheduleId={request.mode === 'edit' ? request.schedule.id : undefined}
          input={preview}
        />
      )}
      <div className="ScheduledRecapsForm" hidden={preview !== undefined}>
        <WhatPart {...parts} maxChannels={config.channels_per_schedule} />
        <WhenPart {...parts} />
        <HowPart {...parts} ai={config.ai} />
      </div>
    </Dialog>
  );
}

function previewInput(values: FormValues, untitled: string): ScheduleInputBody {
  const input = inputOf(values);
  return input.title === '' ? { ...input, title: untitled } : input;
}

/** Brings the focus to the first field that is wrong, and into view what is wrong with it. */
function focusFirst(body: HTMLElement | null, errors: FormErrors): void {
  const name = fieldNames.find((field) => errors[field] !== undefined);
  const field = body?.querySelector(`[data-field="${name ?? ''}"]`);
  const wrong = field?.querySelector<HTMLElement>('[aria-invalid]');
  (wrong ?? field?.querySelector<HTMLElement>('input, select, textarea, button'))?.focus();
  field?.querySelector('.ScheduledRecapsField__error')?.scrollIntoView({ block: 'nearest' });
}
