/** Imports as a graph, and the search for its cycles. */
import { posix } from 'node:path';

import type { SourceFile } from './source_file.ts';

/** Who imports whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The imports among the direct parts (files and folders) of `folder`: a folder imports what any file below it imports.
 * If no folder has a cycle among its parts, no two files and no two folders anywhere import each other in a circle.
 *
 * Two files side by side may name each other's types, as mutually recursive types must; folders of the product may not
 * even do that. Tests count nowhere: nothing imports them.
 */
export function partsGraph(files: readonly SourceFile[], folder: string): Graph {
  const partOf = (path: string): string | undefined =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/', 1)[0] : undefined;
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = partOf(file.path);
    if (from === undefined || /\.test\.tsx?$/.test(file.path)) continue;
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const target of file.imports) {
      const to = partOf(target);
      if (to === undefined || to === from) continue;
      const mayNameTypes = folder.startsWith('tests') || areNeighbours(file.path, target);
      if (!mayNameTypes || file.runtimeImports.includes(target)) targets.add(to);
    }
  }
  return graph;
}

function areNeighbours(a: string, b: string): boolean {
  return posix.dirname(a) === posix.dirname(b);
}

/** A cycle of the graph, its first node named again at the end; `undefined` when there is none. */
export function findCycle(graph: Graph): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (node: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...trail, node]);
      if (cycle !== undefined) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = walk(node, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
