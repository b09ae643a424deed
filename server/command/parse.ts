/** The grammar of `/recap`: one word, and for some words what follows it. */

/** What a user asked for. */
export type Request =
  | { readonly verb: 'list' }
  | { readonly verb: 'help' }
  /** `which` is a number of the list or a title; empty where none was given. */
  | { readonly verb: 'now'; readonly which: string }
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
      return { verb: 'now', which: rest.join(' ') };
    default:
      return { verb: 'unknown', word };
  }
}
