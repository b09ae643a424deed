/** Translations hold what the English original holds, and no more than is said; what the compiler cannot see of that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { english } from '../../../server/i18n/english.ts';
import type { Message } from '../../../server/i18n/index.ts';
import { catalogues } from '../../../server/i18n/translate.ts';
import { languages, RunStatus } from '../../../server/contract/index.ts';
import { paths } from '../../support/source_file.ts';

const originals: readonly (readonly [string, Message])[] = Object.entries(english);

function formsOf(message: Message): Record<string, string> {
  return typeof message === 'string' ? { other: message } : { ...message };
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name).sort();
}

/** What is code in a text: commands and names that nobody translates. `~` begins the name of a channel. */
function codes(text: string): string[] {
  const found = [...text.matchAll(/`([^`]*)`|@\{bot\}/g)].map(([code]) => code);
  return found.map((code) => code.replaceAll(/~[a-z]+/g, '~')).sort();
}

test('there are words in every language that a recap can be written in', () => {
  expect([...catalogues.keys()].sort()).toEqual([...languages].sort());
});

test('every text of the original is said somewhere', () => {
  const root = join(import.meta.dirname, '../../..');
  const source = paths(root, 'server')
    .filter((path) => path.endsWith('.ts') && !path.startsWith('server/i18n/'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const words = new Set(source.match(/\w+/g));
  const isSaid = (key: string): boolean => {
    if (source.includes(`'${key}'`)) return true;
    // Where its last part is not written out, it is put together of a name that the source has elsewhere.
    const [, stem = '', name = ''] = /^(.*\.)(\w+)$/.exec(key) ?? [];
    return source.includes(`\`${stem}\${`) && words.has(name);
  };
  expect(Object.keys(english).filter((key) => !isSaid(key))).toEqual([]);
});

describe.each([...catalogues])('%s', (language, catalogue) => {
  const messages = new Map<string, Message>(Object.entries(catalogue));
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

  test('has the keys of the original, in its order', () => {
    expect([...messages.keys()]).toEqual(Object.keys(english));
  });

  test.each(originals)('%s', (key, original) => {
    const message = messages.get(key) ?? '';
    if (typeof original !== 'string' && forms.length > 1) {
      expect(Object.keys(message).sort()).toEqual(forms);
    }
    const { other = '' } = formsOf(original);
    for (const text of Object.values(formsOf(message))) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(placeholders(text)).toEqual(placeholders(other));
      expect(codes(text)).toEqual(codes(other));
    }
  });
});

test.each([...catalogues])(
  '%s has the same word for an outcome as the webapp',
  (language, catalogue) => {
    const path = join(import.meta.dirname, `../../../webapp/i18n/${language}.json`);
    const webapp = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')));
    const outcomes = (messages: object): readonly unknown[] =>
      Object.entries(messages)
        .filter(([key]) => key.startsWith('scheduled_recaps.run.'))
        .toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect(outcomes(catalogue)).toHaveLength(RunStatus.options.length);
    expect(outcomes(catalogue)).toEqual(outcomes(webapp));
  },
);

const punctuation: readonly (readonly [string, string, RegExp])[] = [
  [
    'fr',
    'no-break spaces with high punctuation and guillemets',
    /[^\u00A0][:;?!»](?= |$)|«[^\u00A0]|'/,
  ],
  ['de', 'German quotation marks', /["'”«»]|“(?![ :,.?]|$)/],
  ['es', 'guillemets, and no English quotation marks', /["'“”]/],
  ['ja', 'full-width punctuation', /["'“”,;?!]|[^\d]:(?!\/)/],
];

test.each(punctuation)('%s has %s', (language, _, wrong) => {
  for (const [key, message] of Object.entries(catalogues.get(language) ?? {})) {
    for (const text of Object.values(formsOf(message))) {
      const words = text.replaceAll(/`[^`]*`/g, '`');
      expect({ key, words, wrong: wrong.test(words) }).toEqual({ key, words, wrong: false });
    }
  }
});
