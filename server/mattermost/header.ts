/** HTTP headers between the platform's `Headers` and Go's `http.Header`. */
import type { HttpHeader } from './model/index.ts';

/** Headers that speak about one connection only, and so never pass from one to another (RFC 9110, 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * A header name in Go's canonical form, such as `X-Request-Id`. Go looks names up in this form only: under
 * another spelling a header would be there and never found.
 */
export function canonicalHeaderName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/gu, (start) => start.toUpperCase());
}

/** `headers` as Go has them. Every `Set-Cookie` keeps a value of its own; hop-by-hop headers are left out. */
export function toGoHeader(headers: Headers): HttpHeader {
  const result: HttpHeader = new Map();
  for (const [name, value] of headers) {
    if (hopByHop.has(name)) continue;
    const key = canonicalHeaderName(name);
    const values = result.get(key);
    if (values === undefined) result.set(key, [toText(value)]);
    else values.push(toText(value));
  }
  return result;
}

/** Go's headers as `Headers`, without those the platform refuses and those in `except` (lower case). */
export function fromGoHeader(
  header: HttpHeader | undefined,
  except: ReadonlySet<string> = new Set(),
): Headers {
  const result = new Headers();
  for (const [name, values] of header ?? []) {
    if (except.has(name.toLowerCase())) continue;
    try {
      // Cookies are the one list that is not joined by commas.
      if (name === 'Cookie') result.append(name, toByteString(values.join('; ')));
      else for (const value of values) result.append(name, toByteString(value));
    } catch {
      // Not a legal name or value: Go's own server refuses such requests, so nobody can miss it.
    }
  }
  return result;
}

/** Header values are bytes. `Headers` shows each byte as one character; gob carries UTF-8 text. */
function toByteString(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

function toText(byteString: string): string {
  if (isAscii(byteString)) return byteString;
  const text = Buffer.from(byteString, 'latin1').toString('utf8');
  return text.includes('\uFFFD') ? byteString : text;
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant, control characters included
  return /^[\x00-\x7f]*$/u.test(text);
}
