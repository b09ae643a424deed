/** The way out of this server: to one host, over HTTP, for answers of bounded size. */
import { AiError } from '../ai/index.ts';

/** Redirects that are followed, all on the same host. */
const maxRedirects = 2;
/** The redirects that keep method and body; any other would ask for something else. */
const keeping = [307, 308];

/**
 * A `fetch` that follows no redirect to another host, and hands out no more than `maxBytes` of an answer.
 *
 * @throws {AiError} `redirected` or `too_large`; the latter from the body as well.
 */
export function boundedFetch(maxBytes: number, send: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input);
    for (let redirects = 0; ; redirects += 1) {
      const response = await send(url, { ...init, redirect: 'manual' });
      if (response.status < 300 || response.status > 399) return bounded(response, maxBytes);
      await response.body?.cancel();
      const next = redirects < maxRedirects ? target(url, response) : undefined;
      if (next === undefined) {
        throw new AiError(
          'redirected',
          `an answer with status ${response.status} led away from the endpoint`,
        );
      }
      url = next;
    }
  };
}

/** Where a redirect leads, if that is the same host: over the same scheme, or over the safer one. */
function target(from: URL, { status, headers }: Response): URL | undefined {
  const location = headers.get('Location');
  if (!keeping.includes(status) || location === null || !URL.canParse(location, from.href)) {
    return undefined;
  }
  const to = new URL(location, from.href);
  const safer =
    from.protocol === 'http:' && to.protocol === 'https:' && from.hostname === to.hostname;
  return to.origin === from.origin || (safer && from.port === '' && to.port === '')
    ? to
    : undefined;
}

function bounded(response: Response, maxBytes: number): Response {
  if (response.body === null) return response;
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length;
      if (bytes > maxBytes) {
        controller.error(new AiError('too_large', `the answer has more than ${maxBytes} bytes`));
      } else {
        controller.enqueue(piece);
      }
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counting), { status, statusText, headers });
}
