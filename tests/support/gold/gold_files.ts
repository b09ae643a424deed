/** The gold files of one part of the set, read and checked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldChannel } from './gold_channel.ts';
import { GoldError } from './gold_error.ts';
import { parseHeader } from './parse_header.ts';
import { parsePosts } from './parse_posts.ts';
import type { GoldLine } from './parse_posts.ts';
import { parseVerdict } from './parse_verdict.ts';

/** The engine is tuned on one part; the other is only ever measured, and by its sums alone. */
export const goldParts = ['tuning', 'held_back'] as const;

/** The name of a part of the set, which is also its folder. */
export type GoldPart = (typeof goldParts)[number];

const goldFolder = join(import.meta.dirname, '../../fixtures/gold');

/**
 * All channels of a part, by the names of their files.
 *
 * @throws {GoldError} for the first mistake in a file.
 */
export function readGold(part: GoldPart): GoldChannel[] {
  const folder = join(goldFolder, part);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseGold(file, readFileSync(join(folder, file), 'utf8')));
}

/**
 * One channel from the text of its file.
 *
 * @throws {GoldError} for the first mistake.
 */
export function parseGold(file: string, content: string): GoldChannel {
  const parts: GoldLine[][] = [[]];
  content.split(/\r?\n/).forEach((text, index) => {
    if (text === '===') parts.push([]);
    else if (text.trim() !== '' && !text.startsWith('//')) {
      parts.at(-1)?.push({ number: index + 1, text });
    }
  });
  const [head, chat, verdict, ...more] = parts;
  if (head === undefined || chat === undefined || verdict === undefined || more.length > 0) {
    throw new GoldError(file, 1, 'a gold file has three parts, between lines of ===');
  }
  const header = parseHeader(file, head);
  const posts = parsePosts(file, header, chat);
  return {
    name: file.replace(/\.txt$/, ''),
    title: header.title,
    language: header.language,
    reader: header.reader,
    window: header.window,
    people: [...header.people.values()],
    posts,
    verdict: parseVerdict(file, header, posts, verdict),
  };
}
