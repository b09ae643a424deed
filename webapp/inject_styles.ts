/** The style sheet on the page: there as long as the plugin is. */

const elementId = 'scheduled-recaps-styles';

/** Puts the style sheet on the page, in place of one that is there; what is answered takes it off again. */
export function injectStyles(css: string): () => void {
  document.getElementById(elementId)?.remove();
  const element = document.createElement('style');
  element.id = elementId;
  element.textContent = css;
  document.head.append(element);
  return () => element.remove();
}
