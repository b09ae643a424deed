/** The health panel of the System Console. */
import css from './health_panel.css';

export { HealthPanel } from './health_panel.tsx';

/** CSS. */
export const healthPanelStyles: readonly string[] = [css];
