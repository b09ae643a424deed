/** How the plugin fares, for who manages the system. Numbers and names of settings; never titles, messages or keys. */
import * as z from 'zod';
import { Instant } from './id.ts';
import { RunReason, RunStatus } from './run.ts';

const Count = z.int().min(0);

/** What a node says of itself, once a minute. */
export const NodeBeat = z.object({
  /** New with each start of the plugin. Says nothing of the machine. */
  id: z.string(),
  /** Of the plugin; empty where the server does not say. */
  version: z.string(),
  started_at: Instant,
  /** When it said this. */
  at: Instant,
  /** When it last looked for what is due; null: not yet. */
  last_tick_at: Instant.nullable(),
  /** It has stopped in order. */
  stopped: z.boolean(),
  /** The day, in UTC, that the counts are of. */
  day: z.iso.date(),
  /** Runs that ended on that day, by how. */
  runs: z.partialRecord(RunStatus, Count),
  /** Those that failed, were missed or skipped, by why. */
  failures: z.partialRecord(RunReason, Count),
});
/** What a node says of itself, once a minute. */
export type NodeBeat = z.infer<typeof NodeBeat>;

/** See the head of the file. */
export const Health = z.object({
  /** Of the plugin, on the node that answers; empty where the server does not say. */
  version: z.string(),
  server_version: z.string(),
  /** The node that answers. */
  node_id: z.string(),
  /** By the clock of the node that answers. */
  now: Instant,
  /** Nodes that are at work, or fell silent without a word within the last day. */
  nodes: z.array(NodeBeat.omit({ day: true, runs: true, failures: true, stopped: true })),
  /** What is due and not claimed yet. */
  backlog: z.object({
    count: Count,
    /** There is more; counting has an end. */
    more: z.boolean(),
    oldest_at: Instant.nullable(),
  }),
  /** Schedules stored, paused and finished ones too, as the sweep last counted them; null before its first round. */
  schedules: z.object({ count: Count, counted_at: Instant }).nullable(),
  /** Of all nodes, since midnight in UTC. */
  today: z.object({
    runs: NodeBeat.shape.runs,
    failures: NodeBeat.shape.failures,
  }),
  ai: z.object({
    engine: z.enum(['off', 'agents', 'openai']),
    /** The model or service by its name; may be empty. */
    name: z.string(),
    /** Whether all is filled in that the engine needs. */
    ready: z.boolean(),
  }),
  /** Settings whose value is not usable, so that the default holds. */
  unusable: z.array(z.object({ key: z.string(), range: z.string() })),
  /** Recaps are for the members of a team that there is not: nobody begins anything new, and what is there goes on. */
  no_team: z.boolean(),
});
/** See the head of the file. */
export type Health = z.infer<typeof Health>;

/** How the AI answered when it was asked for one word. */
export const AiTest = z.object({
  outcome: z.enum([
    'ok',
    /** No AI is set up. */
    'off',
    'unreachable',
    'timed_out',
    'refused',
    'busy',
    'failed',
    'invalid_answer',
  ]),
  /** The model or service that answered; empty where none did. */
  name: z.string(),
  /** How long it took, in milliseconds. */
  duration_ms: Count,
});
/** How the AI answered when it was asked for one word. */
export type AiTest = z.infer<typeof AiTest>;
