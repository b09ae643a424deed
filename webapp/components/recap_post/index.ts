/** The body of a recap's post. */
import css from './recap_post.css';

export { RecapPost } from './recap_post.tsx';

/** CSS. */
export const recapPostStyles: readonly string[] = [css];
