/** The page's own script and style sheet, made from `browser/` when somebody first asks. */
import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import { build as bundle } from 'esbuild';

/** A file of the page. */
export interface PageFile {
  /** Name with a hash of the content, as it may be kept for ever. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** What the page is made of. */
export interface PageBuild {
  readonly script: PageFile;
  readonly style: PageFile;
}

let made: Promise<PageBuild> | undefined;

/** The page's files; built once per process. */
export function pageBuild(): Promise<PageBuild> {
  made ??= build();
  return made;
}

async function build(): Promise<PageBuild> {
  const { outputFiles } = await bundle({
    entryPoints: [join(import.meta.dirname, 'browser/main.tsx')],
    bundle: true,
    write: false,
    outdir: 'page',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const file = (extension: string): PageFile => {
    const output = outputFiles.find(({ path }) => extname(path) === extension);
    if (output === undefined) throw new Error(`the page has no ${extension} file`);
    const hash = createHash('sha256').update(output.contents).digest('hex').slice(0, 16);
    return { name: `main.${hash}${extension}`, content: output.contents };
  };
  return { script: file('.js'), style: file('.css') };
}
