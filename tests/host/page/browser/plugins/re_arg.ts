/** The registry's calling convention: arguments one after another, or one object that holds them by name. */

/** Arguments by name. */
export type NamedArguments = Readonly<Record<string, unknown>>;

/** A function that takes its arguments either way. A plain object counts as names only where all its keys are. */
export function reArg<R>(
  names: readonly string[],
  body: (args: NamedArguments) => R,
): (...args: unknown[]) => R {
  return (...args) => {
    const [only] = args;
    const isNamed =
      args.length === 1 &&
      isPlainObject(only) &&
      Object.keys(only).every((key) => names.includes(key));
    return body(isNamed ? only : Object.fromEntries(names.map((name, at) => [name, args[at]])));
  };
}

function isPlainObject(value: unknown): value is NamedArguments {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
