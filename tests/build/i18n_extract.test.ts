import { describe, expect, test } from '@jest/globals';

import { compareNames, namesIn } from '../../build/i18n_extract.ts';

describe('namesIn', () => {
  test('finds names in quotation marks, and those with holes as patterns', () => {
    const { names, patterns } = namesIn(
      "text('scheduled_recaps.form.save'); text(`scheduled_recaps.run.${run.status}`, { count });",
    );
    expect([...names]).toEqual(['scheduled_recaps.form.save']);
    expect(patterns.map(String)).toEqual(['/^scheduled_recaps\\.run\\.\\w+$/']);
  });

  test.each([
    ['a name of somebody else', "text('recaps.modal.title')"],
    ['the prefix alone', "const prefix = 'scheduled_recaps_form';"],
    ['a name without its quotation marks', '// scheduled_recaps.form.save'],
  ])('does not take %s for one', (_name, source) => {
    const { names, patterns } = namesIn(source);
    expect([...names, ...patterns]).toEqual([]);
  });
});

test('compareNames tells what is missing, what goes with a pattern, and what nobody uses', () => {
  const used = namesIn(
    "'scheduled_recaps.a' 'scheduled_recaps.gone' `scheduled_recaps.b.${x}` `scheduled_recaps.c.${x}`",
  );
  const known = ['scheduled_recaps.a', 'scheduled_recaps.b.one', 'scheduled_recaps.b.one.two'];
  expect(compareNames(used, known)).toEqual({
    missing: ['scheduled_recaps.gone', '/^scheduled_recaps\\.c\\.\\w+$/'],
    unused: ['scheduled_recaps.b.one.two'],
  });
});
