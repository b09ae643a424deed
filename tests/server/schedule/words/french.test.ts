/** Schedules in French. */
import { expect, test } from '@jest/globals';
import { describe as say } from '../../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../../server/schedule/words/index.ts';
import { kinds } from './kinds.ts';
import type { Kind, Sentences } from './kinds.ts';

const sentences: Sentences = {
  now: 'Une fois, tout de suite',
  once: 'Une fois, le dimanche 29 mars 2026 à 09:05 (Europe/Berlin)',
  everyDay: 'Tous les jours à 07:30 et 17:00 (Europe/Berlin)',
  weekdays: 'Du lundi au vendredi à 09:00 (Europe/Berlin)',
  weekend: 'Chaque samedi et dimanche à 10:00 (Europe/Berlin)',
  oneDay: 'Chaque samedi à 13:15 (Europe/Berlin)',
  severalDays: 'Chaque lundi, mercredi et dimanche à 00:30, 12:00 et 17:45 (Europe/Berlin)',
  everyDayOfSomeWeeks: 'Toutes les 3 semaines, tous les jours à 09:00 (Europe/Berlin)',
  weekdaysOfSomeWeeks: 'Toutes les 3 semaines, du lundi au vendredi à 09:00 (Europe/Berlin)',
  weekendOfSomeWeeks: 'Toutes les 12 semaines, le samedi et le dimanche à 09:00 (Europe/Berlin)',
  oneDayOfSomeWeeks: 'Toutes les 2 semaines, le lundi à 01:00 (Europe/Berlin)',
  severalDaysOfSomeWeeks:
    'Toutes les 2 semaines, le lundi, le mercredi et le samedi à 09:00 (Europe/Berlin)',
  first: 'Chaque mois, le 1er à 09:00 (Europe/Berlin)',
  second: 'Chaque mois, le 2 à 09:00 (Europe/Berlin)',
  third: 'Chaque mois, le 23 à 09:00 (Europe/Berlin)',
  lastCommonDate: 'Chaque mois, le 28 à 09:00 (Europe/Berlin)',
  leapDate: 'Chaque mois, le 29 (ou le dernier jour d’un mois plus court) à 09:00 (Europe/Berlin)',
  thirtieth: 'Chaque mois, le 30 (ou le dernier jour d’un mois plus court) à 09:00 (Europe/Berlin)',
  thirtyFirst:
    'Chaque mois, le 31 (ou le dernier jour d’un mois plus court) à 09:00 (Europe/Berlin)',
  lastDay: 'Chaque mois, le dernier jour à 18:30 (Europe/Berlin)',
  firstWeekday: 'Chaque mois, le premier lundi à 09:00 (Europe/Berlin)',
  secondWeekday: 'Chaque mois, le deuxième mardi à 09:00 (Europe/Berlin)',
  thirdWeekday: 'Chaque mois, le troisième jeudi à 09:00 (Europe/Berlin)',
  fourthWeekday: 'Chaque mois, le quatrième samedi à 09:00 (Europe/Berlin)',
  lastWeekday: 'Chaque mois, le dernier dimanche à 09:00 (Europe/Berlin)',
};

test.each(Object.entries(sentences))('%s', (kind, sentence) => {
  const words = scheduleWordsFor('fr');
  expect(say(kinds[kind as Kind], 'Europe/Berlin', words)).toBe(sentence);
});

test.each<[Kind, string]>([
  ['once', 'Une fois, le dimanche 29 mars 2026 à 9:05 AM (Europe/Berlin)'],
  ['everyDay', 'Tous les jours à 7:30 AM et 5:00 PM (Europe/Berlin)'],
  ['oneDayOfSomeWeeks', 'Toutes les 2 semaines, le lundi à 1:00 AM (Europe/Berlin)'],
  ['lastDay', 'Chaque mois, le dernier jour à 6:30 PM (Europe/Berlin)'],
])('with 12 hours: %s', (kind, sentence) => {
  const words = scheduleWordsFor('fr', 'h12');
  expect(say(kinds[kind], 'Europe/Berlin', words)).toBe(sentence);
});
