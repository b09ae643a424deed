/**
 * The two headers of Go's `net/rpc`. A client writes pairs of request and arguments, a server pairs of response
 * and reply, each direction being one continuous gob stream without framing of its own.
 */
import { string, struct, uint, type Infer } from '../gob/index.ts';

/** Precedes the arguments of a call. Calls are numbered from 0, and gob omits the zero. */
export const Request = struct('Request', { serviceMethod: string, seq: uint });
/** Precedes the arguments of a call. */
export type Request = Infer<typeof Request>;

/** Precedes a reply. `serviceMethod` only repeats the request's; replies are matched by `seq` alone. */
export const Response = struct('Response', { serviceMethod: string, seq: uint, error: string });
/** Precedes a reply. */
export type Response = Infer<typeof Response>;

/** Go's `struct{}`: the reply that says nothing, and what follows a response with an error. */
export const Empty = struct('', {});
