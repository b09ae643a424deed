/** An interactive dialog that a plugin's server half opened. */
import type { DialogSubmission, OpenDialogRequest } from '@mattermost/types/integrations';
import React, { useId, useState } from 'react';
import { DialogField, initialValue, type FieldValue } from './dialog_field.tsx';
import { Modal } from './modals.tsx';
import { usePage, usePageState } from './page_context.tsx';
import { Markdown } from './parts/markdown.tsx';

interface Props {
  readonly request: OpenDialogRequest;
  readonly onHide: () => void;
}

/** The dialog. What its plugin finds wrong is shown beside the field, and nothing typed is lost. */
export function InteractiveDialog({ request, onHide }: Props): React.JSX.Element {
  const { dialog } = request;
  const elements = dialog.elements ?? [];
  const formId = useId();
  const { submit, errors, error } = useSubmit(request, onHide);
  const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>(() =>
    Object.fromEntries(elements.map((element) => [element.name, initialValue(element)])),
  );
  const cancel = (): void => {
    if (dialog.notify_on_cancel === true) void submit({}, true);
    onHide();
  };
  return (
    <Modal title={dialog.title} onClose={cancel}>
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(values, false);
        }}
      >
        {dialog.introduction_text !== undefined && dialog.introduction_text !== '' && (
          <Markdown text={dialog.introduction_text} />
        )}
        {elements.map((element) => (
          <DialogField
            key={element.name}
            element={element}
            value={values[element.name] ?? ''}
            error={errors[element.name]}
            onChange={(value) => setValues({ ...values, [element.name]: value })}
          />
        ))}
        {error !== '' && (
          <p className="has-error" role="alert">
            {error}
          </p>
        )}
      </form>
      <div className="page-modal__footer">
        <button type="button" className="btn btn-tertiary" onClick={cancel}>
          Cancel
        </button>
        <button type="submit" form={formId} className="btn btn-primary">
          {dialog.submit_label === undefined || dialog.submit_label === ''
            ? 'Submit'
            : dialog.submit_label}
        </button>
      </div>
    </Modal>
  );
}

interface Submit {
  readonly submit: (
    values: Readonly<Record<string, FieldValue>>,
    cancelled: boolean,
  ) => Promise<void>;
  readonly errors: Readonly<Record<string, string>>;
  readonly error: string;
}

function useSubmit({ url, dialog }: OpenDialogRequest, done: () => void): Submit {
  const { data } = usePage();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState('');
  const channel_id = usePageState((state) => state.entities.channels.currentChannelId);
  const team_id = usePageState((state) => state.entities.teams.currentTeamId);
  const user_id = usePageState((state) => state.entities.users.currentUserId);
  const submit: Submit['submit'] = async (values, cancelled) => {
    const { callback_id = '', state = '' } = dialog;
    const submission = values as DialogSubmission['submission'];
    const body = { url, callback_id, state, user_id, channel_id, team_id, submission, cancelled };
    setErrors({});
    setError('');
    try {
      const answer = await data.client.submitInteractiveDialog(body);
      if (cancelled) return;
      setErrors(answer.errors ?? {});
      setError(answer.error ?? '');
      const isWrong = (answer.error ?? '') !== '' || Object.keys(answer.errors ?? {}).length > 0;
      if (!isWrong) done();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : 'That could not be sent.');
    }
  };
  return { submit, errors, error };
}
