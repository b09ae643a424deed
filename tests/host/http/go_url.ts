/** URLs as Go's server rewrites them on the way to a plugin. */

/** Query text as `url.Values.Encode` writes it: sorted by key, spaces as plus signs, without the keys in `drop`. */
export function goQuery(query: URLSearchParams, drop: readonly string[]): string {
  const keys = [...new Set(query.keys())].filter((key) => !drop.includes(key)).sort();
  const pairs = keys.flatMap((key) => query.getAll(key).map((value) => [key, value]));
  return pairs.map((pair) => pair.map((text) => queryEscape(text)).join('=')).join('&');
}

/** A path as `URL.EscapedPath` writes it once it was decoded: needless escapes are gone. */
export function goPath(path: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return path;
  }
  return encodeURI(decoded).replace(/[?#[\]]/g, (char) => `%${hex(char)}`);
}

function queryEscape(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${hex(char)}`)
    .replaceAll('%20', '+');
}

function hex(char: string): string {
  return char.charCodeAt(0).toString(16).toUpperCase();
}
