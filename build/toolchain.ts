/**
 * What of Debian serves a platform on the machine that builds: its own programs and libraries for its own kind, and for
 * the other kind those that Debian packages for building across.
 */
import type { Host, LibraryNeed, Platform } from './platform.ts';

/** Programs and folders for one platform. */
export interface Toolchain {
  /** Whether executables of the platform run here. */
  readonly isNative: boolean;
  /** The program that takes symbols out of the platform's binaries. */
  readonly strip: string;
  /** Where this machine keeps the platform's libraries, most specific first. */
  readonly libraryFolders: readonly string[];
  /** The Debian package that puts a library there. */
  readonly debianPackage: (library: LibraryNeed) => string;
}

/** The toolchain for `platform` on the machine `host`. */
export function toolchainFor(platform: Platform, host: Host = process): Toolchain {
  const { triplet, debianArch, systemFolders } = platform;
  if (host.platform === platform.host.platform && host.arch === platform.host.arch) {
    return {
      isNative: true,
      strip: 'strip',
      libraryFolders: systemFolders,
      debianPackage: (library) => library.debianPackage,
    };
  }
  return {
    isNative: false,
    strip: `${triplet}-strip`,
    libraryFolders: [`/usr/${triplet}/lib`],
    debianPackage: (library) => `${library.debianPackage}-${debianArch}-cross`,
  };
}
