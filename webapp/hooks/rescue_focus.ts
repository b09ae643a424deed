/** The focus of whoever works by keys, where what had it is gone: without a new place it would begin at the top of the page. */

/** Gives the focus to what `find` answers, once the page shows what has come of a change, unless something has it still. */
export function rescueFocus(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) find()?.focus();
  });
}
