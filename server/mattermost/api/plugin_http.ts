/** Requests from this plugin to another one on the same server. */
import { bytes, optional, struct } from '../../wire/gob/index.ts';
import { fromGoHeader, toGoHeader } from '../header.ts';
import { HttpRequest, HttpResponse } from '../model/index.ts';
import { send } from './call.ts';
import type { Caller } from './call.ts';
import { ApiError } from './errors.ts';

/** A request to another plugin. */
export interface PluginHttpRequest {
  /** `GET` where absent. */
  readonly method?: string;
  /** `/<id of the other plugin>/<path>`, with the query. The path is plain ASCII without percent signs. */
  readonly path: string;
  /** Header names in any spelling. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** How long to wait for the whole answer, in milliseconds; the connection's own default where absent. */
  readonly timeoutMs?: number;
  /** Stops waiting; the other plugin is not told. */
  readonly signal?: AbortSignal;
}

/** Another plugin's answer, whole in memory. */
export interface PluginHttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The call to other plugins. */
export interface PluginHttpApi {
  /**
   * Sends a request to another plugin, which sees this plugin's id in `Mattermost-Plugin-ID`. An answer with an
   * error status is an answer, also when it is the server's own, such as 404 for a plugin that is not running.
   */
  pluginHttp(request: PluginHttpRequest): Promise<PluginHttpResponse>;
}

/** The wire form of `PluginHttpApi`; unlike the other methods it names its fields. */
export const pluginHttpMethod = {
  name: 'PluginHTTP',
  args: struct('Z_PluginHTTPArgs', { request: HttpRequest, requestBody: bytes }),
  reply: struct('Z_PluginHTTPReturns', { response: optional(HttpResponse), responseBody: bytes }),
} as const;

/**
 * The paths that are let through. The server cuts the plugin's id off, decodes what is left and parses that
 * again, without looking at the error: a path that parses only once, `/id/%25zz` or `/id//:x` for example, would
 * crash it.
 */
const safePath =
  /^\/[\w.-]+\/(?:[\w.~!$&'()*+,;=:@-][\w.~!$&'()*+,;=:@/-]*)?(?:\?[\x21-\x22\x24-\x7e]*)?$/u;

/** Sends `request` through `caller`. @throws {ApiError} as a rejection. */
export async function pluginHttp(
  caller: Caller,
  request: PluginHttpRequest,
): Promise<PluginHttpResponse> {
  const { name, args, reply } = pluginHttpMethod;
  const { path, timeoutMs, signal } = request;
  if (!safePath.test(path)) {
    throw new ApiError(
      'invalid',
      name,
      'the path must be /<plugin id>/<path>, in plain characters',
    );
  }
  const value = {
    request: {
      method: (request.method ?? 'GET').toUpperCase(),
      url: path,
      proto: 'HTTP/1.1',
      protoMajor: 1,
      protoMinor: 1,
      header: toGoHeader(new Headers(request.headers)),
      requestURI: path,
    },
    requestBody: request.body,
  };
  const returns = await send(caller, name, args, value, reply, { timeoutMs, signal });
  if (returns.response === undefined)
    throw new ApiError('failed', name, 'the server sent no response');
  return {
    status: returns.response.statusCode,
    headers: fromGoHeader(returns.response.header),
    body: returns.responseBody,
  };
}
