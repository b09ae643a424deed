/** Who do you want to be? */
import type { Client4 } from '@mattermost/client';
import React, { useState } from 'react';
import type { SignInChoices } from '../data/index.ts';

interface Props {
  readonly client: Client4;
  readonly choices: SignInChoices;
  readonly onSignedIn: () => void;
}

/** Names to choose from where the host lets everybody in, and a form in any case. */
export function SignInPage({ client, choices, onSignedIn }: Props): React.JSX.Element {
  const [error, setError] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = async (name: string, secret: string): Promise<void> => {
    try {
      await client.login(name, secret);
      onSignedIn();
    } catch {
      setError('That name and password do not belong together.');
    }
  };
  return (
    <main className="sign-in">
      <h1>Log in</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn(username, password);
        }}
      >
        <label>
          Username
          <input
            className="form-control"
            id="input_loginId"
            autoComplete="username"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </label>
        <label>
          Password
          <input
            className="form-control"
            id="input_password-input"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {error !== '' && (
          <p className="has-error" role="alert">
            {error}
          </p>
        )}
        <button className="btn btn-primary">Log in</button>
      </form>
      {choices.people.length > 0 && (
        <>
          <h2>Or as somebody of the sample</h2>
          <ul>
            {choices.people.map((person) => (
              <li key={person.username}>
                <button
                  type="button"
                  className="btn btn-tertiary"
                  onClick={() => void signIn(person.username, choices.password)}
                >
                  {person.role === 'user' ? person.name : `${person.name} (${person.role})`}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
