/** The grammar of `/recap`: one word, and for some words what follows it. */

/** Verbs that are followed by the number of a schedule, or by its title. */
const aboutOne = ['run', 'show', 'resume', 'delete', 'edit'] as const;

/** What a user asked for. */
export type Request =
  | { readonly verb: 'list' | 'help' | 'new' }
  /** `channels` are names without their tildes; none means the channel where the command was sent. */
  | { readonly verb: 'now'; readonly channels: readonly string[] }
  /** `text` is for the grammar of schedules to read. */
  | { readonly verb: 'create'; readonly text: string }
  /** `which` is a number of the list or a title; empty where none was given. */
  | { readonly verb: (typeof aboutOne)[number]; readonly which: string }
  /** `until` is a day as people write it; empty where none was given. */
  | { readonly verb: 'pause'; readonly which: string; readonly until: string }
  | { readonly verb: 'unknown'; readonly word: string };

/** Reads a whole command, slash and trigger included. */
export function parseCommand(command: string): Request {
  const [, word = '', rest = ''] = /^\s*\S+\s*(\S*)\s*(.*)$/s.exec(command) ?? [];
  const one = rest.trim().replaceAll(/\s+/g, ' ');
  const verb = word.toLowerCase();
  switch (verb) {
    case '':
    case 'help':
      return { verb: 'help' };
    case 'list':
    case 'new':
      return { verb };
    case 'now':
      return { verb, channels: channelNames(rest) };
    case 'create':
      return { verb, text: rest.trim() };
    case 'pause': {
      const [, which = '', until = ''] = /^(.*?)(?:(?:^|\s)until(?:\s(.*)|$))?$/i.exec(one) ?? [];
      return { verb, which, until };
    }
    default: {
      const known = aboutOne.find((each) => each === verb);
      return known === undefined ? { verb: 'unknown', word } : { verb: known, which: one };
    }
  }
}

/** Each once, in the order in which they came. */
function channelNames(text: string): string[] {
  const names = text.split(/[\s,;]+/).map((name) => name.replace(/^~+/, '').toLowerCase());
  return [...new Set(names)].filter((name) => name !== '');
}
