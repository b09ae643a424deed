/**
 * A recap as a document: what an engine produces and a renderer turns into a message.
 *
 * Vocabulary: a *line* quotes one message, or says in a model's words what some messages say; an *item* is a line with the lines that belong to it (a question
 * with its answer, a proposal with its acceptance, the start of a conversation with what came of it); a
 * *section* holds items of one kind. The text of a line is plain text in one line: backticks mark code, and
 * nothing else in it has a meaning. Making it safe for a message is the renderer's work.
 */
import type { CollectedChannelKind, LeftOut, Person, Window } from './collected.ts';

/** The sections of a recap, in the order they are read. */
export const sectionKinds = [
  'for_you',
  'decisions',
  'action_items',
  'open_questions',
  'highlights',
] as const;

/** The name of a section. */
export type SectionKind = (typeof sectionKinds)[number];

/** What a message carried beside its words, named instead of quoted. */
export interface LineExtras {
  /** Lines inside code blocks, stack traces among them. */
  readonly codeLines: number;
  /** Rows of tables. */
  readonly tableRows: number;
  /** Pictures linked in the text. */
  readonly images: number;
  /** Names of attached files. */
  readonly fileNames: readonly string[];
}

/** A message that a line in a model's words rests on. */
export interface RecapSource {
  readonly postId: string;
  readonly authorId: string;
  /** The author's name as people see it. */
  readonly author: string;
  /** When the message was posted, ms since 1970 UTC. */
  readonly createAt: number;
}

/** One quoted message, or, with `restsOn`, a sentence of a model's about messages. */
export interface RecapLine {
  readonly postId: string;
  readonly channelId: string;
  readonly authorId: string;
  /** The author's name as people see it. */
  readonly author: string;
  /** When the message was posted, ms since 1970 UTC. */
  readonly createAt: number;
  /** Whole sentences of the message. Empty where it had no words, only `extras`. */
  readonly text: string;
  /** True where sentences before the text were left out. */
  readonly cutBefore: boolean;
  /** True where sentences after the text were left out. */
  readonly cutAfter: boolean;
  readonly extras: LineExtras;
  /** True where the message is older than the window and is there as context only. */
  readonly earlier: boolean;
  /**
   * Only where the words are a model's own and no quote: the messages of the line's channel that they rest on. Never
   * empty; the first is the message of the line.
   */
  readonly restsOn?: readonly RecapSource[];
}

/** Why an item concerns the reader. */
export type Concern = 'mention' | 'reply';

/** One thing worth telling. */
export interface RecapItem {
  readonly line: RecapLine;
  /** Lines that belong to it, oldest first. */
  readonly followUps: readonly RecapLine[];
  /** The start of the thread that the line answers, where the line alone would hang in the air. */
  readonly topic?: RecapLine;
  /** Only in "for you". */
  readonly concern?: Concern;
  /** In "action items", and in "decisions" that give somebody something to do: who is to act, by id and by name. */
  readonly assigneeId?: string;
  readonly assignee?: string;
  /** In the same: the deadline in the words of the message. */
  readonly due?: string;
  /** Replies in the window that belong to the item's conversation; 0 where it is no thread. */
  readonly replies: number;
  /** People who wrote in the item's conversation. */
  readonly people: number;
}

/** Items of one kind. */
export interface RecapSection {
  readonly kind: SectionKind;
  readonly items: readonly RecapItem[];
  /** How many more items of this kind were found and not shown. */
  readonly more: number;
}

/** The numbers of one channel, or of the whole recap. */
export interface RecapNumbers {
  /** Messages by people (and by bots, where those were asked for). */
  readonly messages: number;
  /** People among the authors. */
  readonly people: number;
  readonly files: number;
}

/** What one channel gave. */
export interface RecapChannel {
  readonly channelId: string;
  readonly name: string;
  readonly kind: CollectedChannelKind;
  /** Names of the team and the channel in links; empty for direct and group messages. */
  readonly teamName: string;
  readonly linkName: string;
  readonly sections: readonly RecapSection[];
  readonly numbers: RecapNumbers;
  /** Messages in equal parts of the window, oldest first. */
  readonly activity: readonly number[];
  /** Who wrote, the most active first. */
  readonly participants: readonly Person[];
  /** The conversation with most messages, where one stands out and no section begins with it. */
  readonly busiest?: { readonly line: RecapLine; readonly messages: number };
}

/**
 * Why a channel was quoted by the built-in engine although an AI was to write it: the administrator does not let
 * such channels go to one; none is set up; it could not be reached or did not want to; it took too long; what it
 * answered was of no use.
 */
export type FallbackReason =
  'not_allowed' | 'not_configured' | 'unavailable' | 'timed_out' | 'invalid_answer';

/** A channel that the built-in engine wrote in an AI's stead. */
export interface RecapFallback {
  readonly channelId: string;
  readonly name: string;
  readonly reason: FallbackReason;
}

/** A finished recap. */
export interface RecapDocument {
  /** Which engine wrote it: an AI where one wrote any channel. */
  readonly engine: string;
  /** The AI's model or service as people know it; absent where none wrote anything. */
  readonly model?: string;
  /** Channels that an AI was to write and did not; absent where there are none. */
  readonly fallbacks?: readonly RecapFallback[];
  readonly window: Window;
  /** Across all channels; absent where nothing concerned the reader. */
  readonly forYou?: RecapSection;
  /** Channels that had something in the window, the most important first. */
  readonly channels: readonly RecapChannel[];
  /** Names of channels that were read and had nothing new. */
  readonly quiet: readonly string[];
  readonly numbers: RecapNumbers;
  readonly leftOut: LeftOut;
}
