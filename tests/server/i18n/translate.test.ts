/** Sentences in the user's language, with their holes filled in. */
import { describe, expect, test } from '@jest/globals';
import { translatorFor } from '../../../server/i18n/index.ts';
import { english } from '../../../server/i18n/english.ts';
import { formatMessage } from '../../../server/i18n/message.ts';

describe('locales', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en-GB'],
    ['en_AU', 'en-AU'],
    ['de-AT', 'de-AT'],
    ['es', 'es'],
    ['fr-CA', 'fr-CA'],
    ['ja', 'ja'],
    ['pt-BR', 'en'],
    ['zh-CN', 'en'],
    ['', 'en'],
    ['not a locale!', 'en'],
  ])('%s is spoken to in %s', (user, locale) => {
    expect(translatorFor(user).locale).toBe(locale);
  });
});

describe('messages', () => {
  const plural = new Intl.PluralRules('en');
  const numbers = new Intl.NumberFormat('en');
  const format = (message: Parameters<typeof formatMessage>[0], values = {}): string =>
    formatMessage(message, values, { plural, numbers });

  test.each([
    [1, '1 file'],
    [0, '0 files'],
    [12_345, '12,345 files'],
  ])('count %d', (count, text) => {
    expect(translatorFor('en').text('scheduled_recaps.recap.files', { count })).toBe(text);
  });

  test('show a hole that has no value', () => {
    expect(format('to {name}')).toBe('to {name}');
  });

  test('do not look for holes in values', () => {
    expect(format('{a} {b}', { a: '{b}', b: 'x' })).toBe('{b} x');
    expect(format('{a}', { a: '$& $1' })).toBe('$& $1');
  });
});

test.each([
  ['de-AT', 1234.5, '1\u00A0234,5 Dateien'],
  ['fr-CA', 1, '1 fichier'],
  ['fr', 0, '0 fichier'],
  ['es', 1_000_000, '1.000.000 de archivos'],
  ['es', 12, '12 archivos'],
  ['ja', 1, 'ファイル 1 件'],
])('%s counts %d as its people do', (locale, count, text) => {
  expect(translatorFor(locale).text('scheduled_recaps.recap.files', { count })).toBe(text);
});

test('every key has the prefix that the host asks for', () => {
  for (const key of Object.keys(english)) expect(key).toMatch(/^scheduled_recaps\.[a-z0-9_.]+$/);
});
