/** One item of a recap as lines of a Markdown list. */
import type { Translator } from '../../i18n/index.ts';
import type { LineExtras, RecapItem, RecapLine } from '../document.ts';
import { beginText, escapeText, link, quoteText } from './markdown.ts';
import type { When } from './when.ts';

/** Names of files that are written out; the others are counted. */
const maxFileNames = 3;
/** Characters of a file name that are shown. */
const maxFileName = 60;

/** What a line needs to know to be written. */
export interface LineContext {
  readonly translator: Translator;
  readonly when: When;
  /** The reader's id: addressed as "you". */
  readonly readerId: string;
  /** The address of a message. */
  permalink(line: RecapLine): string;
}

/**
 * An item: its line and, indented below it, the lines that belong to it. One text, because an indented line alone
 * at the start of a message would be code. `place` names the channel if needed.
 */
export function itemText(item: RecapItem, context: LineContext, place?: string): string {
  const { text } = context.translator;
  if (item.line.restsOn !== undefined) {
    let from = sources(item.line, context);
    if (place !== undefined) {
      from = text('scheduled_recaps.recap.head_in_channel', { head: from, channel: place });
    }
    return `- ${beginText(item.line.text)}${taskNote(item, context)} (${from})`;
  }
  let head = quoteHead(item.line, context);
  if (place !== undefined) {
    head = text('scheduled_recaps.recap.head_in_channel', { head, channel: place });
  }
  const topic = item.topic === undefined ? '' : topicText(item.topic);
  if (topic !== '') head = text('scheduled_recaps.recap.head_on_topic', { head, topic });
  return [
    `- ${says(head, item.line, context)}${taskNote(item, context)}${repliesNote(item, context)}`,
    ...item.followUps.map((line) => `    - ${says(quoteHead(line, context), line, context)}`),
  ].join('\n');
}

function says(head: string, line: RecapLine, context: LineContext): string {
  const text = body(line, context);
  return context.translator.text('scheduled_recaps.recap.says', { head, text });
}

/** The start of a message, as a name for the conversation that it began: in Markdown. */
export function topicText(line: RecapLine): string {
  return quoteText(line.text) + topicEnd(line);
}

/** As `topicText`, in plain text. */
export function topicWords(line: RecapLine): string {
  return line.text.replaceAll('`', '') + topicEnd(line);
}

function topicEnd({ text, cutAfter }: RecapLine): string {
  return cutAfter && !/[.!?…]$/u.test(text) ? '…' : '';
}

/** Who and when; the time is the link. */
function quoteHead(line: RecapLine, context: LineContext): string {
  const time = line.earlier ? context.when.full(line.createAt) : context.when.inside(line.createAt);
  const name =
    line.authorId === context.readerId
      ? capitalize(context.translator.text('scheduled_recaps.recap.you'))
      : escapeText(line.author);
  return `**${name}** ${link(time, context.permalink(line))}`;
}

/** Who said when what a model's line rests on, each a link: after the words, since they are nobody's quote. */
function sources(line: RecapLine, context: LineContext): string {
  return (line.restsOn ?? [])
    .map(({ postId, author, createAt }) => {
      const text = `${escapeText(author)}, ${context.when.inside(createAt)}`;
      return link(text, context.permalink({ ...line, postId }));
    })
    .join('; ');
}

function body(line: RecapLine, context: LineContext): string {
  const words = quoteText(line.text);
  const text = `${line.cutBefore ? '… ' : ''}${words}${line.cutAfter ? ' …' : ''}`;
  const extras = extrasText(line.extras, context.translator);
  if (words === '' && extras === '') {
    return `_${context.translator.text('scheduled_recaps.recap.no_words')}_`;
  }
  return [words === '' ? '' : text, extras].filter((part) => part !== '').join(' ');
}

function extrasText(extras: LineExtras, translator: Translator): string {
  const parts = extras.fileNames
    .filter((name) => name !== '')
    .slice(0, maxFileNames)
    .map((name) => escapeText(name.length > maxFileName ? `${name.slice(0, maxFileName)}…` : name));
  const count = (
    key: 'files' | 'more_files' | 'code_lines' | 'table_rows' | 'images',
    value: number,
  ): void => {
    if (value > 0) parts.push(translator.text(`scheduled_recaps.recap.${key}`, { count: value }));
  };
  count(parts.length === 0 ? 'files' : 'more_files', extras.fileNames.length - parts.length);
  count('code_lines', extras.codeLines);
  count('table_rows', extras.tableRows);
  count('images', extras.images);
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

function taskNote(item: RecapItem, context: LineContext): string {
  const parts: string[] = [];
  if (item.assigneeId !== undefined && item.assignee !== undefined) {
    parts.push(
      item.assigneeId === context.readerId
        ? context.translator.text('scheduled_recaps.recap.you')
        : escapeText(item.assignee),
    );
  }
  if (item.due !== undefined) parts.push(escapeText(item.due));
  return parts.length === 0 ? '' : ` → **${parts.join(', ')}**`;
}

/** How many replies there are, unless all of them are shown. */
function repliesNote(item: RecapItem, context: LineContext): string {
  if (item.replies <= item.followUps.length) return '';
  const text = context.translator.text('scheduled_recaps.recap.replies', { count: item.replies });
  return ` _(${text})_`;
}

function capitalize(word: string): string {
  const [first = '', ...rest] = Array.from(word);
  return first.toUpperCase() + rest.join('');
}
