/** The sidebar. */
import css from './recap_sidebar.css';

export { RecapSidebar } from './recap_sidebar.tsx';

/** CSS. */
export const recapSidebarStyles: readonly string[] = [css];
