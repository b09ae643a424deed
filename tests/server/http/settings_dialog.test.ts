/** The dialog of the settings, before it is filled in. */
import { describe, expect, test } from '@jest/globals';
import { languages } from '../../../server/contract/index.ts';
import type { DescribedSchedule, Recurrence } from '../../../server/contract/index.ts';
import { settingsDialog } from '../../../server/http/settings_dialog.ts';
import { translatorFor } from '../../../server/i18n/index.ts';
import type { DialogElementInput } from '../../../server/mattermost/index.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const once: Recurrence = { type: 'once', at: { date: '2026-11-03', time_of_day: '09:00' } };
const weekly: Recurrence = {
  type: 'weekly',
  days_of_week: 62,
  every_weeks: 1,
  times_of_day: ['09:00', '17:30'],
  anchor_date: null,
};
const monthly: Recurrence = { type: 'monthly', on: { day: 'last' }, time_of_day: '18:00' };

const schedule = (changes: Partial<DescribedSchedule> = {}): DescribedSchedule => ({
  ...storedSchedule(),
  running: false,
  description: 'Every weekday',
  next_runs: [],
  ...changes,
});

function elementsOf(changes: Partial<DescribedSchedule>): readonly DialogElementInput[] {
  return settingsDialog(schedule(changes), 'post', translatorFor('en')).elements ?? [];
}

test('opens with what is stored, in words and in its elements', () => {
  const dialog = settingsDialog(
    schedule({ title: 'Morning', recurrence: weekly, timezone: 'Europe/Berlin', revision: 3 }),
    'post',
    translatorFor('en'),
  );
  expect(dialog).toMatchObject({
    title: 'Recap settings',
    introductionText: 'Every weekday',
    submitLabel: 'Save',
  });
  expect(JSON.parse(dialog.state ?? '')).toEqual({
    schedule_id: schedule().id,
    revision: 3,
    post_id: 'post',
  });
  expect(dialog.elements).toMatchObject([
    { name: 'title', type: 'text', displayName: 'Title', default: 'Morning', maxLength: 100 },
    {
      name: 'times',
      displayName: 'Times',
      default: '09:00, 17:30',
      helpText: '1 to 4, such as 09:00, 17:30. Time zone: Europe/Berlin.',
    },
    { name: 'own_words', type: 'text', optional: true },
    {
      name: 'length',
      type: 'select',
      default: 'standard',
      options: [
        { value: 'brief', text: 'Brief' },
        { value: 'standard', text: 'Standard' },
        { value: 'detailed', text: 'Detailed' },
      ],
    },
    { name: 'paused', type: 'bool', placeholder: 'Paused', default: 'false', optional: true },
  ]);
});

test.each<[string, Partial<DescribedSchedule>, string[]]>([
  ['weekly', { recurrence: weekly }, ['title', 'times', 'own_words', 'length', 'paused']],
  ['monthly', { recurrence: monthly }, ['title', 'time', 'own_words', 'length', 'paused']],
  ['once', { recurrence: once }, ['title', 'date', 'time', 'own_words', 'length', 'paused']],
  [
    'once, done',
    { recurrence: once, finished_at: 1 },
    ['title', 'date', 'time', 'own_words', 'length'],
  ],
  [
    'at once, done',
    { recurrence: { type: 'once', at: 'now' }, finished_at: 1 },
    ['title', 'own_words', 'length'],
  ],
])('asks of a schedule %s what there is to be changed', (_, changes, names) => {
  expect(elementsOf(changes).map(({ name }) => name)).toEqual(names);
});

describe.each(languages)('in %s', (language) => {
  test.each([once, weekly, monthly])('keeps to the limits of dialogs: %j', (recurrence) => {
    // The longest names of zones that there are.
    const longest = schedule({ recurrence, timezone: 'America/Argentina/ComodRivadavia' });
    const dialog = settingsDialog(longest, 'post', translatorFor(language));
    expect(dialog.title?.length).toBeLessThanOrEqual(24);
    expect(dialog.submitLabel?.length).toBeLessThanOrEqual(24);
    for (const element of dialog.elements ?? []) {
      expect(element.displayName?.length).toBeLessThanOrEqual(24);
      expect(element.helpText?.length ?? 0).toBeLessThanOrEqual(150);
      expect(element.placeholder?.length ?? 0).toBeLessThanOrEqual(150);
    }
  });
});
