/** The end of a recap: what is not in it, and who wrote it. */
import type { Content } from '../../contract/index.ts';
import type { Translator } from '../../i18n/index.ts';
import type { TrimmedChannel } from '../collected.ts';
import type { RecapDocument } from '../document.ts';
import { escapeText } from './markdown.ts';
import type { When } from './when.ts';

/** Channels without news that are named; with more of them the list would be longer than the recap. */
const maxQuietNames = 10;
/** Trimmed channels that are named; more of them are summed up. */
const maxTrimmedNames = 5;
/** Characters of a channel's name that are shown here. */
const maxNameLength = 64;

/** The last lines of a recap, made of its notes. */
export function footer(notes: readonly string[], isBare: boolean): string {
  const lines = notes.map((note) => `_${note}_`).join('\n');
  return isBare ? lines : `\n---\n${lines}`;
}

/** What a recap leaves to be said at its end. */
export interface Ending {
  /** Lines that found no place. */
  readonly dropped: number;
  readonly focus: Content['focus'];
}

/** What is not in a recap and who wrote it, a sentence each. */
export function notesOf(
  recap: RecapDocument,
  { dropped, focus }: Ending,
  translator: Translator,
  when: When,
): string[] {
  const lines: string[] = [];
  if (recap.quiet.length > 0) {
    lines.push(
      translator.text(
        `scheduled_recaps.recap.${focus === 'everything' ? 'nothing_new' : 'nothing_for_you'}`,
        {
          channels: joinNames(recap.quiet, translator),
        },
      ),
    );
  }
  if (recap.channels.length === 0 && recap.quiet.length === 0) {
    lines.push(translator.text('scheduled_recaps.recap.nothing_readable'));
  }
  const leftOut = leftOutParts(recap, dropped, translator, when);
  if (leftOut.length > 0) {
    const what = leftOut.reduce((before, next) =>
      translator.text('scheduled_recaps.recap.left_out.next', { before, next }),
    );
    lines.push(translator.text('scheduled_recaps.recap.left_out', { what }));
  }
  if (recap.channels.length > 0) {
    if (focus === 'concerns_me')
      lines.push(translator.text('scheduled_recaps.recap.only_concerns'));
    lines.push(...fallbackLines(recap, translator), engineLine(recap, translator));
  }
  return lines;
}

/** Who wrote it. */
function engineLine({ engine, model }: RecapDocument, translator: Translator): string {
  if (model === undefined) return translator.text('scheduled_recaps.recap.engine.built_in');
  const key = engine === 'agents' ? 'agents' : 'openai';
  return translator.text(`scheduled_recaps.recap.engine.${key}`, { model: shortName(model) });
}

/** Which channels an AI was to write and did not, a line for each reason. */
function fallbackLines({ fallbacks = [] }: RecapDocument, translator: Translator): string[] {
  const byReason = Map.groupBy(fallbacks, (fallback) => fallback.reason);
  return [...byReason].map(([reason, channels]) => {
    const names = channels.map((channel) => channel.name);
    return translator.text(`scheduled_recaps.recap.fallback.${reason}`, {
      channels: joinNames(names, translator),
    });
  });
}

function leftOutParts(
  recap: RecapDocument,
  dropped: number,
  translator: Translator,
  when: When,
): string[] {
  const { leftOut } = recap;
  const parts: string[] = [];
  const count = (key: 'unreadable' | 'excess' | 'bots' | 'lines', value: number): void => {
    if (value === 0) return;
    parts.push(translator.text(`scheduled_recaps.recap.left_out.${key}`, { count: value }));
  };
  count('unreadable', leftOut.unreadableChannels);
  count('excess', leftOut.excessChannels);
  parts.push(...trimmedParts(leftOut.trimmed, translator, when));
  count('bots', leftOut.botPosts);
  count('lines', dropped);
  return parts;
}

function trimmedParts(
  trimmed: readonly TrimmedChannel[],
  translator: Translator,
  when: When,
): string[] {
  if (trimmed.length > maxTrimmedNames) {
    const count = trimmed.reduce((sum, channel) => sum + channel.posts, 0);
    const channels = translator.text('scheduled_recaps.recap.in_channels', {
      count: trimmed.length,
    });
    return [translator.text('scheduled_recaps.recap.left_out.trimmed_many', { count, channels })];
  }
  return trimmed.map((channel) =>
    translator.text(`scheduled_recaps.recap.left_out.${trimmedKey(channel)}`, {
      count: channel.posts,
      channel: shortName(channel.name),
      since: when.full(channel.since),
    }),
  );
}

function trimmedKey({
  posts,
  atLeast,
}: TrimmedChannel): 'trimmed' | 'trimmed_at_least' | 'trimmed_unseen' {
  if (!atLeast) return 'trimmed';
  return posts === 0 ? 'trimmed_unseen' : 'trimmed_at_least';
}

function shortName(name: string): string {
  return escapeText(Array.from(name).slice(0, maxNameLength).join(''));
}

function joinNames(names: readonly string[], translator: Translator): string {
  const shown = names.slice(0, maxQuietNames).map(shortName);
  if (names.length > shown.length) {
    const count = names.length - shown.length;
    shown.push(translator.text('scheduled_recaps.recap.more_channels', { count }));
  }
  return new Intl.ListFormat(translator.locale, { type: 'conjunction' }).format(shown);
}
