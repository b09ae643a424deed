/** A model that always says the same about the sample's Friday: what a recap by an AI looks like, without one. */
import type { Collected, CollectedChannel, CollectedPost } from '../../server/recap/collected.ts';
import type {
  RecapChannel,
  RecapDocument,
  RecapItem,
  RecapSection,
  SectionKind,
} from '../../server/recap/document.ts';
import type { Engine } from '../../server/recap/engine/index.ts';

/** A sentence about a channel, and how the messages begin that it rests on. */
interface Claim {
  readonly channel: string;
  readonly kind: SectionKind;
  readonly text: string;
  readonly restsOn: readonly string[];
  /** Name of who is to act. */
  readonly assignee?: string;
  readonly due?: string;
}

const claims: readonly Claim[] = [
  {
    channel: 'incidents',
    kind: 'decisions',
    text: 'Bookings failed because 4.1.9 opened a connection for each container; it was rolled back to 4.1.8, beginning with eu-1.',
    restsOn: [
      'In 4.1.9 the availability check',
      'Agreed, roll back to 4.1.8',
      'Decision: rollback',
    ],
  },
  {
    channel: 'incidents',
    kind: 'action_items',
    text: 'Write the post-mortem.',
    restsOn: ['Status page is green', 'Will do, draft by'],
    assignee: 'Dmitri Volkov',
    due: 'Sunday noon',
  },
  {
    channel: 'incidents',
    kind: 'action_items',
    text: 'Add a load test with 100 containers before 4.1.10 goes out.',
    restsOn: ['Status page is green'],
    assignee: 'Ben Okafor',
  },
  {
    channel: 'release-4-2',
    kind: 'open_questions',
    text: 'Whether the availability check is safe enough for 4.2; Ben asks for a load test and two quiet days in production first.',
    restsOn: ['4.1.9 was rolled back', 'The load test with 100'],
  },
  {
    channel: 'hamburg',
    kind: 'highlights',
    text: 'The gate noticed nothing of the outage.',
    restsOn: ['Buchungen gehen gerade nicht durch'],
  },
];

/**
 * An engine that takes these sentences for the channels in `written`, by the names in their addresses, and the
 * built-in engine's quotes for the others, as fallbacks for the reasons given.
 */
export function handWritten(
  builtIn: Engine,
  written: readonly string[],
  reasons: Readonly<Record<string, NonNullable<RecapDocument['fallbacks']>[number]['reason']>> = {},
): Engine {
  return {
    name: 'openai',
    write: async (collected, options) => {
      const quoted = withoutForYou(await builtIn.write(collected, options));
      const channels = quoted.channels.map((channel) =>
        written.includes(channel.linkName) ? rewritten(channel, collected) : channel,
      );
      const fallbacks = quoted.channels.flatMap(({ channelId, name, linkName }) => {
        const reason = reasons[linkName];
        return reason === undefined ? [] : [{ channelId, name, reason }];
      });
      const byModel = written.length > 0 ? { engine: 'openai', model: 'example-model' } : {};
      return { ...quoted, ...byModel, channels, fallbacks };
    },
  };
}

/** The model says everything in its channels. */
function withoutForYou(recap: RecapDocument): RecapDocument {
  const { forYou, ...rest } = recap;
  return forYou === undefined ? recap : rest;
}

function rewritten(channel: RecapChannel, collected: Collected): RecapChannel {
  const source = collected.channels.find(({ id }) => id === channel.channelId);
  const sections: RecapSection[] = [];
  for (const claim of claims.filter((each) => each.channel === channel.linkName)) {
    const items = [itemOf(claim, source)];
    const last = sections.at(-1);
    if (last?.kind === claim.kind)
      sections.splice(-1, 1, { ...last, items: [...last.items, ...items] });
    else sections.push({ kind: claim.kind, items, more: 0 });
  }
  return { ...channel, sections };
}

function itemOf(claim: Claim, channel: CollectedChannel | undefined): RecapItem {
  const posts = claim.restsOn.map((beginning) => find(channel, beginning));
  const [first] = posts;
  if (first === undefined) throw new Error('a claim rests on nothing');
  const { author } = first;
  return {
    line: {
      postId: first.id,
      channelId: first.channelId,
      authorId: author.id,
      author: author.name,
      createAt: first.createAt,
      text: claim.text,
      cutBefore: false,
      cutAfter: false,
      extras: { codeLines: 0, tableRows: 0, images: 0, fileNames: [] },
      earlier: false,
      restsOn: posts.map((post) => ({
        postId: post.id,
        authorId: post.author.id,
        author: post.author.name,
        createAt: post.createAt,
      })),
    },
    followUps: [],
    ...(claim.assignee === undefined
      ? {}
      : { assigneeId: claim.assignee, assignee: claim.assignee }),
    ...(claim.due === undefined ? {} : { due: claim.due }),
    replies: 0,
    people: 1,
  };
}

function find(channel: CollectedChannel | undefined, beginning: string): CollectedPost {
  const found = channel?.posts.find((post) => post.message.startsWith(beginning));
  if (found === undefined) throw new Error(`the sample has no message "${beginning}…"`);
  return found;
}
