/** Which schedules a search finds. */
import type { DescribedSchedule } from '../../../server/contract/index.ts';
import type { HostChannel } from '../../host/index.ts';

/** Whether title, words or channels of a schedule hold every word of `search`. */
export function matches(
  schedule: DescribedSchedule,
  channels: Readonly<Record<string, HostChannel>>,
  search: string,
): boolean {
  const names = schedule.channel_ids.map((id) => channels[id]?.display_name ?? '');
  const all = [schedule.title, schedule.description, ...names].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
