/** The form for a schedule. */
import css from './schedule_modal.css';

export { errorSentence } from './form_errors.ts';
export { ScheduleModal } from './schedule_modal.tsx';

/** CSS. */
export const scheduleModalStyles: readonly string[] = [css];
