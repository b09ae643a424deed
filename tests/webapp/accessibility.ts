/** Asks axe what is wrong with a piece of the page. */
import axe from 'axe-core';

/**
 * Every fault axe finds below `element`, one line each: the rule, what it asks for, and the element at fault. Colours are
 * looked at in a real browser alone, since jsdom lays nothing out.
 */
export async function accessibilityFaults(element: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  );
}
