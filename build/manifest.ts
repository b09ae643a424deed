/** The plugin's manifest: `plugin.json`, checked as the server and the plugin template's own tool check it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { BuildError } from './errors.ts';
import type { Version } from './version.ts';

/** Strict semver, without a leading `v`: what Mattermost accepts as a version. */
const semver = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/);

const webAddress = z.url({ protocol: /^https?$/ });

/** A path inside the bundle: relative, and never out of it. */
const bundlePath = z
  .string()
  .regex(/^[\w@-][\w@./-]*$/)
  .refine((path) => !path.split('/').includes('..'), 'must stay inside the bundle');

const setting = z.strictObject({
  key: z.string().regex(/^\w+$/),
  display_name: z.string(),
  type: z.enum([
    'bool',
    'dropdown',
    'generated',
    'radio',
    'text',
    'longtext',
    'number',
    'username',
    'custom',
  ]),
  help_text: z.string(),
  default: z.json().optional(),
  placeholder: z.string().optional(),
  options: z.array(z.strictObject({ display_name: z.string(), value: z.string() })).optional(),
  regenerate_help_text: z.string().optional(),
  secret: z.boolean().optional(),
  hosting: z.enum(['', 'on-prem', 'cloud']).optional(),
});

/** The keys Mattermost's `model.Manifest` knows; any other is a slip of the pen. */
const manifestSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-_.]{3,190}$/),
  name: z.string().min(1),
  description: z.string().min(1),
  homepage_url: webAddress,
  support_url: webAddress,
  release_notes_url: webAddress.optional(),
  icon_path: bundlePath.endsWith('.svg'),
  version: semver.optional(),
  min_server_version: semver,
  server: z.strictObject({ executables: z.record(z.string().regex(/^\w+-\w+$/), bundlePath) }),
  webapp: z.strictObject({ bundle_path: bundlePath.endsWith('.js') }),
  settings_schema: z.strictObject({
    header: z.string(),
    footer: z.string(),
    settings: z.array(setting),
  }),
});

/** A checked manifest. */
export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest that says which version it is of. */
export type StampedManifest = Manifest & { readonly version: string };

/**
 * Checks `value` as a manifest.
 *
 * @throws {BuildError} `manifest_invalid`, with one line per fault.
 */
export function parseManifest(value: unknown): Manifest {
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new BuildError(
    'manifest_invalid',
    `plugin.json is not a valid manifest:\n${z.prettifyError(parsed.error)}`,
    { cause: parsed.error },
  );
}

/**
 * Reads `plugin.json` in `root`.
 *
 * @throws {BuildError} `manifest_invalid` when it is no JSON, no manifest, or already carries a version.
 */
export async function readManifest(root: string): Promise<Manifest> {
  const manifest = parseManifest(parseJson(await readFile(join(root, 'plugin.json'), 'utf8')));
  if (manifest.version !== undefined) {
    throw new BuildError(
      'manifest_invalid',
      'plugin.json carries a version; leave it out: the build takes it from the git tag.',
    );
  }
  return manifest;
}

/**
 * The manifest as it goes into the bundle: with its version, and on a tag with the address of its release notes.
 *
 * @throws {BuildError} `manifest_invalid` when the version is not strict semver.
 */
export function stampManifest(manifest: Manifest, { version, tag }: Version): StampedManifest {
  const notes = tag === undefined ? {} : { release_notes_url: releaseNotes(manifest, tag) };
  return { ...parseManifest({ ...notes, ...manifest, version }), version };
}

/** The manifest of a bundle that holds executables for the platforms `names` only: no server looks for another then. */
export function onlyFor(manifest: StampedManifest, names: readonly string[]): StampedManifest {
  const executables = Object.entries(manifest.server.executables).filter(([name]) =>
    names.includes(name),
  );
  return { ...manifest, server: { executables: Object.fromEntries(executables) } };
}

function releaseNotes(manifest: Manifest, tag: string): string {
  return `${manifest.homepage_url}/releases/tag/${tag}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BuildError('manifest_invalid', 'plugin.json is not JSON.', { cause });
  }
}
