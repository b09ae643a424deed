import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { hostExternals } from '../../build/host_externals.ts';
import { bundleWebapp } from '../../build/webapp.ts';
import type { WebappBundle } from '../../build/webapp.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

/** What the script may weigh on its way to a browser, in bytes. */
const maxGzipped = 60 * 1024;

const temporaryFolder = temporaryFolders();

describe('bundleWebapp', () => {
  let root: string;

  beforeEach(async () => {
    root = await temporaryFolder();
    await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  });

  async function source(name: string, text: string): Promise<void> {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  async function run(window: object): Promise<void> {
    const { code } = await bundleWebapp(root, { debug: false });
    runInNewContext(Buffer.from(code).toString('utf8'), { window });
  }

  test('takes libraries from the page', async () => {
    const shown: string[] = [];
    await source(
      'webapp/index.tsx',
      `import React, { useState } from 'react';
       import { createPortal } from 'react-dom';
       window.show(React.version + useState() + createPortal());`,
    );
    await run({
      React: { version: '18', useState: () => 'state' },
      ReactDOM: { createPortal: () => 'portal' },
      show: (text: string) => shown.push(text),
    });
    expect(shown).toEqual(['18stateportal']);
  });

  test('makes of JSX what React alone understands', async () => {
    const made: unknown[] = [];
    await source('webapp/index.tsx', `import React from 'react'; window.show(<p>hello</p>);`);
    await run({
      React: { createElement: (...args: unknown[]) => args },
      show: (element: unknown) => made.push(element),
    });
    expect(made).toEqual([['p', null, 'hello']]);
  });

  test('makes of a style sheet a small text', async () => {
    const shown: string[] = [];
    await source('webapp/page.css', `.a {\n  color: red; /* as it is */\n}\n`);
    await source('webapp/index.tsx', `import css from './page.css'; window.show(css);`);
    await run({ show: (text: string) => shown.push(text) });
    expect(shown).toEqual(['.a{color:red}\n']);
  });

  test('leaves out what is not used of the contract', async () => {
    await source('server/contract/names.ts', `export const name = 'recap';`);
    await source(
      'server/contract/shapes.ts',
      `import * as z from 'zod'; export const A = z.string();`,
    );
    await source(
      'server/contract/index.ts',
      `export { name } from './names.ts'; export { A } from './shapes.ts';`,
    );
    await source(
      'webapp/index.tsx',
      `import { name } from '../server/contract/index.ts'; window.show(name);`,
    );
    const { code, packages } = await bundleWebapp(root, { debug: false });
    expect(packages).toEqual([]);
    expect(Buffer.from(code).toString('utf8')).not.toContain('zod');
  });

  test('says what does not bundle', async () => {
    await source('webapp/index.tsx', `import { gone } from './gone.ts'; window.show(gone);`);
    await expect(bundleWebapp(root, { debug: false })).rejects.toMatchObject({
      code: 'source_invalid',
    });
  });
});

describe('the webapp of the plugin', () => {
  let bundle: WebappBundle;

  beforeAll(async () => {
    bundle = await bundleWebapp(join(import.meta.dirname, '../..'), { debug: false });
  });

  test('brings no library of its own', () => {
    expect(bundle.packages).toEqual([]);
  });

  test(`weighs at most ${maxGzipped} bytes gzipped`, () => {
    expect(gzipSync(bundle.code).length).toBeLessThanOrEqual(maxGzipped);
  });

  test('hands itself to the host by its id', () => {
    const registered: string[] = [];
    const libraries = Object.fromEntries(
      Object.values(hostExternals).map((name) => [
        name,
        { Component: Object, createContext: () => ({}) },
      ]),
    );
    runInNewContext(Buffer.from(bundle.code).toString('utf8'), {
      window: { ...libraries, registerPlugin: (id: string) => registered.push(id) },
    });
    expect(registered).toEqual(['scheduled-recaps']);
  });
});
