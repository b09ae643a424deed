/** Schedules in Spanish. */
import { expect, test } from '@jest/globals';
import { describe as say } from '../../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../../server/schedule/words/index.ts';
import { kinds } from './kinds.ts';
import type { Kind, Sentences } from './kinds.ts';

const sentences: Sentences = {
  now: 'Una vez, ahora mismo',
  once: 'Una vez, el domingo, 29 de marzo de 2026, a las 9:05 (Europe/Berlin)',
  everyDay: 'Todos los días a las 7:30 y a las 17:00 (Europe/Berlin)',
  weekdays: 'De lunes a viernes a las 9:00 (Europe/Berlin)',
  weekend: 'Los sábados y domingos a las 10:00 (Europe/Berlin)',
  oneDay: 'Todos los sábados a las 13:15 (Europe/Berlin)',
  severalDays:
    'Todos los lunes, miércoles y domingos a las 0:30, a las 12:00 y a las 17:45 (Europe/Berlin)',
  everyDayOfSomeWeeks: 'Cada 3 semanas, todos los días a las 9:00 (Europe/Berlin)',
  weekdaysOfSomeWeeks: 'Cada 3 semanas, de lunes a viernes a las 9:00 (Europe/Berlin)',
  weekendOfSomeWeeks: 'Cada 12 semanas, los sábados y domingos a las 9:00 (Europe/Berlin)',
  oneDayOfSomeWeeks: 'Cada 2 semanas, los lunes a la 1:00 (Europe/Berlin)',
  severalDaysOfSomeWeeks:
    'Cada 2 semanas, los lunes, miércoles y sábados a las 9:00 (Europe/Berlin)',
  first: 'Cada mes, el día 1 a las 9:00 (Europe/Berlin)',
  second: 'Cada mes, el día 2 a las 9:00 (Europe/Berlin)',
  third: 'Cada mes, el día 23 a las 9:00 (Europe/Berlin)',
  lastCommonDate: 'Cada mes, el día 28 a las 9:00 (Europe/Berlin)',
  leapDate: 'Cada mes, el día 29 (o el último, si el mes es más corto) a las 9:00 (Europe/Berlin)',
  thirtieth: 'Cada mes, el día 30 (o el último, si el mes es más corto) a las 9:00 (Europe/Berlin)',
  thirtyFirst:
    'Cada mes, el día 31 (o el último, si el mes es más corto) a las 9:00 (Europe/Berlin)',
  lastDay: 'Cada mes, el último día a las 18:30 (Europe/Berlin)',
  firstWeekday: 'Cada mes, el primer lunes a las 9:00 (Europe/Berlin)',
  secondWeekday: 'Cada mes, el segundo martes a las 9:00 (Europe/Berlin)',
  thirdWeekday: 'Cada mes, el tercer jueves a las 9:00 (Europe/Berlin)',
  fourthWeekday: 'Cada mes, el cuarto sábado a las 9:00 (Europe/Berlin)',
  lastWeekday: 'Cada mes, el último domingo a las 9:00 (Europe/Berlin)',
};

test.each(Object.entries(sentences))('%s', (kind, sentence) => {
  const words = scheduleWordsFor('es');
  expect(say(kinds[kind as Kind], 'Europe/Berlin', words)).toBe(sentence);
});

test.each<[Kind, string]>([
  ['once', 'Una vez, el domingo, 29 de marzo de 2026, a las 9:05 a. m. (Europe/Berlin)'],
  ['everyDay', 'Todos los días a las 7:30 a. m. y a las 5:00 p. m. (Europe/Berlin)'],
  ['oneDayOfSomeWeeks', 'Cada 2 semanas, los lunes a la 1:00 a. m. (Europe/Berlin)'],
  ['lastDay', 'Cada mes, el último día a las 6:30 p. m. (Europe/Berlin)'],
])('with 12 hours: %s', (kind, sentence) => {
  const words = scheduleWordsFor('es', 'h12');
  expect(say(kinds[kind], 'Europe/Berlin', words)).toBe(sentence);
});
