/** What people read. */
export { english, messagesFor } from './messages.ts';
export type { MessageId, Messages } from './messages.ts';
