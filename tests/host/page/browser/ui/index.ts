/** What is on the screen, and what of it is lent to plugins. */
export { App } from './app.tsx';
export { InteractiveDialog } from './interactive_dialog.tsx';
export type { PageServices } from './page_context.tsx';
export { Avatar, BotBadge, Timestamp } from './parts/people.tsx';
export { SignInPage } from './sign_in_page.tsx';
