/**
 * The buttons under a recap. They are Mattermost's own, so that they work on mobile too; the message is complete
 * without them.
 */
import { externalApiBase, postProps, routes } from '../contract/index.ts';
import type { Schedule } from '../contract/index.ts';
import { toError } from '../errors.ts';
import type { Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { Api, PostInput } from '../mattermost/index.ts';
import { isInstant } from '../schedule/index.ts';

/** The prop of a post that holds its buttons. */
const attachmentsProp = 'attachments';

/** Props of a post. */
export type ButtonProps = NonNullable<PostInput['props']>;

type ButtonKey = 'run' | 'pause' | 'resume' | 'settings';

const buttonRoutes = {
  run: routes.actionRun,
  pause: routes.actionPause,
  resume: routes.actionResume,
  settings: routes.actionSettings,
} as const satisfies Record<ButtonKey, string>;

/** What the buttons depend on. */
export type ButtonSchedule = Pick<
  Schedule,
  'id' | 'user_id' | 'enabled' | 'finished_at' | 'recurrence'
>;

/**
 * The buttons of a schedule's recap as props of its post; none for a recap that was asked for without a schedule.
 * What is in them proves nothing: whoever presses one is asked for by the server's word alone.
 */
export function buttonProps(schedule: ButtonSchedule, { text }: Translator): ButtonProps {
  if (isInstant(schedule.id, schedule.user_id)) return new Map();
  const actions = buttonsFor(schedule).map((key) => ({
    id: key,
    type: 'button',
    name: text(`scheduled_recaps.action.${key}`),
    integration: {
      url: externalApiBase + buttonRoutes[key],
      context: { schedule_id: schedule.id },
    },
  }));
  return new Map([[attachmentsProp, [{ actions }]]]);
}

/** A one-off has nothing to be paused: its recap is there. */
function buttonsFor(schedule: ButtonSchedule): readonly ButtonKey[] {
  if (!schedule.enabled && schedule.finished_at === null) return ['run', 'resume', 'settings'];
  if (schedule.recurrence.type === 'once') return ['run', 'settings'];
  return ['run', 'pause', 'settings'];
}

/** What showing other buttons takes. */
export interface RecapButtonsOptions {
  readonly api: Pick<Api, 'getPost' | 'updatePost'>;
  readonly botUserId: string;
  readonly log: Log;
}

/** The buttons of recaps that were sent before. */
export class RecapButtons {
  readonly #options: RecapButtonsOptions;

  constructor(options: RecapButtonsOptions) {
    this.#options = options;
  }

  /**
   * Shows the buttons that fit a schedule now under one of its recaps. A post that is none of them is left alone. What
   * goes wrong is logged: old buttons work as well, they only say something else.
   */
  async refresh(postId: string, schedule: Schedule, translator: Translator): Promise<void> {
    const { api, botUserId, log } = this.#options;
    try {
      const post = await api.getPost(postId);
      const isRecap =
        post.userId === botUserId && post.props.get(postProps.scheduleId) === schedule.id;
      if (!isRecap) return;
      const props: ButtonProps = new Map([...post.props, ...buttonProps(schedule, translator)]);
      await api.updatePost({ ...post, props, metadata: undefined });
    } catch (thrown) {
      log.warn('the buttons of a recap stay as they were', {
        schedule: schedule.id,
        error: toError(thrown),
      });
    }
  }
}
