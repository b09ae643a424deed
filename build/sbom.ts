/**
 * The bill of materials: all that others wrote in what we ship, in CycloneDX's JSON format, version 1.6. Equal content
 * gives equal bytes.
 */
import { digest } from './digest.ts';
import type { Library } from './libraries.ts';
import { libraryVersion } from './libraries.ts';
import type { Lockfile } from './lockfile.ts';
import type { StampedManifest } from './manifest.ts';
import type { Platform } from './platform.ts';
import { run } from './program.ts';

/** What the bill is about. */
export interface ShippedParts {
  readonly manifest: StampedManifest;
  /** The npm packages whose code is in the server half, and in the webapp half. */
  readonly packages: { readonly server: readonly string[]; readonly webapp: readonly string[] };
  readonly platforms: readonly {
    readonly platform: Platform;
    readonly libraries: readonly Library[];
  }[];
  /** A Node binary that runs here, of the release that is shipped: it names what it is made of. */
  readonly node: string;
}

interface Component {
  readonly type: 'library' | 'application' | 'platform';
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly purl?: string;
  readonly licenses?: readonly { readonly expression: string }[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly components?: readonly Component[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** GCC's runtime libraries; the exception lets programs of any licence use them. */
const gccLicence = 'GPL-3.0-or-later WITH GCC-exception-3.1';

/** Entries of `process.versions` that number interfaces, or Node itself. */
const interfaceVersions = ['node', 'modules', 'napi'];

/**
 * The text of the bill.
 *
 * @throws {BuildError} `package_missing` for a package that is not locked; `program_failed` where Debian knows a library
 *   not.
 */
export async function billOfMaterials(parts: ShippedParts, lockfile: Lockfile): Promise<string> {
  const { manifest, packages, platforms } = parts;
  const names = [...new Set([...packages.server, ...packages.webapp])].sort();
  const insides = await partsOfNode(parts.node);
  const components = [
    ...platforms.map(({ platform }) => nodeComponent(platform, insides, lockfile)),
    ...names.map((name) => npmComponent(name, packages, lockfile)),
    ...(await Promise.all(
      platforms.flatMap(({ platform, libraries }) =>
        libraries.map((library) => libraryComponent(library, platform)),
      ),
    )),
  ];
  const subject = subjectOf(manifest);
  const content = {
    metadata: { component: subject },
    components,
    dependencies: [
      { ref: subject['bom-ref'], dependsOn: components.map((component) => component['bom-ref']) },
      ...names.map((name) => dependenciesOf(name, names, lockfile)),
    ],
  };
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function subjectOf({ id, version, description }: StampedManifest): Component {
  return {
    type: 'application',
    'bom-ref': `pkg:generic/${id}@${encodeURIComponent(version)}`,
    name: id,
    version,
    description,
    purl: `pkg:generic/${id}@${encodeURIComponent(version)}`,
    licenses: [{ expression: 'Apache-2.0' }],
  };
}

function nodeComponent(
  platform: Platform,
  insides: Readonly<Record<string, string>>,
  lockfile: Lockfile,
): Component {
  const component = npmBase(platform.nodePackage, lockfile);
  return {
    ...component,
    type: 'platform',
    components: Object.entries(insides).map(([name, version]) => ({
      type: 'library',
      'bom-ref': `${component['bom-ref']}#${name}`,
      name,
      version,
    })),
    properties: [{ name: `${propertyPrefix}:platform`, value: platform.name }],
  };
}

/** Our names for facts that the format has no field for. */
const propertyPrefix = 'scheduled-recaps';

function npmComponent(
  name: string,
  packages: ShippedParts['packages'],
  lockfile: Lockfile,
): Component {
  const halves = (['server', 'webapp'] as const).filter((half) => packages[half].includes(name));
  const properties = halves.map((value) => ({ name: `${propertyPrefix}:half`, value }));
  return { ...npmBase(name, lockfile), properties };
}

function npmBase(name: string, lockfile: Lockfile): Component {
  const { version, license, integrity } = lockfile(name);
  const slash = name.indexOf('/');
  const purl = purlOf(name, lockfile);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(slash === -1 ? {} : { group: name.slice(0, slash) }),
    name: name.slice(slash + 1),
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
    ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
  };
}

function purlOf(name: string, lockfile: Lockfile): string {
  return `pkg:npm/${name.replace('@', '%40')}@${lockfile(name).version}`;
}

/** npm writes digests in base64, CycloneDX in hex. */
function hashOf(integrity: string): { alg: 'SHA-512'; content: string } {
  const base64 = integrity.replace(/^sha512-/, '');
  return { alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') };
}

async function libraryComponent(library: Library, platform: Platform): Promise<Component> {
  const version = await libraryVersion(library);
  const name = encodeURIComponent(library.debianPackage);
  const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${platform.debianArch}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name: library.debianPackage,
    version,
    purl,
    licenses: [{ expression: gccLicence }],
    properties: [
      { name: `${propertyPrefix}:file`, value: library.name },
      { name: `${propertyPrefix}:platform`, value: platform.name },
    ],
  };
}

function dependenciesOf(
  name: string,
  among: readonly string[],
  lockfile: Lockfile,
): { ref: string; dependsOn: readonly string[] } {
  const shipped = Object.keys(lockfile(name).dependencies ?? {}).filter((needed) =>
    among.includes(needed),
  );
  return {
    ref: purlOf(name, lockfile),
    dependsOn: shipped.sort().map((needed) => purlOf(needed, lockfile)),
  };
}

async function partsOfNode(node: string): Promise<Readonly<Record<string, string>>> {
  const printed: unknown = JSON.parse(await run(node, ['-p', 'JSON.stringify(process.versions)']));
  const versions = Object.entries(printed as Record<string, string>);
  return Object.fromEntries(
    versions
      .filter(([name, version]) => version !== '' && !interfaceVersions.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A UUID of version 8, whose bits its maker chooses: here the content does. */
function uuidOf(content: string): string {
  const hex = digest([content]);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
