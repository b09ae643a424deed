/** The port to a language model: both AI engines stand behind it. */

/** What a model is asked. It gets no tools and remembers nothing. */
export interface Question {
  /** Our own words: the rules. */
  readonly system: string;
  /** The rest, other people's words among it. */
  readonly user: string;
  /** JSON Schema of the answer, for services that can hold a model to it. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxAnswerTokens: number;
  /** The reader of the recap: whose rights count, and whom usage is booked on. */
  readonly readerId: string;
  readonly channelId: string;
}

/** What came back, not yet believed. */
export interface Reply {
  readonly text: string;
  /** The model or service as people know it. */
  readonly model: string;
}

/** A way to a model. */
export interface Model {
  /** The engine's stable name, recorded with the run. */
  readonly engine: 'openai' | 'agents';
  /**
   * Asks once, with all the patience that the way there takes.
   *
   * @throws {AiError}, or whatever the signal was aborted with.
   */
  ask(question: Question, signal: AbortSignal): Promise<Reply>;
}
