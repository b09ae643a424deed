/** Sixth step: which messages of a channel are told, before anything is said about where. */
import type { Pacer } from '../pacer.ts';
import { leastExtraQuestion, leastExtraTask, leastWorth } from './limits.ts';
import type { Quota } from './limits.ts';
import type { ChannelReading } from './reading.ts';
import { byScore, choose } from './select.ts';
import type { Candidate } from './select.ts';
import type { Entry, Talk } from './talk.ts';
import type { Told } from './told.ts';

/** What a channel's choice depends on beside its messages. */
export interface PickOptions {
  readonly quota: Quota;
  readonly told: Told;
  /** Which conversations may be told of. */
  readonly of: (talk: Talk) => boolean;
}

/**
 * The best messages of a channel that were not told yet, none like another, in no order to rely on. Tasks and open
 * questions are told more easily than other messages: whoever asks or promises says little, and yet it matters.
 */
export async function pick(
  reading: ChannelReading,
  { quota, told, of }: PickOptions,
  pacer: Pacer,
): Promise<Candidate[]> {
  const { scores } = reading;
  const found: Candidate[] = [];
  const tasks: Candidate[] = [];
  const questions: Candidate[] = [];
  let before = 0;
  for (const talk of reading.talks) {
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      if (told.has(entry.unit.post.id)) before += 1;
      else if (of(talk)) {
        const { worth, task } = scores.of(entry);
        if (worth >= leastWorth) found.push({ talk, entry, score: worth });
        if (task >= leastExtraTask && entry.signals.task !== undefined) {
          tasks.push({ talk, entry, score: task });
        }
        if (worth >= leastExtraQuestion && isOpenQuestion(reading, talk, entry)) {
          questions.push({ talk, entry, score: worth });
        }
      }
    }
  }
  const best = choose(found, countFor(reading, quota, before), quota.perConversation);
  const chosen = new Set(best.map((candidate) => candidate.entry));
  const extra = (more: readonly Candidate[], count: number): Candidate[] => {
    const left = more
      .filter(({ entry }) => !chosen.has(entry))
      .sort(byScore)
      .slice(0, count);
    for (const { entry } of left) chosen.add(entry);
    return left;
  };
  return [...best, ...extra(tasks, quota.extraTasks), ...extra(questions, quota.extraQuestions)];
}

/** Whether nobody answered what is asked; what people laughed at was not meant. */
export function isOpenQuestion({ scores }: ChannelReading, talk: Talk, entry: Entry): boolean {
  const { signals, moods } = entry;
  if (!signals.question || signals.chatter || moods.laugh > 0) return false;
  return scores.answers.to(talk, entry) === undefined;
}

/** How many messages are told, less those that other sections have already told; never less than half. */
function countFor({ channel }: ChannelReading, quota: Quota, before: number): number {
  const whole = Math.ceil(quota.channelFactor * Math.sqrt(channel.posts.length));
  const most = Math.min(quota.channelMost, whole);
  return Math.max(1, Math.ceil(most / 2), most - before);
}
