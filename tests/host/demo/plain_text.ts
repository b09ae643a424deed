/** Markdown as text for a terminal: links keep their words, marks of emphasis and headings go. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)/g, '$1')
    .replace(/^#{1,6} (.*)$/gm, (_, heading: string) => `${heading}\n${'-'.repeat(heading.length)}`)
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}\\])_([^_\n]+)_(?![\p{L}\p{N}])/gu, '$1')
    .replaceAll('\u200B', '')
    .replace(/\\([\\`*_{}[\]()#+\-.!~|>@:])/g, '$1');
}

/** How many links a Markdown text has. */
export function countLinks(markdown: string): number {
  return [...markdown.matchAll(/\]\(https?:/g)].length;
}
