/** What a recap is worth, as the verdict of a gold channel has it. */
import type {
  RecapDocument,
  RecapItem,
  RecapLine,
  SectionKind,
} from '../../../server/recap/document.ts';
import type { GoldChannel, GoldVerdict } from './gold_channel.ts';
import { addRatios, noRatio, ratioOf } from './ratio.ts';
import type { Ratio } from './ratio.ts';

/** Every figure of one recap, or the sum over several. */
export interface Figures {
  /** Posts that the recap quotes, as an item or below one; the starts of threads named as context are none. */
  readonly quoted: number;
  /** Characters of them. */
  readonly characters: number;
  /** Of the messages that a reader must learn of, those that are quoted. */
  readonly mustInclude: Ratio;
  /** Of the quoted messages, those whose quotation would be an embarrassment. */
  readonly mustNotInclude: Ratio;
  /** Of the items under "decisions", those that are labelled, or show a labelled message below them. */
  readonly decisionPrecision: Ratio;
  /** Of the labelled decisions, those told under "decisions" or "for you". */
  readonly decisionRecall: Ratio;
  readonly actionPrecision: Ratio;
  /** Of the labelled tasks, by message, those told under "action items" or "for you". */
  readonly actionRecall: Ratio;
  /** The same, with those told by a decision that names who is to act: a message is told once. */
  readonly actionNamed: Ratio;
  /** Of the right action items, those that name the right person, or nobody where nobody is named. */
  readonly assignee: Ratio;
  /** Of the items under "open questions", those that are labelled and unanswered. */
  readonly openPrecision: Ratio;
  /** Of the labelled unanswered questions, those told under "open questions" or "for you". */
  readonly openRecall: Ratio;
  /** Of the labelled answers, those that are quoted. */
  readonly answerRecall: Ratio;
  /** Of the labelled questions that are quoted and were answered, those quoted with their answer. */
  readonly answerShown: Ratio;
  /** Of the quoted posts, those quoted once already, or in the same words as another. */
  readonly duplicates: Ratio;
  /** Of the neighbours in a section, those in the order of time. */
  readonly order: Ratio;
}

const none: Figures = {
  quoted: 0,
  characters: 0,
  mustInclude: noRatio,
  mustNotInclude: noRatio,
  decisionPrecision: noRatio,
  decisionRecall: noRatio,
  actionPrecision: noRatio,
  actionRecall: noRatio,
  actionNamed: noRatio,
  assignee: noRatio,
  openPrecision: noRatio,
  openRecall: noRatio,
  answerRecall: noRatio,
  answerShown: noRatio,
  duplicates: noRatio,
  order: noRatio,
};

/** The names of the figures that are shares. */
export type RatioName = Exclude<keyof Figures, 'quoted' | 'characters'>;

/** The sum of figures: every message weighs the same. */
export function sumFigures(all: readonly Figures[]): Figures {
  return all.reduce((sum, one) => {
    const ratios = Object.keys(none)
      .filter((name): name is RatioName => name !== 'quoted' && name !== 'characters')
      .map((name) => [name, addRatios(sum[name], one[name])] as const);
    return {
      ...none,
      ...Object.fromEntries(ratios),
      quoted: sum.quoted + one.quoted,
      characters: sum.characters + one.characters,
    };
  }, none);
}

/** Ids of the posts that a recap quotes, in the order of reading, repetitions kept. */
export function quotedIds(recap: RecapDocument): string[] {
  return sectionsOf(recap).flatMap(({ items }) => items.flatMap(linesOf));
}

/** Measures a recap of one channel. */
export function measureRecap({ verdict }: GoldChannel, recap: RecapDocument): Figures {
  const ids = quotedIds(recap);
  const told = new Set(ids);
  const decisions = itemsOf(recap, 'decisions');
  const actions = itemsOf(recap, 'action_items');
  const open = itemsOf(recap, 'open_questions');
  const forYou = itemsOf(recap, 'for_you').flatMap(linesOf);
  const toldAs = (items: readonly RecapItem[]): Set<string> =>
    new Set([...items.flatMap(linesOf), ...forYou]);
  const decided = new Set(verdict.decisions);
  const tasks = new Set(verdict.actions.map((action) => action.postId));
  const naming = decisions.filter((item) => isRightAssignee(verdict, item));
  const rightActions = actions.filter((item) => linesOf(item).some((id) => tasks.has(id)));
  const answered = verdict.questions.filter((question) => question.answerId !== undefined);
  const unanswered = new Set(
    verdict.questions.filter(({ answerId }) => answerId === undefined).map((one) => one.postId),
  );
  return {
    quoted: told.size,
    characters: linesIn(recap).reduce((sum, { text }) => sum + text.length, 0),
    ...measureIds(verdict, told),
    decisionPrecision: ratioOf(decisions, (item) => linesOf(item).some((id) => decided.has(id))),
    decisionRecall: ratioOf(decided, (id) => toldAs(decisions).has(id)),
    actionPrecision: { hits: rightActions.length, of: actions.length },
    actionRecall: ratioOf(tasks, (id) => toldAs(actions).has(id)),
    actionNamed: ratioOf(tasks, (id) => toldAs([...actions, ...naming]).has(id)),
    assignee: ratioOf(rightActions, (item) => isRightAssignee(verdict, item)),
    openPrecision: ratioOf(open, (item) => unanswered.has(item.line.postId)),
    openRecall: ratioOf(unanswered, (id) => toldAs(open).has(id)),
    answerRecall: ratioOf(answered, ({ answerId = '' }) => told.has(answerId)),
    answerShown: ratioOf(
      answered.filter(({ postId }) => told.has(postId)),
      ({ answerId = '' }) => told.has(answerId),
    ),
    duplicates: duplicatesOf(recap),
    order: orderOf(recap),
  };
}

/** The two figures that any choice of posts has, whoever made it. */
export function measureIds(
  verdict: GoldVerdict,
  told: ReadonlySet<string>,
): Pick<Figures, 'mustInclude' | 'mustNotInclude'> {
  const unwanted = new Set(verdict.mustNotInclude);
  return {
    mustInclude: ratioOf(verdict.mustInclude, (id) => told.has(id)),
    mustNotInclude: ratioOf(told, (id) => unwanted.has(id)),
  };
}

function sectionsOf(recap: RecapDocument): { kind: SectionKind; items: readonly RecapItem[] }[] {
  const sections = recap.channels.flatMap((channel) => channel.sections);
  return recap.forYou === undefined ? sections : [recap.forYou, ...sections];
}

function itemsOf(recap: RecapDocument, kind: SectionKind): RecapItem[] {
  return sectionsOf(recap)
    .filter((section) => section.kind === kind)
    .flatMap(({ items }) => items);
}

function linesIn(recap: RecapDocument): RecapLine[] {
  return sectionsOf(recap).flatMap(({ items }) =>
    items.flatMap((item) => [item.line, ...item.followUps]),
  );
}

function linesOf(item: RecapItem): string[] {
  return [item.line, ...item.followUps].map((line) => line.postId);
}

function isRightAssignee({ actions }: GoldVerdict, item: RecapItem): boolean {
  const ids = linesOf(item);
  const wanted = actions.filter(({ postId }) => ids.includes(postId));
  return wanted.some(({ assignee }) => assignee === (item.assigneeId ?? 'all'));
}

function duplicatesOf(recap: RecapDocument): Ratio {
  const seen = new Set<string>();
  return ratioOf(linesIn(recap), ({ postId, text }) => {
    const words = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const again = seen.has(postId) || (words !== '' && seen.has(`text ${words}`));
    seen.add(postId).add(`text ${words}`);
    return again;
  });
}

function orderOf(recap: RecapDocument): Ratio {
  const pairs: (readonly [number, number])[] = [];
  for (const { items } of sectionsOf(recap)) {
    for (const [at, item] of items.entries()) {
      const next = items[at + 1];
      if (next !== undefined) pairs.push([item.line.createAt, next.line.createAt]);
      const lines = [item.line, ...item.followUps].map((line) => line.createAt);
      lines.slice(1).forEach((time, index) => pairs.push([lines[index] ?? 0, time]));
    }
  }
  return ratioOf(pairs, ([first, second]) => first <= second);
}
