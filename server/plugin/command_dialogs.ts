/** The dialogs that the slash command opens. */
import type { CommandOptions } from '../command/index.ts';
import { externalApiBase, routes } from '../contract/index.ts';
import { newDialog, settingsDialog } from '../http/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Translator } from '../i18n/index.ts';
import type { Api } from '../mattermost/index.ts';
import { openChannel } from '../recap/index.ts';
import type { NameDisplay } from '../recap/index.ts';

/** What opening them takes. */
export interface DialogOptions {
  readonly api: Pick<Api, 'openInteractiveDialog'> & Parameters<typeof openChannel>[0];
  /** How people's names are shown, asked anew each time. */
  readonly display: () => NameDisplay;
}

/** The dialogs, for the command to open. */
export function commandDialogs(
  options: DialogOptions,
): Pick<CommandOptions, 'openNew' | 'openSettings'> {
  const { api } = options;
  return {
    openNew: async ({ userId, channelId, triggerId }, { locale, hourCycle, timezone }) => {
      const translator = translatorFor(locale, hourCycle);
      const name = await channelName(options, userId, channelId, translator);
      if (name === undefined) return false;
      const dialog = newDialog({ id: channelId, name }, timezone, translator);
      const url = externalApiBase + routes.newDialog;
      await api.openInteractiveDialog({ triggerId, url, dialog });
      return true;
    },
    openSettings: async (schedule, { triggerId }, { locale, hourCycle }) => {
      const dialog = settingsDialog(schedule, '', translatorFor(locale, hourCycle));
      const url = externalApiBase + routes.settingsDialog;
      await api.openInteractiveDialog({ triggerId, url, dialog });
    },
  };
}

/** How people call a channel; undefined where the user may not read it. */
export async function channelName(
  { api, display }: DialogOptions,
  userId: string,
  channelId: string,
  translator: Translator,
): Promise<string | undefined> {
  const channel = await openChannel(api, display(), userId, channelId);
  if (channel?.kind !== 'direct' && channel?.kind !== 'group') return channel?.name;
  return translator.text('scheduled_recaps.recap.direct', { people: channel.name });
}
