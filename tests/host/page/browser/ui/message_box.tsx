/** Where messages and slash commands are written. */
import type { Channel } from '@mattermost/types/channels';
import React, { useId, useState } from 'react';
import { usePage, usePageState } from './page_context.tsx';
import { useEntries } from './parts/pluggable.tsx';

interface Props {
  readonly channel: Channel;
  /** The thread that is answered; empty for none. */
  readonly rootId: string;
  readonly name: string;
}

/** A line of the list of commands. */
interface Suggestion {
  readonly Complete: string;
  readonly Suggestion: string;
  readonly Hint: string;
  readonly Description: string;
}

/** The box. Enter sends, and Shift with Enter begins a new line. */
export function MessageBox({ channel, rootId, name }: Props): React.JSX.Element {
  const { data } = usePage();
  const { send, error } = useSend(channel, rootId);
  const [text, setText] = useState('');
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const teamId = usePageState((state) => state.entities.teams.currentTeamId);
  const errorId = useId();
  const listId = useId();
  const change = (value: string): void => {
    setText(value);
    if (!value.startsWith('/')) {
      setSuggestions([]);
      return;
    }
    const args = { channel_id: channel.id, team_id: teamId, root_id: rootId };
    data.client
      .getCommandAutocompleteSuggestionsList(value, teamId, args)
      .then((list) => setSuggestions(list as unknown as readonly Suggestion[]))
      .catch(() => setSuggestions([]));
  };
  const keyDown = (event: React.KeyboardEvent): void => {
    const [first] = suggestions;
    if (event.key === 'Tab' && first !== undefined && !event.shiftKey) {
      event.preventDefault();
      change(`/${first.Complete} `);
    }
    // An Enter that ends a Japanese word is none that sends.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send(text).then((sent) => {
      if (sent) change('');
    });
  };
  return (
    <div className="post-create">
      {suggestions.length > 0 && (
        <ul className="suggestions" id={listId} aria-label="Commands">
          {suggestions.map(({ Complete, Suggestion: word, Hint, Description }) => (
            <li key={`${Complete} ${word}`}>
              <strong>{`/${Complete}`}</strong> {Hint} <span>{Description}</span>
            </li>
          ))}
        </ul>
      )}
      <textarea
        id={rootId === '' ? 'post_textbox' : 'reply_textbox'}
        className="form-control"
        rows={2}
        value={text}
        placeholder={name}
        aria-label={name}
        aria-describedby={error === '' ? undefined : errorId}
        onChange={(event) => change(event.target.value)}
        onKeyDown={keyDown}
      />
      {error !== '' && (
        <p className="has-error" id={errorId} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Sends a text as a message or a command; plugins may change or swallow a command before. */
function useSend(
  channel: Channel,
  rootId: string,
): { readonly send: (text: string) => Promise<boolean>; readonly error: string } {
  const { data, history, siteUrl } = usePage();
  const [error, setError] = useState('');
  const teamId = usePageState((state) => state.entities.teams.currentTeamId);
  const userId = usePageState((state) => state.entities.users.currentUserId);
  const hooks = useEntries('SlashCommandWillBePosted');
  const command = async (text: string): Promise<void> => {
    let said = {
      message: text,
      args: { channel_id: channel.id, team_id: teamId, root_id: rootId },
    };
    for (const { hook } of hooks) {
      const answer = (await hook?.(said.message, said.args)) as HookAnswer | undefined;
      if (answer?.error !== undefined) throw new Error(answer.error.message);
      if (answer?.message === undefined || answer.args === undefined) return;
      said = { message: answer.message, args: answer.args };
    }
    const { goto_location } = await data.client.executeCommand(said.message, said.args);
    if (typeof goto_location === 'string' && goto_location !== '')
      history.push(goto_location.replace(siteUrl, ''));
  };
  const send = async (text: string): Promise<boolean> => {
    if (text.trim() === '') return false;
    setError('');
    try {
      if (text.startsWith('/')) await command(text);
      else {
        const post = { channel_id: channel.id, message: text, root_id: rootId, user_id: userId };
        await data.client.createPost(post);
      }
      return true;
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : 'That could not be sent.');
      return false;
    }
  };
  return { send, error };
}

interface HookAnswer {
  readonly message?: string;
  readonly args?: { channel_id: string; team_id: string; root_id: string };
  readonly error?: { readonly message: string };
}
