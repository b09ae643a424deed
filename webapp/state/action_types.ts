/** Everything that changes the webapp's state. The prefix keeps clear of the host's actions and of other plugins'. */
import type { ClientConfig, DescribedSchedule, RunList } from '../../server/contract/index.ts';
import type { Progress } from './recaps_state.ts';

/** An action on the state. */
export type RecapsAction =
  | { readonly type: 'scheduled-recaps/schedules_requested'; readonly wording: string }
  | {
      readonly type: 'scheduled-recaps/schedules_received';
      readonly schedules: readonly DescribedSchedule[];
    }
  | { readonly type: 'scheduled-recaps/schedules_failed' }
  | { readonly type: 'scheduled-recaps/schedule_received'; readonly schedule: DescribedSchedule }
  | { readonly type: 'scheduled-recaps/schedule_gone'; readonly id: string }
  | { readonly type: 'scheduled-recaps/run_began'; readonly id: string }
  | { readonly type: 'scheduled-recaps/run_ended'; readonly id: string }
  | {
      readonly type: 'scheduled-recaps/run_progressed';
      readonly id: string;
      readonly progress: Progress;
    }
  | { readonly type: 'scheduled-recaps/history_requested'; readonly id: string }
  | {
      readonly type: 'scheduled-recaps/history_received';
      readonly id: string;
      /** The `before` that the page was asked for with; null for the first page. */
      readonly before: number | null;
      readonly page: RunList;
    }
  | { readonly type: 'scheduled-recaps/history_failed'; readonly id: string }
  | { readonly type: 'scheduled-recaps/deleted'; readonly schedule: DescribedSchedule }
  | { readonly type: 'scheduled-recaps/deletion_settled' }
  | {
      readonly type: 'scheduled-recaps/checks_received';
      readonly postId: string;
      readonly checked: readonly string[];
    }
  | { readonly type: 'scheduled-recaps/config_received'; readonly config: ClientConfig };
