/** Who sent a command from where, and what answering it takes. */
import type { DescribedSchedule } from '../contract/index.ts';
import type { HourCycle } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { ReadableChannel } from '../recap/index.ts';
import type { RunService, ScheduleService, ScheduleWords } from '../schedule/index.ts';

/** The sender, with the place where the command was sent. */
export interface Sender {
  readonly userId: string;
  readonly channelId: string;
  /** The team that the sender looks at; empty where the client named none. */
  readonly teamId: string;
  /** Opens one dialog, within seconds. */
  readonly triggerId: string;
  /** Ids of the public channels that the command names with `~name`, by name, as the server found them. */
  readonly channelMentions: ReadonlyMap<string, string>;
}

/** What is known of the sender. */
export interface SenderProfile {
  readonly timezone: string;
  readonly locale: string;
  readonly hourCycle: HourCycle;
}

/** What the command stands on. */
export interface CommandOptions {
  readonly service: Pick<
    ScheduleService,
    'list' | 'describe' | 'check' | 'validate' | 'pause' | 'resume' | 'delete'
  >;
  readonly runs: Pick<RunService, 'runNow' | 'recapNow' | 'history'>;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** A name that nobody else comes up with, 26 characters. */
  nonce(): string;
  profileOf(userId: string): Promise<SenderProfile>;
  wordsFor(locale: string, hourCycle: HourCycle): ScheduleWords;
  /** The channel, or undefined where the user may not read it. */
  openChannel(
    userId: string,
    channelId: string,
  ): Promise<Pick<ReadableChannel, 'name' | 'kind'> | undefined>;
  /** The id of a team's channel by the name in its address; undefined when there is none. */
  findChannel(teamId: string, name: string): Promise<string | undefined>;
  /** Opens the dialog that makes a schedule. False where the user may not read the channel. */
  openNew(sender: Sender, profile: SenderProfile): Promise<boolean>;
  /** Opens the dialog of a schedule's settings. */
  openSettings(schedule: DescribedSchedule, sender: Sender, profile: SenderProfile): Promise<void>;
  /** Told when a user has the bot do something, which may be the first time. Must not throw. */
  firstUse(userId: string): void;
}
