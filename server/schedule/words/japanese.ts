/** Schedules in Japanese. */
import type { MonthDayInWords, SchedulePhrases, WeeklyValues } from './schedule_words.ts';

/** Japanese. */
export const japanese: SchedulePhrases = {
  now: () => '今すぐ 1 回だけ',
  once: ({ date, time, timezone }) => `${date}の${beside(time)} に 1 回だけ（${timezone}）`,
  weekly: (values) => `${daysOf(values)}${beside(values.list(values.times))}（${values.timezone}）`,
  monthly: ({ day, time, timezone }) => `毎月${monthDay(day)}の${beside(time)}（${timezone}）`,
};

/** A space stands before a digit, and none before 午前 and 午後. */
function beside(time: string): string {
  return /^\d/.test(time) ? ` ${time}` : time;
}

function daysOf({ days, everyWeeks, list }: WeeklyValues): string {
  const rhythm = everyWeeks === 1 ? '毎週' : `${everyWeeks} 週間ごとの`;
  switch (days.kind) {
    case 'every_day':
      return everyWeeks === 1 ? '毎日' : `${rhythm}月曜日から日曜日の`;
    case 'weekdays':
      return `${rhythm}月曜日から金曜日の`;
    case 'weekend':
      return `${rhythm}土曜日と日曜日の`;
    case 'list':
      return `${rhythm}${list(days.days)}の`;
  }
}

function monthDay(day: MonthDayInWords): string {
  switch (day.kind) {
    case 'date':
      return day.mayLack ? ` ${day.day} 日（短い月は末日）` : ` ${day.day} 日`;
    case 'last_day':
      return '末日';
    case 'weekday':
      return day.nth === 'last' ? `最終${day.weekday}` : `第 ${day.nth} ${day.weekday}`;
  }
}
