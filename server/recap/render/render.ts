/** A recap document as Markdown messages: pure, readable without the plugin's own display. */
import type { Content } from '../../contract/index.ts';
import { translatorFor } from '../../i18n/index.ts';
import type { HourCycle, MessageKey, Translator } from '../../i18n/index.ts';
import type {
  RecapChannel,
  RecapDocument,
  RecapLine,
  RecapNumbers,
  RecapSection,
} from '../document.ts';
import { itemText, topicText } from './line.ts';
import type { LineContext } from './line.ts';
import { cardOf } from './card.ts';
import { footer, notesOf } from './footer.ts';
import { escapeText, link } from './markdown.ts';
import { layOut } from './pages.ts';
import type { Block } from './pages.ts';
import { whenFor } from './when.ts';

/** What a message needs beside the document. */
export interface RenderContext {
  readonly title: string;
  /** IANA zone of the schedule. */
  readonly timezone: string;
  /** The language of the recap: a locale as profiles have it. */
  readonly locale: string;
  /** The one that the locale is used to where absent. */
  readonly hourCycle?: HourCycle;
  /** Everything where absent. */
  readonly focus?: Content['focus'];
  readonly readerId: string;
  /** The site's address without a slash at its end; empty where the server has none set. */
  readonly siteUrl: string;
}

/** A recap as it is sent. */
export interface RenderedRecap {
  /** Markdown: the first is the recap, the others go on in its thread. Never empty. */
  readonly messages: readonly string[];
  /** The same as the webapp shows it, for the first message's props; absent where it would be too long. */
  readonly card?: string;
}

/** A recap document as messages, and as a card. */
export function renderRecap(recap: RecapDocument, context: RenderContext): RenderedRecap {
  const translator = translatorFor(context.locale, context.hourCycle);
  const when = whenFor(recap.window, translator, context.timezone);
  const concerned = new Set(recap.forYou?.items.map((item) => item.line.channelId));
  const channelsById = new Map(recap.channels.map((channel) => [channel.channelId, channel]));
  const lines: LineContext = {
    translator,
    when,
    readerId: context.readerId,
    permalink: (line) => permalink(line, channelsById.get(line.channelId), context.siteUrl),
  };
  const blocks = [
    { heading: '', continued: '', texts: header(recap, context, translator, when.window) },
    ...forYouBlock(recap, channelsById, lines),
    ...recap.channels
      // What concerns the reader stands above; a channel that has no more of it has nothing more to say.
      .filter(({ sections }) => context.focus !== 'concerns_me' || sections.length > 0)
      .map((channel) => {
        const empty = concerned.has(channel.channelId) ? 'told_above' : 'nothing_stands_out';
        return channelBlock(channel, context, lines, empty);
      }),
  ];
  const isBare = recap.channels.length === 0;
  const focus = context.focus ?? 'everything';
  const endFor = (dropped: number): readonly string[] =>
    notesOf(recap, { dropped, focus }, translator, when);
  // As long as the end can get: no count of dropped lines is written longer than this one.
  const longestEnd = footer(endFor(Number.MAX_SAFE_INTEGER), isBare);
  const { pages, dropped } = layOut(blocks, longestEnd.length + 1);
  const notes = endFor(dropped);
  const end = footer(notes, isBare);
  const messages = pages.map((page, index) =>
    index === pages.length - 1 ? `${page}\n${end}` : page,
  );
  const card = cardOf(recap, { title: context.title, timezone: context.timezone, notes });
  return { messages, ...(card === undefined ? {} : { card }) };
}

/** The address of a message. Direct and group messages have no team; for them the site finds one. */
function permalink(line: RecapLine, channel: RecapChannel | undefined, siteUrl: string): string {
  const team = channel === undefined || channel.teamName === '' ? '_redirect' : channel.teamName;
  return `${siteUrl}/${team}/pl/${line.postId}`;
}

function header(
  recap: RecapDocument,
  context: RenderContext,
  translator: Translator,
  window: { readonly from: string; readonly to: string },
): string[] {
  const zone = escapeText(context.timezone.replaceAll('_', ' '));
  const span = translator.text('scheduled_recaps.recap.window', { ...window, zone });
  const lines = [`#### ${escapeText(context.title)}`, `_${span}_`];
  if (recap.numbers.messages > 0) {
    const channels = translator.text('scheduled_recaps.recap.in_channels', {
      count: recap.channels.length,
    });
    const numbers = numbersText(recap.numbers, translator);
    // Most of these messages are in channels that have nothing for the reader and are not shown.
    if (context.focus === 'concerns_me') return [...lines, numbers];
    lines.push(
      translator.text('scheduled_recaps.recap.numbers_in_channels', {
        numbers,
        in_channels: channels,
      }),
    );
  }
  return lines;
}

function numbersText(numbers: RecapNumbers, translator: Translator): string {
  const count = (key: MessageKey, value: number): string => translator.text(key, { count: value });
  const messages = count('scheduled_recaps.recap.messages', numbers.messages);
  if (numbers.people === 0) return messages;
  return translator.text('scheduled_recaps.recap.messages_by_people', {
    messages,
    by_people: count('scheduled_recaps.recap.by_people', numbers.people),
  });
}

function forYouBlock(
  recap: RecapDocument,
  channels: ReadonlyMap<string, RecapChannel>,
  context: LineContext,
): Block[] {
  if (recap.forYou === undefined) return [];
  const texts = sectionTexts(recap.forYou, context, (line) => {
    const channel = channels.get(line.channelId);
    return channel === undefined ? undefined : channelName(channel, context.translator);
  });
  return [{ heading: '', continued: '', texts }];
}

/** `empty` is what a channel says that has no section of its own. */
function channelBlock(
  channel: RecapChannel,
  context: RenderContext,
  lines: LineContext,
  empty: 'told_above' | 'nothing_stands_out',
): Block {
  const { translator } = lines;
  const name = channelName(channel, translator);
  const address = `${context.siteUrl}/${channel.teamName}/channels/${channel.linkName}`;
  const title = channel.teamName === '' ? name : link(name, address);
  const facts = [numbersText(channel.numbers, translator)];
  if (channel.numbers.files > 0) {
    facts.push(translator.text('scheduled_recaps.recap.files', { count: channel.numbers.files }));
  }
  if (channel.busiest !== undefined) {
    const topic = link(topicText(channel.busiest.line), lines.permalink(channel.busiest.line));
    const count = channel.busiest.messages;
    facts.push(translator.text('scheduled_recaps.recap.busiest', { topic, count }));
  }
  const body = channel.sections.flatMap((section) => sectionTexts(section, lines));
  if (body.length === 0) body.push(translator.text(`scheduled_recaps.recap.${empty}`));
  return {
    heading: `\n##### ${title}`,
    continued: `##### ${translator.text('scheduled_recaps.recap.continued', { channel: title })}`,
    texts: [facts.join(' · '), ...body],
  };
}

function channelName(channel: RecapChannel, translator: Translator): string {
  const name = escapeText(channel.name);
  if (channel.kind !== 'direct' && channel.kind !== 'group') return name;
  return translator.text('scheduled_recaps.recap.direct', { people: name });
}

/**
 * A section's title and its items. The title stands in one text with the first item, so that no message ends with
 * it, and after an empty line, because a line right below a list belongs to the list.
 */
function sectionTexts(
  section: RecapSection,
  context: LineContext,
  place?: (line: RecapLine) => string | undefined,
): string[] {
  const { translator } = context;
  const items = section.items.map((item) => itemText(item, context, place?.(item.line)));
  if (section.more > 0) {
    const more = translator.text('scheduled_recaps.recap.more_items', { count: section.more });
    items.push(`- _${more}_`);
  }
  const [first = '', ...rest] = items;
  const title = translator.text(`scheduled_recaps.recap.section.${section.kind}`);
  return [`\n**${title}**\n${first}`, ...rest];
}
