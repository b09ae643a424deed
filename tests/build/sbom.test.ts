import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

import { findLibraries } from '../../build/libraries.ts';
import { readLockfile } from '../../build/lockfile.ts';
import { readManifest } from '../../build/manifest.ts';
import { hostPlatform } from '../../build/platform.ts';
import { billOfMaterials } from '../../build/sbom.ts';
import type { ShippedParts } from '../../build/sbom.ts';
import { toolchainFor } from '../../build/toolchain.ts';

const root = join(import.meta.dirname, '../..');

/** The format's own schemas, as its keepers publish them. */
const schemaFolder = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly content: string }[];
  readonly components?: readonly { readonly name: string }[];
  readonly properties?: readonly { readonly value: string }[];
}

interface Bill {
  readonly serialNumber: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The faults of `value` as a bill of version 1.6. */
function faultsOf(value: unknown): readonly string[] {
  const read = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(schemaFolder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as Record<
      string,
      unknown
    >;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  for (const name of ['spdx', 'jsf-0.82']) {
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  const validate = ajv.compile(read('bom-1.6'));
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

async function partsHere(): Promise<ShippedParts> {
  const platform = hostPlatform();
  return {
    manifest: { ...(await readManifest(root)), version: '1.2.3+abc' },
    packages: { server: ['hono', 'luxon', 'node-cron', 'zod'], webapp: ['luxon'] },
    platforms: [{ platform, libraries: await findLibraries(platform, toolchainFor(platform)) }],
    node: process.execPath,
  };
}

describe('billOfMaterials', () => {
  let text: string;
  let bill: Bill;

  beforeAll(async () => {
    text = await billOfMaterials(await partsHere(), await readLockfile(root));
    bill = JSON.parse(text) as Bill;
  });

  const component = (name: string): Component => bill.components.find((c) => c.name === name)!;

  test('is valid by the schema of its format', () => {
    expect(faultsOf(bill)).toEqual([]);
  });

  test('which would find a fault', () => {
    expect(faultsOf({ ...bill, serialNumber: 'one' })).toEqual([
      expect.stringContaining('/serialNumber'),
    ]);
    const [first, ...others] = bill.components;
    expect(faultsOf({ ...bill, components: [{ ...first, type: 'lib' }, ...others] })).not.toEqual(
      [],
    );
  });

  test('names the runtime with what it is made of, the packages and the libraries', () => {
    expect(bill.components.map(({ name }) => name)).toEqual([
      hostPlatform().nodePackage,
      'hono',
      'luxon',
      'node-cron',
      'zod',
      'libatomic1',
      'libgcc-s1',
      'libstdc++6',
    ]);
    const insides = component(hostPlatform().nodePackage).components!.map(({ name }) => name);
    expect(insides).toEqual(expect.arrayContaining(['openssl', 'uv', 'v8', 'zlib']));
    expect(insides).not.toContain('modules');
  });

  test('gives packages their versions and the digests that npm checked', async () => {
    const { version, integrity } = (await readLockfile(root))('luxon');
    const { purl, hashes, properties } = component('luxon');
    expect(purl).toBe(`pkg:npm/luxon@${version}`);
    expect(`sha512-${Buffer.from(hashes![0]!.content, 'hex').toString('base64')}`).toBe(integrity);
    expect(properties!.map(({ value }) => value)).toEqual(['server', 'webapp']);
  });

  test('gives libraries the version of their Debian package', () => {
    const { version, purl } = component('libstdc++6');
    expect(version).toMatch(/^\d+\.\d+/);
    expect(purl).toBe(
      `pkg:deb/debian/libstdc%2B%2B6@${encodeURIComponent(version)}?arch=${hostPlatform().debianArch}`,
    );
  });

  test('refers to nothing that it does not list', () => {
    const known = new Set([
      'pkg:generic/scheduled-recaps@1.2.3%2Babc',
      ...bill.components.map(({ purl }) => purl),
    ]);
    const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    expect(named.filter((ref) => !known.has(ref))).toEqual([]);
  });

  test('is the same for the same parts, and another for others', async () => {
    const lockfile = await readLockfile(root);
    const parts = await partsHere();
    expect(await billOfMaterials(parts, lockfile)).toBe(text);
    const others = { ...parts, packages: { server: ['zod'], webapp: [] } };
    const other = JSON.parse(await billOfMaterials(others, lockfile)) as Bill;
    expect(other.serialNumber).not.toBe(bill.serialNumber);
  });

  test('refuses a package that is not locked', async () => {
    const parts = { ...(await partsHere()), packages: { server: ['gone'], webapp: [] } };
    await expect(billOfMaterials(parts, await readLockfile(root))).rejects.toMatchObject({
      code: 'package_missing',
      message: 'package-lock.json does not lock gone.',
    });
  });
});
