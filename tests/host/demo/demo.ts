/** The demonstration: a schedule made over HTTP, due in the next minute, and the message that comes of it. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { externalApiBase, postType, routes } from '../../../server/contract/index.ts';
import type { Client } from './client.ts';
import { type ChannelSummary, type DirectMessage } from './client.ts';
import { DemoError } from './demo_error.ts';
import type { Terminal } from './terminal.ts';

/** A minute that begins sooner than this is left to the next, in milliseconds. */
const leastNoticeMs = 4_000;
/** How long the message may take after the schedule was made, in milliseconds. */
const patienceMs = 120_000;
/** Channels of the sample in which most of its story happens, by the name that people see. */
const storyChannels = ['Incidents', 'Release 4.2', 'Dev: Platform', 'Support', 'Büro Hamburg'];
/** Who the story's direct messages are exchanged with. */
const storyPartner = 'ben.okafor';
/** How many channels the recap reads where the story's are missing. */
const maxChannels = 8;

const created = z.object({ description: z.string(), next_run_at: z.number() });

/** What came of the demonstration. */
export interface Demonstration {
  readonly message: DirectMessage;
  readonly channels: readonly ChannelSummary[];
}

/** What the demonstration works with. */
export interface DemoOptions {
  readonly client: Client;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/**
 * Makes the schedule, waits for its message, and gives it back with the channels that it tells of.
 *
 * @throws {DemoError} `refused` or `late`.
 */
export async function demonstrate({
  client,
  terminal,
  signal,
}: DemoOptions): Promise<Demonstration> {
  const arrived = Promise.withResolvers<DirectMessage>();
  const stopListening = await client.onDirectMessage((message) => {
    // The bot's welcome comes first.
    if (message.type === postType) arrived.resolve(message);
  });
  const channels = await chooseChannels(client);
  const schedule = await createSchedule(client, channels);
  terminal.step(`Schedule made for @${client.account.username}: ${schedule.description}`);
  terminal.step(
    `It reads ${channels.map((channel) => channel.display_name || 'a direct channel').join(', ')}.`,
  );
  const ticker = setInterval(() => terminal.progress(countdown(schedule.next_run_at)), 1000);
  const tooLate = new DemoError('late', `no message within ${String(patienceMs / 1000)} s`);
  const timer = setTimeout(() => arrived.reject(tooLate), patienceMs);
  const stop = (): void => arrived.reject(new DemoError('late', 'stopped before the message came'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    return { message: await arrived.promise, channels };
  } finally {
    clearInterval(ticker);
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stopListening();
  }
}

/** The channels that tell the sample's story; those that were written in last for whoever is in none of them. */
async function chooseChannels(client: Client): Promise<ChannelSummary[]> {
  const channels = await client.channels();
  const partnerId = await client.userId(storyPartner);
  const isDirect = ({ type, name }: ChannelSummary): boolean =>
    type === 'D' && partnerId !== undefined && name.split('__').includes(partnerId);
  const story = [
    ...storyChannels.flatMap((name) => channels.find((each) => each.display_name === name) ?? []),
    ...channels.filter(isDirect),
  ];
  if (story.length > 0) return story;
  return channels.sort((a, b) => b.last_post_at - a.last_post_at).slice(0, maxChannels);
}

async function createSchedule(
  client: Client,
  channels: readonly ChannelSummary[],
): Promise<z.infer<typeof created>> {
  const zone = client.timezone;
  const due = DateTime.fromMillis(Date.now() + leastNoticeMs, { zone })
    .plus({ minutes: 1 })
    .startOf('minute');
  const response = await client.request('POST', externalApiBase + routes.schedules, {
    title: 'The last day at Harbour',
    recurrence: {
      type: 'once',
      at: { date: due.toFormat('yyyy-MM-dd'), time_of_day: due.toFormat('HH:mm') },
    },
    timezone: zone,
    channel_ids: channels.map((channel) => channel.id),
    time_period: 'last_24h',
  });
  if (response.status !== 201 && response.status !== 200) {
    throw new DemoError(
      'refused',
      `the plugin answered ${String(response.status)}: ${await response.text()}`,
    );
  }
  return created.parse(await response.json());
}

function countdown(dueAt: number): string {
  const seconds = Math.ceil((dueAt - Date.now()) / 1000);
  return seconds > 0
    ? `         due in ${String(seconds)} s`
    : '         due: reading the channels';
}
