/** The server as the page knows it. */
export { liveEvents } from './live_events.ts';
export type { LiveEvent } from './live_events.ts';
export { PageData } from './page_data.ts';
export { ensureSignedIn, signInChoices } from './sign_in.ts';
export type { SignInChoice, SignInChoices } from './sign_in.ts';
