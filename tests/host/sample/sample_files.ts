/** Reads and checks `teams.json`, `people.json`, `channels.json` and the transcripts of a sample workspace. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isZone } from './relative_time.ts';
import { SampleError } from './sample_error.ts';
import { parseTranscript, type TranscriptPost } from './transcript.ts';

const when = z.string().regex(/^d\d\d \d\d:\d\d(:\d\d)?$/, 'must be like "d01 18:00"');
const username = z.string().regex(/^[a-z0-9._-]{3,22}$/);

const team = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{2,64}$/),
  display_name: z.string().min(1),
  description: z.string().default(''),
});

const person = z.strictObject({
  username,
  first_name: z.string().default(''),
  last_name: z.string().default(''),
  nickname: z.string().default(''),
  position: z.string().default(''),
  timezone: z.string().refine(isZone, 'is no time zone that is known here'),
  locale: z.string().default('en'),
  teams: z.array(z.string()),
  role: z.enum(['user', 'admin', 'guest', 'bot']).default('user'),
  deactivated: z.boolean().default(false),
  status: z.enum(['online', 'away', 'dnd', 'offline']).default('offline'),
  last_seen: when.optional(),
});

const channel = z.strictObject({
  team: z.string().default(''),
  name: z
    .string()
    .regex(/^[a-z0-9_-]{2,64}$/)
    .optional(),
  type: z.enum(['public', 'private', 'direct', 'group']),
  display_name: z.string().optional(),
  header: z.string().default(''),
  purpose: z.string().default(''),
  members: z.array(username).min(1),
  admins: z.array(username).default([]),
  archived: when.optional(),
  last_viewed: z.record(username, when).default({}),
  muted_by: z.array(username).default([]),
});

/** One team of `teams.json`. */
export type SampleTeam = z.infer<typeof team>;
/** One person of `people.json`. */
export type SamplePerson = z.infer<typeof person>;
/** One channel of `channels.json`. */
export type SampleChannel = z.infer<typeof channel>;

/** Everything in the folder, checked piece by piece; whether the pieces fit is the loader's business. */
export interface SampleFiles {
  readonly teams: readonly SampleTeam[];
  readonly people: readonly SamplePerson[];
  readonly channels: readonly SampleChannel[];
  /** By file name, such as `channels/harbour__dev.txt`. */
  readonly transcripts: ReadonlyMap<string, readonly TranscriptPost[]>;
}

/** @throws {SampleError} naming file and place of the first mistake. */
export function readSampleFiles(folder: string): SampleFiles {
  const transcripts = new Map<string, readonly TranscriptPost[]>();
  for (const name of readdirSync(join(folder, 'channels')).sort()) {
    if (!name.endsWith('.txt')) continue;
    const file = `channels/${name}`;
    transcripts.set(file, parseTranscript(file, readFileSync(join(folder, file), 'utf8')));
  }
  return {
    teams: readList(folder, 'teams.json', team),
    people: readList(folder, 'people.json', person),
    channels: readList(folder, 'channels.json', channel),
    transcripts,
  };
}

function readList<T extends z.ZodType>(folder: string, file: string, item: T): z.infer<T>[] {
  const content = readFileSync(join(folder, file), 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw new SampleError(file, undefined, error instanceof Error ? error.message : String(error));
  }
  const result = z.array(item).safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const index = Number(issue?.path[0] ?? 0);
  throw new SampleError(
    file,
    lineOfItem(content, index),
    `entry ${String(index + 1)}, ${issue?.path.slice(1).join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

/** The line on which the list's entry with this index begins. Braces in texts would only make it less exact. */
function lineOfItem(content: string, index: number): number {
  let depth = 0;
  let seen = -1;
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] === '}') depth -= 1;
    if (content[at] !== '{') continue;
    depth += 1;
    if (depth === 1) seen += 1;
    if (depth === 1 && seen === index) return content.slice(0, at).split('\n').length;
  }
  return 1;
}
