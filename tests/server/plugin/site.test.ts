/** What the plugin takes from the server's settings. */
import { expect, test } from '@jest/globals';
import { pathOf } from '../../../server/plugin/site.ts';

test.each([
  ['https://mm.example', ''],
  ['https://mm.example/', ''],
  ['https://mm.example/chat', '/chat'],
  ['https://mm.example:8443/a/chat//', '/a/chat'],
  ['', ''],
  ['mm.example', ''],
])('the path of %j', (siteUrl, path) => {
  expect(pathOf(siteUrl)).toBe(path);
});
