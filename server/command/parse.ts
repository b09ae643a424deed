/** The grammar of `/recap`: one word, and for some words what follows it. */

/** What a user asked for. */
export type Request =
  | { readonly verb: 'list' }
  | { readonly verb: 'help' }
  /** `channels` are names without their tildes; none means the channel where the command was sent. */
  | { readonly verb: 'now'; readonly channels: readonly string[] }
  /** `which` is a number of the list or a title; empty where none was given. */
  | { readonly verb: 'run'; readonly which: string }
  | { readonly verb: 'unknown'; readonly word: string };

/** Reads a whole command, slash and trigger included. */
export function parseCommand(command: string): Request {
  const [, word = '', ...rest] = command.trim().split(/\s+/);
  switch (word.toLowerCase()) {
    case '':
    case 'help':
      return { verb: 'help' };
    case 'list':
      return { verb: 'list' };
    case 'now':
      return { verb: 'now', channels: channelNames(rest.join(' ')) };
    case 'run':
      return { verb: 'run', which: rest.join(' ') };
    default:
      return { verb: 'unknown', word };
  }
}

/** Each once, in the order in which they came. */
function channelNames(text: string): string[] {
  const names = text.split(/[\s,;]+/).map((name) => name.replace(/^~+/, '').toLowerCase());
  return [...new Set(names)].filter((name) => name !== '');
}
