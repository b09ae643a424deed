/** The echo plugin with a webapp half: what tests of the page load. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scriptBundle } from './script_bundle.ts';

const fixture = join(import.meta.dirname, '../fixtures/webapp/sample_plugin.js');

/** The bundle. The webapp half marks the document with this version. */
export async function webappBundle(version: string): Promise<Uint8Array> {
  const script = (await readFile(fixture, 'utf8')).replace('@VERSION@', version);
  const webapp = { bundle_path: 'webapp/dist/main.js' };
  const settings_schema = {
    settings: [
      { key: 'Word', display_name: 'Word', type: 'custom' },
      { key: 'Limit', display_name: 'Limit:', type: 'number', default: 3, help_text: 'How many.' },
    ],
  };
  const manifest = { id: 'echo', version, webapp, settings_schema };
  return scriptBundle(manifest, 'tests/support/echo_plugin.ts', [
    { name: 'webapp/dist/main.js', content: script },
  ]);
}
