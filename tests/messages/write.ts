/** Writes the examples of docs/messages, and docs/command.md, anew: `npm exec -- node tests/messages/write.ts`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examplesFolder, makeExamples } from './examples.ts';
import { makeTranscript, transcriptFile } from './transcript.ts';

const examples = await makeExamples();
await rm(examplesFolder, { recursive: true, force: true });
await mkdir(examplesFolder);
for (const { file, content } of examples) await writeFile(join(examplesFolder, file), content);
process.stdout.write(`${examples.length} files in ${examplesFolder}\n`);
await writeFile(transcriptFile, await makeTranscript());
