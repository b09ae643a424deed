/** The style sheets of the parts. */
import controls from './controls.css';
import dialog from './dialog.css';

/** CSS. */
export const uiStyles: readonly string[] = [dialog, controls];
