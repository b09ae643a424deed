/** Recaps of the sample workspace, as Anna would get them, at an instant that never moves. */
import { join } from 'node:path';
import { ScheduleInput } from '../../server/contract/index.ts';
import type { Schedule, ScheduleInputBody } from '../../server/contract/index.ts';
import { usualHourCycle } from '../../server/i18n/index.ts';
import { silentLog } from '../../server/log.ts';
import type { User } from '../../server/mattermost/index.ts';
import { builtInEngine } from '../../server/recap/engine/index.ts';
import type { Engine } from '../../server/recap/engine/index.ts';
import { createRecapService } from '../../server/recap/index.ts';
import type { CollectLimits } from '../../server/recap/index.ts';
import { loadSampleWorkspace } from '../host/sample/index.ts';
import { Workspace } from '../host/workspace/index.ts';
import { storedSchedule } from '../support/stored_schedule.ts';
import { workspaceApi } from './workspace_api.ts';

/** When the sample is loaded: Tuesday, 24 November 2026, 09:00 in Berlin. */
export const now = Date.UTC(2026, 10, 24, 8);

const hourMs = 60 * 60_000;

/** Windows in the story that the sample tells. */
export const windows = {
  /** The Friday of the booking outage, until Saturday morning. */
  outage: { start: now - 4 * 24 * hourMs, end: now - 3 * 24 * hourMs },
  /** An hour before dawn, when nobody wrote. */
  night: { start: now - 6 * hourMs, end: now - 5 * hourMs },
} as const;

/** What differs from the standard recap. */
export interface RecapWishes {
  /** Names of channels as the sample has them; Anna need not be in them. */
  readonly channels?: readonly string[];
  readonly window?: keyof typeof windows;
  readonly content?: ScheduleInputBody['content'];
  /** The locale in Anna's profile. */
  readonly locale?: string;
  readonly limits?: Partial<CollectLimits>;
  /** What is done with the built-in engine's work. */
  readonly engine?: (builtIn: Engine) => Engine;
}

const standardChannels = ['incidents', 'product', 'hamburg'];
const wideLimits: CollectLimits = { channels: 20, postsPerChannel: 1000, postsPerRecap: 3000 };

/** Makes recaps, each of the same workspace. */
export class SampleRecaps {
  readonly #workspace = new Workspace();

  constructor() {
    const folder = join(import.meta.dirname, '../host/sample_workspace');
    loadSampleWorkspace(this.#workspace, folder, now);
  }

  /** The messages of a recap, with ids that are counted instead of random ones. */
  async make(wishes: RecapWishes = {}): Promise<readonly string[]> {
    this.#workspace.users.update({ ...this.#anna, locale: wishes.locale ?? 'en' }, now);
    const builtIn = builtInEngine({ monotonic: () => 0 });
    const service = createRecapService({
      api: workspaceApi(this.#workspace, now),
      engine: wishes.engine?.(builtIn) ?? builtIn,
      log: silentLog,
      facts: () => ({
        botUserId: 'bot',
        siteUrl: 'https://chat.example.com',
        display: { teammateNameDisplay: 'full_name', showFullName: true },
        limits: { ...wideLimits, ...wishes.limits },
      }),
      hourCycleOf: (_, locale) => Promise.resolve(usualHourCycle(locale)),
    });
    const schedule = this.#schedule(wishes);
    const window = windows[wishes.window ?? 'outage'];
    const messages = await service.preview(schedule, window, new AbortController().signal);
    return countIds(messages);
  }

  #schedule({ channels = standardChannels, content = {} }: RecapWishes): Schedule {
    const input = ScheduleInput.parse({
      title: 'Every morning',
      recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
      channel_ids: channels.map((name) => this.#channelId(name)),
      content,
    });
    return {
      ...storedSchedule(),
      ...input,
      timezone: 'Europe/Berlin',
      user_id: this.#anna.id,
      running: false,
    };
  }

  get #anna(): User {
    const anna = this.#workspace.users.findByUsername('anna.weber');
    if (anna === undefined) throw new Error('the sample has no Anna');
    return anna;
  }

  #channelId(name: string): string {
    const channel = this.#workspace.channels.all().find((each) => each.name === name);
    if (channel !== undefined) return channel.id;
    throw new Error(`the sample has no channel ${name}`);
  }
}

/** The workspace makes ids at random: each becomes the number of its first appearance. */
function countIds(messages: readonly string[]): readonly string[] {
  const numbers = new Map<string, string>();
  return messages.map((message) =>
    message.replaceAll(/(?<=\/pl\/)[a-z0-9]{26}/g, (id) => {
      const number = numbers.get(id) ?? `message${numbers.size + 1}`;
      numbers.set(id, number);
      return number;
    }),
  );
}
