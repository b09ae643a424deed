/** Every sentence is used, is there in all languages, and is whole in each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';

import { compareNames, usedNames } from '../../../build/i18n_extract.ts';
import { english, messagesFor } from '../../../webapp/i18n/index.ts';

const folder = join(import.meta.dirname, '../../../webapp');
const languages = ['en', 'de', 'es', 'fr', 'ja'];

function messagesIn(language: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(folder, `i18n/${language}.json`), 'utf8');
  return JSON.parse(text) as Record<string, string>;
}

/** Names and kinds of the placeholders. Words of plural forms, which stand in braces too, are followed by a space. */
function placeholders(sentence: string): readonly string[] {
  const found = [...sentence.matchAll(/\{(\w+)(, number|, plural)?(?=[,}])/g)];
  return [...new Set(found.map(([, name, kind]) => `${name ?? ''}${kind ?? ''}`))].sort();
}

/** The plural forms of a sentence, one list for each place that has some. */
function pluralForms(sentence: string): readonly (readonly string[])[] {
  return [...sentence.matchAll(/, plural, ((?:\w+ \{[^}]*\} ?)+)\}/g)].map(([, forms = '']) =>
    [...forms.matchAll(/(\w+) \{/g)].map(([, form = '']) => form),
  );
}

test('every name that the source uses has a sentence, and every sentence is used', async () => {
  const used = await usedNames(folder);
  expect(compareNames(used, Object.keys(english))).toEqual({ missing: [], unused: [] });
});

describe.each(languages)('%s', (language) => {
  const messages = messagesIn(language);

  test('has the sentences of English, in order', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    expect(Object.keys(messages)).toEqual(Object.keys(messages).toSorted());
  });

  test('fills in what English fills in', () => {
    const different = Object.entries(english).filter(
      ([name, sentence]) =>
        String(placeholders(sentence)) !== String(placeholders(messages[name] ?? '')),
    );
    expect(different).toEqual([]);
  });

  test('can be put into words', () => {
    const errors: string[] = [];
    const intl = createIntl({
      locale: language,
      messages,
      onError: (error) => errors.push(error.message),
    });
    for (const [id, sentence] of Object.entries(messages)) {
      const names = placeholders(sentence).map((each) => each.split(',', 1)[0]!);
      expect(
        intl.formatMessage({ id }, Object.fromEntries(names.map((name) => [name, 3]))),
      ).not.toMatch(/[{}#]/);
    }
    expect(errors).toEqual([]);
  });

  test('has the plural forms of its language', () => {
    // Millions, which Spanish and French count in another form, are not reached by anything we count.
    const needed = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((form) => form !== 'many');
    const lacking = Object.values(messages).filter((sentence) =>
      pluralForms(sentence).some((forms) => needed.some((form) => !forms.includes(form))),
    );
    expect(lacking).toEqual([]);
  });
});

describe('messagesFor', () => {
  test.each([
    ['de', 'de'],
    ['es', 'es'],
    ['fr', 'fr'],
    ['ja', 'ja'],
    ['en-AU', 'en'],
    ['pt-BR', 'en'],
    ['', 'en'],
  ])('gives for the locale %p the sentences of %p', (locale, language) => {
    expect(messagesFor(locale)).toEqual(messagesIn(language));
  });
});
