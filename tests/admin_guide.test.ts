/** Holds docs/admin_guide.md to the manifest and to the metrics. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { z } from 'zod';

import { Metrics } from '../server/metrics/index.ts';
import { tables } from './support/document.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

const guide = tables(read('docs/admin_guide.md'));

const manifest = z.object({
  settings_schema: z.object({
    settings: z.array(
      z.object({
        key: z.string(),
        display_name: z.string(),
        type: z.string(),
        help_text: z.string(),
        default: z.union([z.string(), z.number(), z.boolean()]).optional(),
      }),
    ),
  }),
});

function rowsOf(first: string): readonly (readonly string[])[] {
  return guide.find(({ header }) => header[0] === first)?.rows ?? [];
}

const settings = manifest
  .parse(JSON.parse(read('plugin.json')))
  .settings_schema.settings.filter(({ type }) => type !== 'custom');

test('each setting is in the table as it is in the System Console', () => {
  const expected = settings.map(({ key, display_name, help_text, default: value }) => [
    display_name.replace(/:$/, ''),
    `\`${key}\``,
    value === '' ? 'empty' : `\`${String(value)}\``,
    help_text,
  ]);
  expect(rowsOf('Setting')).toEqual(expected);
});

test.each(settings)(
  'the help of $key says its default, its range, and when it takes effect',
  (setting) => {
    const { help_text: help, default: value } = setting;
    expect(help).toMatch(/default/i);
    expect(help).toMatch(/Takes effect (at once|with the next (recap|run)|when the plugin)/);
    if (typeof value !== 'number') return;
    expect(help).toMatch(/[\d,]+ to [\d,]+/);
    expect(help.replaceAll(',', '')).toContain(`The default is ${value}.`);
  },
);

test('each metric is in the table as it is in the text', async () => {
  const text = await new Metrics().expose({ residentBytes: 0, longestStallSeconds: 0 });
  const kinds = new Map(
    Array.from(text.matchAll(/^# TYPE (\S+) (\S+)$/gm), ([, name = '', kind = '']) => [name, kind]),
  );
  const expected = Array.from(
    text.matchAll(/^# HELP (\S+) (.*)$/gm),
    ([, name = '', help = '']) => [`\`${name}\``, kinds.get(name), help],
  );
  expect(rowsOf('Metric')).toEqual(expected);
});
