/**
 * A recap as the webapp shows it: what the message says, in parts. It travels in the post, as a JSON string of
 * `limits.cardCharacters` at most; where it would be longer it is left out, and the Markdown is shown.
 */
import * as z from 'zod';

const Line = z.object({
  post_id: z.string(),
  author_id: z.string(),
  author: z.string(),
  /** When the message was posted, milliseconds since 1970 UTC. */
  at: z.int(),
  /** Plain text in one line; backticks mark code. A quote, unless `rests_on` is there. */
  text: z.string(),
  /** Only where the message has files: their names, as many as are known. */
  files: z.array(z.string()).optional(),
  /** Only where the text is a model's own words: the messages that it rests on, the one of the line first. */
  rests_on: z.array(z.object({ post_id: z.string(), author: z.string(), at: z.int() })).optional(),
});

const Item = z.object({
  ...Line.shape,
  channel_id: z.string(),
  /** The start of the message that began the conversation, or of the question that is answered; absent where there is none. */
  topic: z.string().optional(),
  follow_ups: z.array(Line),
  assignee: z.string().optional(),
  due: z.string().optional(),
  replies: z.int(),
});

const SectionKind = z.enum([
  'for_you',
  'decisions',
  'action_items',
  'open_questions',
  'highlights',
]);

const Channel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'private', 'direct', 'group']),
  /** Names in links; empty for direct and group messages. */
  team_name: z.string(),
  link_name: z.string(),
  messages: z.int(),
  people: z.int(),
  files: z.int(),
  /** Messages in equal parts of the window, oldest first. */
  activity: z.array(z.int()),
  /** Who wrote, the most active first; at most 8. */
  participants: z.array(z.object({ id: z.string(), name: z.string() })),
  sections: z.array(z.object({ kind: SectionKind, items: z.array(Item), more: z.int() })),
});

/** See the head of the file. */
export const RecapCard = z.object({
  version: z.literal(1),
  title: z.string(),
  timezone: z.string(),
  engine: z.string(),
  for_you: z.array(Item),
  for_you_more: z.int(),
  channels: z.array(Channel),
  /** Names of channels that had nothing new. */
  quiet: z.array(z.string()),
  /** What was left out, and who wrote it: sentences in the reader's language. */
  notes: z.array(z.string()),
});
/** A recap as the webapp shows it. */
export type RecapCard = z.infer<typeof RecapCard>;
