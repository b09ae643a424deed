/** HTTP as Mattermost hands it on. Source: plugin.HTTPRequestSubset and net/http's Response. */
import { int, map, named, opaque, optional, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };

/** A `*url.URL`, which travels as its text. */
export const UrlText = opaque<string>({
  wireKind: 'binaryMarshaler',
  zero: '',
  toBytes: (value) => utf8.encoder.encode(value),
  fromBytes: (bytes) => utf8.decoder.decode(bytes),
});

/** An `http.Header`: names in canonical form (`Content-Type`), each with its values in order. */
export const HttpHeader = map(string, slice(string));
/** A decoded `HttpHeader`. */
export type HttpHeader = Infer<typeof HttpHeader>;

/** A request. The body travels beside it. */
export const HttpRequest = struct('HTTPRequestSubset', {
  method: string,
  /** Path and query; for a hook without `/plugins/<id>` in front. */
  url: named('URL', UrlText),
  proto: string,
  protoMajor: int,
  protoMinor: int,
  /** Optional so that an empty one is sent too: the server writes into it and would crash on a nil map. */
  header: optional(HttpHeader),
  host: string,
  remoteAddr: string,
  /** The original path and query, with `/plugins/<id>`. */
  requestURI: string,
});
/** A decoded `HttpRequest`. */
export type HttpRequest = Infer<typeof HttpRequest>;
/** What encodes as `HttpRequest`; absent fields are Go's zero value. */
export type HttpRequestInput = Input<typeof HttpRequest>;

/** The few fields of net/http's Response that mean anything here. The body travels beside it. */
export const HttpResponse = struct('Response', {
  status: string,
  statusCode: int,
  header: HttpHeader,
});
/** A decoded `HttpResponse`. */
export type HttpResponse = Infer<typeof HttpResponse>;
