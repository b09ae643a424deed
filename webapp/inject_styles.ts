/** The style sheet on the page: there as long as the plugin is, and dark as long as the theme is. */

const elementId = 'scheduled-recaps-styles';

/** Below this a colour is dark: half of what the sum of red, green and blue can be. */
const darkBelow = (3 * 256) / 2;

/** Puts the style sheet on the page, in place of one that is there; what is answered takes it off again. */
export function injectStyles(css: string): () => void {
  document.getElementById(elementId)?.remove();
  const element = document.createElement('style');
  element.id = elementId;
  const root = document.documentElement;
  // The host tells the browser nothing of a dark theme: check boxes would be white, and the clock of a time unseen.
  const write = (): void => {
    const scheme = isDark(root) ? 'dark' : 'light';
    const text = `${css}\n:root { --scheduled-recaps-scheme: ${scheme}; }`;
    if (element.textContent !== text) element.textContent = text;
  };
  write();
  document.head.append(element);
  const observer = new MutationObserver(write);
  observer.observe(root, { attributes: true, attributeFilter: ['style'] });
  return () => {
    observer.disconnect();
    element.remove();
  };
}

/** Whether the theme's background is dark; one that is not known is light, as the host's first theme is. */
function isDark(root: HTMLElement): boolean {
  const rgb = getComputedStyle(root).getPropertyValue('--center-channel-bg-rgb');
  const parts = rgb.split(',').map(Number);
  return parts.length === 3 && parts.reduce((sum, part) => sum + part, 0) < darkBelow;
}
