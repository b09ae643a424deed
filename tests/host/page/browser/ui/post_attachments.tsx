/** The attachments of a post: text, fields, buttons and menus of integrations. */
import type { PostAction } from '@mattermost/types/integration_actions';
import type { MessageAttachment } from '@mattermost/types/message_attachments';
import type { Post } from '@mattermost/types/posts';
import React, { useState } from 'react';
import { Markdown } from './parts/markdown.tsx';
import { usePage } from './page_context.tsx';

/** All attachments of the post. */
export function PostAttachments({ post }: { readonly post: Post }): React.JSX.Element | null {
  const { attachments } = post.props;
  if (!Array.isArray(attachments)) return null;
  return (
    <>
      {(attachments as MessageAttachment[]).map((attachment, at) => (
        <Attachment key={at} post={post} attachment={attachment} />
      ))}
    </>
  );
}

interface AttachmentProps {
  readonly post: Post;
  readonly attachment: MessageAttachment;
}

function Attachment({ post, attachment }: AttachmentProps): React.JSX.Element {
  const { pretext, color, title, text, fields, actions } = attachment;
  return (
    <div className="attachment">
      {isText(pretext) && <Markdown text={pretext} />}
      <div className="attachment__content" style={isText(color) ? { borderLeftColor: color } : {}}>
        {isText(title) && <strong className="attachment__title">{title}</strong>}
        {isText(text) && <Markdown text={text} />}
        {(fields ?? []).map((field, at) => (
          <div key={at} className="attachment__field">
            <strong>{field.title}</strong>
            <Markdown text={String(field.value)} />
          </div>
        ))}
        <PostActions post={post} actions={actions ?? []} />
      </div>
    </div>
  );
}

interface ActionsProps {
  readonly post: Post;
  readonly actions: readonly PostAction[];
}

function PostActions({ post, actions }: ActionsProps): React.JSX.Element | null {
  const { data } = usePage();
  const [error, setError] = useState('');
  if (actions.length === 0) return null;
  const act = async (id: string, cookie = '', selected = ''): Promise<void> => {
    setError('');
    try {
      await data.client.doPostActionWithCookie(post.id, id, cookie, selected);
    } catch {
      setError('Action integration error');
    }
  };
  return (
    <div className="attachment-actions">
      {actions.map(({ id = '', name, type, options, disabled, cookie }) =>
        type === 'select' ? (
          <select
            key={id}
            className="form-control"
            aria-label={name}
            defaultValue=""
            disabled={disabled === true}
            onChange={(event) => void act(id, cookie, event.target.value)}
          >
            <option value="">{name}</option>
            {(options ?? []).map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
        ) : (
          <button
            key={id}
            type="button"
            className="btn btn-sm"
            disabled={disabled === true}
            onClick={() => void act(id, cookie)}
          >
            {name}
          </button>
        ),
      )}
      {error !== '' && (
        <span className="has-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
