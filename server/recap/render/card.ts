/** A recap as the webapp shows it, beside the message that says the same. */
import { limits } from '../../contract/index.ts';
import type { RecapCard } from '../../contract/index.ts';
import type { RecapChannel, RecapDocument, RecapItem, RecapLine } from '../document.ts';
import { topicWords } from './line.ts';

/** What a card says beside the document. */
export interface CardOptions {
  readonly title: string;
  /** IANA name. */
  readonly timezone: string;
  /** What was left out and who wrote it, a sentence each, in the reader's language. */
  readonly notes: readonly string[];
}

/** The card as JSON; undefined where it would be longer than `limits.cardCharacters`. */
export function cardOf(recap: RecapDocument, options: CardOptions): string | undefined {
  const card: RecapCard = {
    version: 1,
    title: options.title,
    timezone: options.timezone,
    engine: recap.engine,
    for_you: (recap.forYou?.items ?? []).map(itemOf),
    for_you_more: recap.forYou?.more ?? 0,
    channels: recap.channels.map(channelOf),
    quiet: [...recap.quiet],
    notes: [...options.notes],
  };
  const json = JSON.stringify(card);
  return json.length > limits.cardCharacters ? undefined : json;
}

function channelOf(channel: RecapChannel): RecapCard['channels'][number] {
  return {
    id: channel.channelId,
    name: channel.name,
    kind: channel.kind,
    team_name: channel.teamName,
    link_name: channel.linkName,
    messages: channel.numbers.messages,
    people: channel.numbers.people,
    files: channel.numbers.files,
    activity: [...channel.activity],
    participants: channel.participants.map(({ id, name }) => ({ id, name })),
    sections: channel.sections.map(({ kind, items, more }) => ({
      kind,
      items: items.map(itemOf),
      more,
    })),
  };
}

function itemOf(item: RecapItem): RecapCard['for_you'][number] {
  return {
    ...lineOf(item.line),
    channel_id: item.line.channelId,
    ...(item.topic === undefined ? {} : { topic: topicWords(item.topic) }),
    follow_ups: item.followUps.map(lineOf),
    ...(item.assignee === undefined ? {} : { assignee: item.assignee }),
    ...(item.due === undefined ? {} : { due: item.due }),
    replies: item.replies,
  };
}

function lineOf(line: RecapLine): RecapCard['for_you'][number]['follow_ups'][number] {
  return {
    post_id: line.postId,
    author_id: line.authorId,
    author: line.author,
    at: line.createAt,
    text: line.text,
    ...(line.extras.fileNames.every((name) => name === '')
      ? {}
      : { files: line.extras.fileNames.filter((name) => name !== '') }),
    ...(line.restsOn === undefined
      ? {}
      : {
          rests_on: line.restsOn.map(({ postId, author, createAt }) => ({
            post_id: postId,
            author,
            at: createAt,
          })),
        }),
  };
}
