/** Source files as the architecture test sees them: what they import, what they touch, how they open. */
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join, posix } from 'node:path';

import ts from 'typescript';

/** One file of the source tree. */
export interface SourceFile {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Lines in the file. */
  readonly lines: number;
  /** The comment the file opens with, or an empty text. */
  readonly openingComment: string;
  /** Every module it names: paths from the root for its own, names as written for packages and Node's modules. */
  readonly imports: readonly string[];
  /** Those of them that are there at run time, too: not imported as types alone. */
  readonly runtimeImports: readonly string[];
  /** Members of the global `process` it uses, such as `env`. */
  readonly processMembers: readonly string[];
  readonly hasDefaultExport: boolean;
}

/** Folders that hold no source. */
const skipped = new Set(['node_modules', 'dist', 'cache', 'fixtures']);

/** All TypeScript files below `folder` of the repository at `root`; none when there is no such folder. */
export function sourceFiles(root: string, folder: string): readonly SourceFile[] {
  return paths(root, folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(root, path));
}

/** Every file and folder below `folder`, as paths from the root. */
export function paths(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [path, ...paths(root, path)] : [path];
  });
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false);
  const imports = new Set<string>();
  const runtimeImports = new Set<string>();
  const processMembers = new Set<string>();
  let hasDefaultExport = false;

  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      imports.add(resolve(path, specifier));
      if (!isTypeOnly(node)) runtimeImports.add(resolve(path, specifier));
    }
    const member = processMember(node);
    if (member !== undefined) processMembers.add(member);
    hasDefaultExport ||= isDefaultExport(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);

  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    openingComment: openingComment(text),
    imports: [...imports],
    runtimeImports: [...runtimeImports],
    processMembers: [...processMembers],
    hasDefaultExport,
  };
}

/** The module named by an import or export declaration, an `import()` or an import type. */
function specifierOf(node: ts.Node): string | undefined {
  let named: ts.Node | undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) named = node.moduleSpecifier;
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    named = node.argument.literal;
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    named = node.arguments[0];
  return named !== undefined && ts.isStringLiteral(named) ? named.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return (
    ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  );
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;
}

function processMember(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  return node.expression.text === 'process' ? node.name.text : undefined;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ===
      true
  );
}

function openingComment(text: string): string {
  const [first] = ts.getLeadingCommentRanges(text, 0) ?? [];
  return first === undefined ? '' : text.slice(first.pos, first.end);
}
