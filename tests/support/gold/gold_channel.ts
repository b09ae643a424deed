/**
 * What a gold file holds: a chat, and the verdict of a careful reader on it. `tests/fixtures/gold/FORMAT.md`
 * describes the files.
 */
import type { CollectedPost, Person, Window } from '../../../server/recap/collected.ts';

/** Somebody is asked for, or promises, a piece of work. */
export interface GoldAction {
  readonly postId: string;
  /** User name of who is to act; `all` where nobody is named. */
  readonly assignee: string;
}

/** A question that matters to the channel. */
export interface GoldQuestion {
  readonly postId: string;
  /** The message that answers it; undefined where nobody did within the window. */
  readonly answerId: string | undefined;
}

/** What a recap of the channel is measured against; ids of posts. */
export interface GoldVerdict {
  readonly mustInclude: readonly string[];
  readonly mustNotInclude: readonly string[];
  readonly decisions: readonly string[];
  readonly actions: readonly GoldAction[];
  readonly questions: readonly GoldQuestion[];
}

/** One labelled channel. */
export interface GoldChannel {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly reader: Person;
  readonly window: Window;
  readonly people: readonly Person[];
  /** All posts in the order of the file, those of bots and roots older than the window among them. */
  readonly posts: readonly CollectedPost[];
  readonly verdict: GoldVerdict;
}
