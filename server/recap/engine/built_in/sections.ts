/** Seventh step: the chosen messages of a channel, filed by what they are. */
import type { Person } from '../../collected.ts';
import type { RecapItem, RecapSection, SectionKind } from '../../document.ts';
import { decisionItem, highlightItem, questionItem, taskItem } from './items.ts';
import { isDecision, isOpenQuestion, isTask } from './pick.ts';
import type { ChannelReading } from './reading.ts';
import { byTime } from './select.ts';
import type { Candidate } from './select.ts';
import { markTold } from './told.ts';
import type { Told } from './told.ts';

/** The sections of a channel by kind; those across channels are not among them. */
type ChannelSection = Exclude<SectionKind, 'for_you'>;

/** The sections of a channel, in the order they are read; only those that have items. */
export function fileSections(
  reading: ChannelReading,
  picked: readonly Candidate[],
  people: ReadonlyMap<string, Person>,
  told: Told,
): RecapSection[] {
  const filed = Map.groupBy(picked.toSorted(byTime), (candidate) => kindOf(reading, candidate));
  const of = (kind: ChannelSection): readonly Candidate[] => filed.get(kind) ?? [];
  const list = (
    kind: ChannelSection,
    toItem: (candidate: Candidate) => RecapItem,
  ): RecapSection => {
    const items: RecapItem[] = [];
    for (const candidate of of(kind)) {
      // What belongs to one item may have been chosen by itself: it is told where it belongs.
      if (told.has(candidate.entry.unit.post.id)) continue;
      const item = toItem(candidate);
      const followUps = item.followUps.filter((line) => !told.has(line.postId));
      items.push({ ...item, followUps });
      markTold(item, told);
    }
    return { kind, items, more: 0 };
  };
  const sections = [
    list('decisions', (candidate) => decisionItem(reading, candidate, people)),
    list('action_items', (candidate) => taskItem(reading, candidate, people)),
    list('open_questions', questionItem),
  ];
  sections.push({
    kind: 'highlights',
    items: highlightsOf(reading, of('highlights'), told),
    more: 0,
  });
  return sections.filter((section) => section.items.length > 0);
}

function highlightsOf(
  reading: ChannelReading,
  candidates: readonly Candidate[],
  told: Told,
): RecapItem[] {
  const left = candidates.filter(({ entry }) => !told.has(entry.unit.post.id));
  const items: RecapItem[] = [];
  for (const [talk, members] of Map.groupBy(left, (candidate) => candidate.talk)) {
    const item = highlightItem(reading, talk, members, told);
    markTold(item, told);
    items.push(item);
  }
  return items;
}

/**
 * What a message is told as. What decides by its words is a decision even where it also gives somebody something to
 * do: its item says who. What only looks like a decision and does so is a task.
 */
function kindOf(reading: ChannelReading, { talk, entry }: Candidate): ChannelSection {
  const { signals, cues } = entry;
  const gives = isTask(reading, talk, entry);
  const isAsked = signals.task?.sure === true;
  const saysSo = signals.decision || (!isAsked && (signals.proposal || cues.has('ruling')));
  if (isDecision(reading, talk, entry) && (saysSo || !gives)) return 'decisions';
  if (gives) return 'action_items';
  return isOpenQuestion(reading, talk, entry) ? 'open_questions' : 'highlights';
}
