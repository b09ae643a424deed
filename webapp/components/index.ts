/** What the webapp shows. */
import { healthPanelStyles } from './health_panel/index.ts';
import { recapPostStyles } from './recap_post/index.ts';
import { recapSidebarStyles } from './recap_sidebar/index.ts';
import { scheduleModalStyles } from './schedule_modal/index.ts';
import { uiStyles } from './ui/index.ts';

export { HealthPanel } from './health_panel/index.ts';
export { RecapPost } from './recap_post/index.ts';
export { RecapSidebar } from './recap_sidebar/index.ts';
export { ScheduleModal } from './schedule_modal/index.ts';
export { EntryIcon } from './ui/index.ts';

/** All style sheets as one. */
export const styles = [
  ...uiStyles,
  ...scheduleModalStyles,
  ...recapSidebarStyles,
  ...recapPostStyles,
  ...healthPanelStyles,
].join('\n');
