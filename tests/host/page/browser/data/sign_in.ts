/** Signing in, with or without asking. */
import type { Client4 } from '@mattermost/client';

/** One person to be. */
export interface SignInChoice {
  readonly username: string;
  readonly name: string;
  readonly role: string;
}

/** What the stand-in lets the page do by itself. */
export interface SignInChoices {
  readonly people: readonly SignInChoice[];
  readonly password: string;
  readonly first: string;
}

/** Asks the server whom the page may sign in. */
export async function signInChoices(siteUrl: string): Promise<SignInChoices> {
  const response = await fetch(`${siteUrl}/page/sign_in`);
  return (await response.json()) as SignInChoices;
}

/** Whether somebody is signed in; signs in whom the host has said to, where nobody is. */
export async function ensureSignedIn(client: Client4, choices: SignInChoices): Promise<boolean> {
  try {
    await client.getMe();
    return true;
  } catch {
    if (choices.first === '') return false;
    await client.login(choices.first, choices.password);
    return true;
  }
}
