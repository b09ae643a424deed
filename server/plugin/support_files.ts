/** What goes into the server's support packet: numbers and settings, no titles, no messages. */
import { shownConfiguration } from '../config/index.ts';
import type { Configuration } from '../config/index.ts';
import { pluginId } from '../contract/index.ts';
import type { FileDataInput } from '../mattermost/index.ts';

/** The files; `metrics` in Prometheus' text format. */
export function supportFiles(configuration: Configuration, metrics: string): FileDataInput[] {
  const file = (name: string, text: string): FileDataInput => ({
    filename: `${pluginId}/${name}`,
    body: new TextEncoder().encode(text),
  });
  return [
    file(
      'configuration.json',
      `${JSON.stringify(shownConfiguration(configuration), undefined, 2)}\n`,
    ),
    file('metrics.txt', metrics),
  ];
}
