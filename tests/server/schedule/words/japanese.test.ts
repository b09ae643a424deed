/** Schedules in Japanese. */
import { expect, test } from '@jest/globals';
import { describe as say } from '../../../../server/schedule/describe.ts';
import { scheduleWordsFor } from '../../../../server/schedule/words/index.ts';
import { kinds } from './kinds.ts';
import type { Kind, Sentences } from './kinds.ts';

const sentences: Sentences = {
  now: '今すぐ 1 回だけ',
  once: '2026年3月29日日曜日の 9:05 に 1 回だけ（Europe/Berlin）',
  everyDay: '毎日 7:30、17:00（Europe/Berlin）',
  weekdays: '毎週月曜日から金曜日の 9:00（Europe/Berlin）',
  weekend: '毎週土曜日と日曜日の 10:00（Europe/Berlin）',
  oneDay: '毎週土曜日の 13:15（Europe/Berlin）',
  severalDays: '毎週月曜日、水曜日、日曜日の 0:30、12:00、17:45（Europe/Berlin）',
  everyDayOfSomeWeeks: '3 週間ごとの月曜日から日曜日の 9:00（Europe/Berlin）',
  weekdaysOfSomeWeeks: '3 週間ごとの月曜日から金曜日の 9:00（Europe/Berlin）',
  weekendOfSomeWeeks: '12 週間ごとの土曜日と日曜日の 9:00（Europe/Berlin）',
  oneDayOfSomeWeeks: '2 週間ごとの月曜日の 1:00（Europe/Berlin）',
  severalDaysOfSomeWeeks: '2 週間ごとの月曜日、水曜日、土曜日の 9:00（Europe/Berlin）',
  first: '毎月 1 日の 9:00（Europe/Berlin）',
  second: '毎月 2 日の 9:00（Europe/Berlin）',
  third: '毎月 23 日の 9:00（Europe/Berlin）',
  lastCommonDate: '毎月 28 日の 9:00（Europe/Berlin）',
  leapDate: '毎月 29 日（短い月は末日）の 9:00（Europe/Berlin）',
  thirtieth: '毎月 30 日（短い月は末日）の 9:00（Europe/Berlin）',
  thirtyFirst: '毎月 31 日（短い月は末日）の 9:00（Europe/Berlin）',
  lastDay: '毎月末日の 18:30（Europe/Berlin）',
  firstWeekday: '毎月第 1 月曜日の 9:00（Europe/Berlin）',
  secondWeekday: '毎月第 2 火曜日の 9:00（Europe/Berlin）',
  thirdWeekday: '毎月第 3 木曜日の 9:00（Europe/Berlin）',
  fourthWeekday: '毎月第 4 土曜日の 9:00（Europe/Berlin）',
  lastWeekday: '毎月最終日曜日の 9:00（Europe/Berlin）',
};

test.each(Object.entries(sentences))('%s', (kind, sentence) => {
  const words = scheduleWordsFor('ja');
  expect(say(kinds[kind as Kind], 'Europe/Berlin', words)).toBe(sentence);
});

test.each<[Kind, string]>([
  ['once', '2026年3月29日日曜日の午前9:05 に 1 回だけ（Europe/Berlin）'],
  ['everyDay', '毎日午前7:30、午後5:00（Europe/Berlin）'],
  ['oneDayOfSomeWeeks', '2 週間ごとの月曜日の午前1:00（Europe/Berlin）'],
  ['lastDay', '毎月末日の午後6:30（Europe/Berlin）'],
])('with 12 hours: %s', (kind, sentence) => {
  const words = scheduleWordsFor('ja', 'h12');
  expect(say(kinds[kind], 'Europe/Berlin', words)).toBe(sentence);
});
