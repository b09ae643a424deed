/** Holds what the guides say people type, and what the log says, to the source. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { parseCreate } from '../server/command/grammar/index.ts';
import { parseCommand } from '../server/command/parse.ts';
import { paths } from './support/source_file.ts';
import { tables } from './support/document.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const guides = [
  'README.md',
  'docs/user_guide.md',
  'docs/admin_guide.md',
  'docs/troubleshooting.md',
];

/** Tuesday, 24 November 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 10, 24, 9);

/** Commands that a document shows in code, each once. */
function recapCommands(document: string): readonly string[] {
  return [...new Set([...document.matchAll(/`(\/recap [^`]+)`/g)].map(([, command]) => command!))];
}

describe.each(guides)('%s', (guide) => {
  const commands = recapCommands(read(guide));

  test('shows commands that are understood', async () => {
    const verbs = commands.map((command) => ({ command, ...parseCommand(command) }));
    expect(verbs.filter(({ verb }) => verb === 'unknown')).toEqual([]);
    for (const request of verbs) {
      if (request.verb !== 'create') continue;
      const context = { locale: 'en', timezone: 'Europe/Berlin', now };
      await expect(parseCreate(request.text, context)).resolves.toBeDefined();
    }
  });
});

test.each([
  ['de', 'morgen um 9 Uhr'],
  ['fr', 'demain à 9h'],
  ['es', 'mañana a las 9'],
  ['ja', '明日9時'],
])('the date that the guide has for %s is one', async (locale, date) => {
  expect(read('docs/user_guide.md')).toContain(`\`${date}\``);
  const context = { locale, timezone: 'Europe/Berlin', now };
  const { schedule } = await parseCreate(`${date} ~dev`, context);
  expect(schedule.recurrence).toEqual({
    type: 'once',
    at: { date: '2026-11-25', time_of_day: '09:00' },
  });
});

const source = paths(root, 'server')
  .filter((path) => path.endsWith('.ts'))
  .map(read)
  .join('\n');

const lines = tables(read('docs/troubleshooting.md')).find(({ header }) => header[0] === 'Line');

test.each((lines?.rows ?? []).map(([line = '', level = '']) => [line.replaceAll('`', ''), level]))(
  'the log has the line "%s" with the level %s',
  (line, level) => {
    expect(source).toMatch(new RegExp(`log\\s*\\.${level}\\(\\s*'${line}'`));
  },
);
