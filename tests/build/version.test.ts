import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { run } from '../../build/program.ts';
import { readVersion } from '../../build/version.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();
let root: string;

beforeEach(async () => {
  root = await temporaryFolder();
  await writeFile(join(root, 'package.json'), JSON.stringify({ version: '0.4.0' }));
});

async function git(...args: readonly string[]): Promise<string> {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  return (await run('git', [...identity, ...args], { cwd: root })).trim();
}

async function commit(): Promise<string> {
  await git('commit', '--quiet', '--allow-empty', '--message', 'Change something');
  return git('rev-parse', '--short=8', 'HEAD');
}

describe('readVersion', () => {
  test('outside git is the version of package.json', async () => {
    expect(await readVersion(root)).toEqual({ version: '0.4.0', tag: undefined });
  });

  test('before any tag adds the commit to the version of package.json', async () => {
    await git('init', '--quiet');
    const hash = await commit();
    expect(await readVersion(root)).toEqual({ version: `0.4.0+${hash}`, tag: undefined });
  });

  test('on a tag is the tag without its v', async () => {
    await git('init', '--quiet');
    await commit();
    await git('tag', 'v1.3.1');
    expect(await readVersion(root)).toEqual({ version: '1.3.1', tag: 'v1.3.1' });
  });

  test('after a tag adds the commit to it', async () => {
    await git('init', '--quiet');
    await commit();
    await git('tag', 'v1.3.1');
    const hash = await commit();
    expect(await readVersion(root)).toEqual({ version: `1.3.1+${hash}`, tag: undefined });
  });

  test('does not take tags that name no version', async () => {
    await git('init', '--quiet');
    const hash = await commit();
    await git('tag', 'vacation');
    expect((await readVersion(root)).version).toBe(`0.4.0+${hash}`);
  });

  test('refuses a package.json without a version', async () => {
    await writeFile(join(root, 'package.json'), '{}');
    await expect(readVersion(root)).rejects.toMatchObject({ code: 'source_invalid' });
  });
});
