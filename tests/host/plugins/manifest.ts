/** A plugin's manifest, `plugin.json`, as far as the server looks at it. */
import { z } from 'zod';

const setting = z.looseObject({
  key: z.string(),
  type: z.string().optional(),
  default: z.unknown().optional(),
  secret: z.boolean().optional(),
});

const manifest = z.looseObject({
  id: z.string().regex(/^[a-zA-Z0-9-_.]{3,190}$/),
  name: z.string().default(''),
  description: z.string().default(''),
  version: z.string().default(''),
  min_server_version: z.string().default(''),
  server: z
    .object({
      executable: z.string().default(''),
      executables: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  webapp: z.object({ bundle_path: z.string() }).optional(),
  settings_schema: z
    .looseObject({
      settings: z.array(setting).nullish(),
      sections: z
        .array(z.looseObject({ key: z.string(), settings: z.array(setting).nullish() }))
        .nullish(),
    })
    .optional(),
});

/** What the server knows of a plugin. */
export type Manifest = z.infer<typeof manifest>;
/** One setting that a plugin has in the System Console. */
export type ManifestSetting = z.infer<typeof setting>;

/** @throws {Error} when the text is no JSON, or no manifest that the server would take. */
export function parseManifest(text: string): Manifest {
  const parsed = manifest.parse(JSON.parse(text));
  return { ...parsed, id: parsed.id.toLowerCase() };
}

/** The settings outside sections: the only ones whose defaults the server applies. */
export function plainSettings({ settings_schema }: Manifest): readonly ManifestSetting[] {
  return settings_schema?.settings ?? [];
}

/** All settings, those in sections too. */
export function allSettings(of: Manifest): readonly ManifestSetting[] {
  const sections = of.settings_schema?.sections ?? [];
  return [...plainSettings(of), ...sections.flatMap((section) => section.settings ?? [])];
}
