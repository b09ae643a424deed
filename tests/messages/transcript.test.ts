/** The conversation in docs/command.md is what the source makes. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { makeTranscript, transcriptFile } from './transcript.ts';

test('docs/command.md is up to date; `npm exec -- node tests/messages/write.ts` writes it anew', async () => {
  const written = await readFile(transcriptFile, 'utf8');
  expect(await makeTranscript()).toBe(written);
  expect(written).not.toMatch(/\{[a-z_]+\}|undefined|NaN/);
});
