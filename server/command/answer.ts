/** What a command, or a button below its answer, says: Markdown that only one user sees, with buttons. */
import { externalApiBase } from '../contract/index.ts';
import type { routes } from '../contract/index.ts';
import type { MessageAttachmentInput, PostInput } from '../mattermost/index.ts';

/** Where a button of an answer leads. */
type ButtonRoute =
  typeof routes.actionCreate | typeof routes.actionDiscard | typeof routes.actionRestore;

/** One button. What it carries proves nothing: anybody can make it up. */
export interface AnswerButton {
  /** Letters only. */
  readonly id: string;
  readonly name: string;
  readonly isMain?: boolean;
  readonly route: ButtonRoute;
  readonly context: Readonly<Record<string, string>>;
}

/** See the head of the file. */
export interface Answer {
  readonly text: string;
  readonly buttons?: readonly AnswerButton[];
}

/** The buttons as the answer to a command has them; none where there are none. */
export function attachmentsOf({ buttons = [] }: Answer): MessageAttachmentInput[] {
  if (buttons.length === 0) return [];
  const actions = buttons.map((button) => ({
    ...plainButton(button),
    integration: {
      url: externalApiBase + button.route,
      context: new Map(Object.entries(button.context)),
    },
  }));
  return [{ actions }];
}

/** The buttons as a message has them in its props. */
export function propsOf({ buttons = [] }: Answer): NonNullable<PostInput['props']> {
  if (buttons.length === 0) return new Map();
  const actions = buttons.map((button) => ({
    ...plainButton(button),
    integration: { url: externalApiBase + button.route, context: { ...button.context } },
  }));
  return new Map([['attachments', [{ actions }]]]);
}

function plainButton({ id, name, isMain = false }: AnswerButton): {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly style: string;
} {
  return { id, type: 'button', name, style: isMain ? 'primary' : 'default' };
}
